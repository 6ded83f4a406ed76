import { type Param, type Reason, reason } from '@holdfast/kernel'
import type { WitnessRequest } from '@holdfast/rules'

/** In what two policies can differ. */
export const SLA_DIFFERENCES = [
  'priorities',
  'timeZone',
  'effective',
  'onPriority',
  'onFacts',
  'onEffective',
  'calendar',
  'agreementAdded',
  'agreementRemoved',
  'reordered',
  'choice',
  'choiceUnsettled',
  'agreementKind',
  'supports',
  'credits',
  'targetAdded',
  'targetRemoved',
  'withoutPriority',
  'length',
  'clock',
  'pauses',
  'warnings',
  'consequences',
  'debtor',
  'creditor',
  'measure',
  'chain',
] as const

/**
 * What changes. `priorities`, `timeZone`, `effective`: as the document says; `onPriority`, `onFacts`, `onEffective`: its
 * `changes`. `calendar`: a calendar of the same name counts otherwise. `reordered`: the agreements both have stand in
 * another order. `choice`: requests come under other agreements, shown by a witness; `choiceUnsettled`: whether they do
 * could not be settled. `withoutPriority`: what is promised where no priority is known. `length`: how long, or how often.
 * `measure`: what starts, fulfills, pauses, resets or cancels it, and its cadence.
 */
export type SlaDifferenceKind = (typeof SLA_DIFFERENCES)[number]

/** One thing in which two policies differ. */
export interface SlaDifference {
  readonly what: SlaDifferenceKind
  /** `null` where it is about the policy. */
  readonly agreement: string | null
  /** `null` where it is about all targets. */
  readonly metric: string | null
  /** `null` where it is the same at every priority. */
  readonly priority: string | null
  readonly before: Param
  readonly after: Param
  /** A request that proves it; it was tried on both. */
  readonly witness?: WitnessRequest
  readonly reason: Reason
}

/** What a difference is about. */
export interface DifferencePlace {
  readonly agreement?: string
  readonly metric?: string
  readonly priority?: string | null
}

/** A difference between two values, which may be any plain data; `undefined` is nothing. */
export function differenceOf(
  what: SlaDifferenceKind,
  { agreement = null, metric = null, priority = null }: DifferencePlace | SlaDifference,
  [was, is]: readonly [unknown, unknown],
  rest: { readonly witness?: WitnessRequest; readonly children?: readonly Reason[] } = {},
): SlaDifference {
  const [before, after] = [paramOf(was), paramOf(is)]
  const params = { agreement, metric, priority, before, after }
  const { witness, children = [] } = rest
  const code = `sla.diff${what.charAt(0).toUpperCase()}${what.slice(1)}`
  const at = witness === undefined ? {} : { witness: paramOf(witness) }
  return {
    what,
    ...params,
    ...(witness && { witness }),
    reason: reason(code, { ...params, ...at }, { children }),
  }
}

/** A difference where two values are not the same data. */
export function differenceIfAny(
  what: SlaDifferenceKind,
  place: DifferencePlace,
  values: readonly [unknown, unknown],
): readonly SlaDifference[] {
  return isSame(...values) ? [] : [differenceOf(what, place, values)]
}

/** Whether two values are the same plain data, in whatever order their keys stand. */
export function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b)
}

/** The same text for the same data. */
export function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Lists that say the same in whatever order. */
export function sortedByText<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values?.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
}

function paramOf(value: unknown): Param {
  return JSON.parse(JSON.stringify(value ?? null)) as Param
}
