import { formatInstant } from '@holdfast/kernel'
import type { Rule } from '../model.ts'

/** Time in which the same rules are in effect; `to` is excluded. Epoch milliseconds. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** A stretch of time, cut wherever one of some rules comes into effect or goes out of it. */
export function periodsOf(rules: readonly Rule[], { from, to }: Period): readonly Period[] {
  const edges = rules.flatMap((rule) => [rule.from, rule.to]).filter((at) => at > from && at < to)
  const cuts = [...new Set([from, ...edges])].sort((a, b) => a - b)
  return cuts.map((cut, index) => ({ from: cut, to: cuts[index + 1] ?? to }))
}

/** When something holds, in words for the end of a sentence; nothing when it holds in all of some periods. */
export function describePeriods(held: readonly Period[], all: readonly Period[]): string {
  if (held.length === all.length) return ''
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of held) {
    const last = merged[merged.length - 1]
    if (last !== undefined && last.to === from) last.to = to
    else merged.push({ from, to })
  }
  const texts = merged
    .slice(0, 3)
    .map(({ from, to }) => `from ${formatInstant(from)} until ${formatInstant(to)}`)
  const more = merged.length > 3 ? ` and ${merged.length - 3} more times` : ''
  return `, ${texts.join(', ')}${more}`
}
