import {
  backTestRuleSets,
  type ChangedRequest,
  type PastRequest,
  type RuleSet,
} from '@holdfast/rules'
import type { Section } from './sections.ts'
import { counted, type Words } from './words.ts'

/** How many past requests would be decided otherwise, by rule, and in which ways, the most frequent first. */
export function pastSection(
  before: RuleSet,
  after: RuleSet,
  history: readonly PastRequest[],
  most: number,
  words: Words,
): Section {
  const report = backTestRuleSets(before, after, history, { examples: history.length })
  const { total, changed, refused, byRule, examples } = report
  const lines = [`Past: ${changed} of ${counted(total, 'request')} would be decided otherwise.`]
  if (refused > 0) {
    lines.push(
      `  ${counted(refused, 'request')} cannot be decided: the vocabulary refuses the facts`,
    )
  }
  for (const [rule, { before: was, after: is, lost, gained }] of Object.entries(byRule)) {
    if (lost + gained > 0) {
      lines.push(`  ${rule}: ${was} before, ${is} now (${gained} more, ${lost} fewer)`)
    }
  }
  const ways = waysOf(examples, words)
  for (const { way, requests } of ways.slice(0, most)) {
    const { id, facts, at } = requests[0] as ChangedRequest
    lines.push(`  ${requests.length} × ${way}`, `    such as ${id}: ${words.request(facts, at)}`)
  }
  if (ways.length > most) lines.push(`  and ${counted(ways.length - most, 'other way')}`)
  return { text: lines.join('\n'), isWrong: false }
}

/** Requests that change alike, told once. */
function waysOf(changed: readonly ChangedRequest[], words: Words) {
  const ways = new Map<string, ChangedRequest[]>()
  for (const one of changed) {
    for (const action of one.actions) {
      const of = ({ before, after }: ChangedRequest) =>
        [before, after].map((side) =>
          words.decided(side.ok ? side.events.filter(({ type }) => type === action) : []),
        )
      const way = `${action}: ${of(one).join(', now ')}`
      const requests = ways.get(way) ?? []
      ways.set(way, [...requests, one])
    }
  }
  return [...ways]
    .map(([way, requests]) => ({ way, requests }))
    .sort((a, b) => b.requests.length - a.requests.length)
}
