import type { Instant } from '@holdfast/kernel'
import type { Facts, RuleSetDocument } from '@holdfast/rules'
import type { ReadPolicy } from './document.ts'
import type { Agreement, PolicyModel } from './model.ts'

/** The agreements that hold for a request: the one with the customer first, then those that it rests on. */
export interface Chosen {
  readonly agreements: readonly Agreement[]
  /** Whether the facts do not fit the vocabulary, so that no agreement could be chosen. */
  readonly isRefused: boolean
}

const ALWAYS = { all: [] }

/** The agreements as rules: the first SLA wins; every other agreement that applies is looked at. */
export function choiceRules(policy: ReadPolicy): RuleSetDocument {
  const { id, version, timeZone, conditions } = policy
  return {
    id,
    version,
    ...(timeZone !== undefined && { timeZone }),
    ...(conditions !== undefined && { conditions }),
    actions: { sla: { hitPolicy: 'first' }, support: { hitPolicy: 'collect' } },
    rules: policy.agreements.map((agreement) => ({
      id: agreement.id,
      ...(agreement.title !== undefined && { title: agreement.title }),
      ...(agreement.reason !== undefined && { reason: agreement.reason }),
      ...(agreement.effective !== undefined && { effective: agreement.effective }),
      conditions: agreement.applies ?? ALWAYS,
      event: {
        type: agreement.kind === 'sla' ? 'sla' : 'support',
        params: { agreement: agreement.id },
      },
    })),
  }
}

/**
 * The agreements for a request with these facts: of those with the customer the first that applies; of the others, for
 * each debtor and kind, the first that applies and supports what holds already, or supports nothing.
 */
export function choose(model: PolicyModel, facts: Facts, at: Instant): Chosen {
  const evaluation = model.choice.evaluate(knownFacts(model, facts), { at })
  if (!evaluation.ok) return { agreements: [], isRefused: true }
  const matched = model.agreements.filter(({ document }) =>
    evaluation.matched.includes(document.id),
  )
  const sla = matched.find(({ document }) => document.kind === 'sla')
  const holding: Agreement[] = sla === undefined ? [] : [sla]
  let isGrowing = true
  while (isGrowing) {
    const next = matched.find((agreement) => canJoin(agreement, holding))
    isGrowing = next !== undefined
    if (next !== undefined) holding.push(next)
  }
  return { agreements: holding, isRefused: false }
}

function canJoin({ document, supports }: Agreement, holding: readonly Agreement[]): boolean {
  if (document.kind === 'sla') return false
  const supported = holding.some((one) => supports.includes(one.document.id))
  if (!supported && supports.length > 0) return false
  const debtor = JSON.stringify(document.debtor)
  return !holding.some(
    (one) => one.document.kind === document.kind && JSON.stringify(one.document.debtor) === debtor,
  )
}

/** Only what the vocabulary knows: marks say more of a request than agreements ask for. */
export function knownFacts({ choice }: PolicyModel, facts: Facts): Facts {
  const { vocabulary } = choice.model
  if (vocabulary === undefined) return facts
  return Object.fromEntries(Object.entries(facts).filter(([name]) => vocabulary.facts.has(name)))
}
