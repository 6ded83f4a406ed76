import type { Phrases } from '@holdfast/kernel/text'
import { reportPhrases } from './report-phrases.ts'

/**
 * The English sentences of this package's reasons. What an explanation says of clocks and conditions has its sentences
 * in `obligationsPhrases`, `calendarPhrases` and `rulesPhrases`. Another language is a record with the same keys.
 */
export const slaPhrases: Phrases = {
  ...reportPhrases,
  'sla.read': ({ at, agreement, agreements, priority }, say) => {
    const others = Array.isArray(agreements) ? agreements.filter((one) => one !== agreement) : []
    const resting = others.length === 0 ? '' : `, resting on ${others.join(', ')}`
    const held = agreement === null ? 'no agreement with the customer' : `agreement ${agreement}`
    return `at ${say.instant(at)}: ${held}${resting}${priority === null ? '' : `, priority ${priority}`}`
  },
  'sla.standing': ({ from, policy, version, agreements, priority, onChange }, say) => {
    const held =
      Array.isArray(agreements) && agreements.length > 0 ? agreements.join(', ') : 'no agreement'
    const at = priority === null ? 'without a priority' : `at priority ${priority}`
    return `from ${say.instant(from)}: ${held} of ${policy} version ${version}, ${at}${CHANGES[String(onChange)] ?? ''}`
  },
  'sla.agreement': ({ agreement, title, outcome }) =>
    `${agreement}${title === null ? '' : ` «${title}»`} ${OUTCOMES[String(outcome)] ?? outcome}`,
  'sla.problem': ({ problem, found }) =>
    problem === 'priority-unknown'
      ? `the policy knows no priority ${found}`
      : 'the facts do not fit the vocabulary, so no agreement is chosen',
  'sla.promise': ({ agreement, metric, cycles }) =>
    `${agreement}/${metric}: ${cycles} ${cycles === 1 ? 'cycle' : 'cycles'}`,
  'sla.wakeups': ({ at, count }, say) =>
    `after ${say.instant(at)} ${CHANGE_COUNTS[String(count)] ?? `${count} things change by themselves`}`,
  'sla.renewal': ({ at, policy }, say) =>
    `${say.instant(at)}: an agreement of ${policy} comes into effect or goes out of it`,
}

const CHANGE_COUNTS: Readonly<Record<string, string>> = {
  0: 'nothing changes by itself',
  1: 'one thing changes by itself',
}

const CHANGES: Readonly<Record<string, string>> = {
  retroactive: '; open clocks count from their beginning',
  fromChange: '; open clocks begin anew',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  holds: 'applies and holds',
  fails: 'does not apply',
  notInEffect: 'is not in effect',
  later: 'applies, but another comes first',
  unsupporting: 'applies, but nothing that it supports holds',
}
