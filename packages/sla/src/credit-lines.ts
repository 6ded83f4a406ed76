import { type PartyRef, rangeError } from '@holdfast/kernel'
import { rateOf } from '@holdfast/obligations'
import type { ReadAgreement } from './document.ts'
import { compareText } from './first-of.ts'

/** What one rule of an agreement credits to one creditor for a period. */
export interface CreditLine {
  readonly agreement: string
  /** `null` where the history does not say whom it was owed to. */
  readonly creditor: PartyRef | null
  readonly metric: string
  readonly currency: string
  /** In whole minor units, never more than the cap. */
  readonly amount: number
  /** What it would be without a cap. */
  readonly uncapped: number
  readonly met: number
  readonly breached: number
  /** `met / (met + breached)`. */
  readonly share: number
  /** The tier that holds, by its `below`; `null` where each breach is credited. */
  readonly below: number | null
  /** The ids of the requests with a breach that counts, each once, in order. */
  readonly requests: readonly string[]
}

/** The promises of one metric of an agreement to one creditor that were due in the period. */
export interface DueInPeriod {
  readonly agreement: string
  readonly creditor: PartyRef | null
  readonly metric: string
  met: number
  breached: number
  readonly requests: Set<string>
}

type CreditRule = NonNullable<ReadAgreement['credits']>[number]

/** The lines that an agreement's rules give for what was due, without those of nothing. */
export function creditLines(
  rules: readonly CreditRule[],
  { agreement, creditor, metric, met, breached, requests }: DueInPeriod,
): readonly CreditLine[] {
  return rules.flatMap((rule): CreditLine[] => {
    const share = rateOf({ met, breached })
    if (rule.metric !== metric || share === null) return []
    const tier = rule.perBreach === undefined ? tierOf(rule, share) : undefined
    const uncapped = tier?.amount ?? breached * (rule.perBreach ?? 0)
    if (!Number.isSafeInteger(uncapped)) {
      throw rangeError('amount-out-of-range', `${breached} breaches of ${metric} come to too much`)
    }
    const amount = Math.min(uncapped, rule.cap ?? uncapped)
    if (amount === 0) return []
    const { currency } = rule
    const figures = { amount, uncapped, met, breached, share, below: tier?.below ?? null }
    const ids = [...requests].sort(compareText)
    return [{ agreement, creditor, metric, currency, ...figures, requests: ids }]
  })
}

/**
 * The tier with the smallest `below` that the share is less than; the first of several. A share and a bound that are the
 * same fraction are the same float, as division rounds to the nearest one, so 19 of 20 is not below 0.95.
 */
function tierOf({ tiers = [] }: CreditRule, share: number) {
  return tiers
    .filter(({ below }) => share < below)
    .reduce<(typeof tiers)[number] | undefined>(
      (least, tier) => (least === undefined || tier.below < least.below ? tier : least),
      undefined,
    )
}
