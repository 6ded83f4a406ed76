import type { Params } from '@holdfast/kernel'
import type { Phrases, Say } from '@holdfast/kernel/text'

/** The English sentences of what reports say. */
export const reportPhrases: Phrases = {
  'sla.rankingPeople': ({ asked }, say) =>
    `promises are kept by roles and teams; nobody is ranked by ${say.text(asked)}`,
  'sla.askInstead': ({ by }, say) => `ask by ${say.text(by)} instead`,
  'sla.chain': ({ fits, from, to }, say) =>
    `what supports the agreements ${fits === true ? 'fits' : 'does not fit'} for starts from ${say.instant(from)} to ${say.instant(to)}`,
  'sla.chainFits': (params, say) =>
    `${targetIn(params, say)} is kept by what it rests on, with ${say.duration(params['slack'])} left at least, from ${say.instant(params['start'])}`,
  'sla.chainBreaks': (params, say) =>
    params['slack'] === null
      ? `${targetIn(params, say)} rests on what is never done, from ${say.instant(params['start'])}`
      : `${targetIn(params, say)} is missed by ${say.duration(Math.abs(Number(params['slack'])))} from ${say.instant(params['start'])}: it is due ${say.instant(params['latestToMeet'])}`,
  'sla.chainStep': ({ target, from, to }, say) =>
    `${say.text(target)} from ${say.instant(from)} is kept until ${to === null ? 'ever' : say.instant(to)}`,
  'sla.chainMissing': (params, say) =>
    `${targetIn(params, say)} rests on ${list(params['missing'], say)}, which promises nothing at this priority`,
  'sla.chainNeverDue': (params, say) => `${targetIn(params, say)} never falls due`,
  'sla.chainUnsupported': (params, say) =>
    `${say.text(params['supporter'])} promises nothing for ${targetIn(params, say)}`,
}

/** `gold/resolution at P1`. */
function targetIn({ agreement, metric, priority }: Params, say: Say): string {
  const name = `${say.text(agreement)}/${say.text(metric)}`
  return priority === null ? name : `${name} at ${say.text(priority)}`
}

function list(names: unknown, say: Say): string {
  return (names as readonly unknown[]).map((name) => say.text(name)).join(', ')
}
