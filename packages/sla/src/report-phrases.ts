import type { Params } from '@holdfast/kernel'
import type { Phrase, Phrases, Say } from '@holdfast/kernel/text'

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
  'sla.diff': ({ before, after, count }, say) =>
    count === 0
      ? `${say.text(before)} and ${say.text(after)} promise the same`
      : `from ${say.text(before)} to ${say.text(after)}: ${say.text(count)} ${count === 1 ? 'change' : 'changes'}`,
  'sla.diffPriorities': changed('the priorities'),
  'sla.diffTimeZone': changed('the zone of dates'),
  'sla.diffEffective': changed('when it is in effect'),
  'sla.diffOnPriority': changed('what a change of priority does to clocks'),
  'sla.diffOnFacts': changed('what a change of agreement does to clocks'),
  'sla.diffOnEffective': changed('what agreements that come into effect do to clocks'),
  'sla.diffCalendar': ({ after }, say) => `calendar ${say.text(after)} counts otherwise`,
  'sla.diffAgreementAdded': ({ agreement }, say) => `agreement ${say.text(agreement)} is new`,
  'sla.diffAgreementRemoved': ({ agreement }, say) => `agreement ${say.text(agreement)} is gone`,
  'sla.diffReordered': changed('the order of agreements'),
  'sla.diffChoice': ({ before, after, witness }, say) => {
    const facts = inWords((witness as Params)['facts'], say)
    const request = facts === '' ? 'a request of which nothing is known' : `a request with ${facts}`
    return `${request} comes under ${inWords(after, say)} instead of ${inWords(before, say)}`
  },
  'sla.diffChoiceUnsettled': ({ agreement }, say) =>
    `whether other requests come under ${say.text(agreement)} could not be settled`,
  'sla.diffAgreementKind': changed('kind'),
  'sla.diffSupports': changed('what rests on it'),
  'sla.diffCredits': changed('what is credited'),
  'sla.diffTargetAdded': ({ after, ...place }, say) =>
    `${targetIn(place, say)} is promised now: ${inWords(after, say)}`,
  'sla.diffTargetRemoved': ({ before, ...place }, say) =>
    `${targetIn(place, say)} is promised no more; it was ${inWords(before, say)}`,
  'sla.diffWithoutPriority': changed('where no priority is known'),
  'sla.diffLength': changed('how long'),
  'sla.diffClock': changed('how time counts'),
  'sla.diffPauses': ({ before, after, ...place }, say) => {
    const pauses = (reasons: unknown) =>
      reasons === null ? 'every reason that its metric has' : inWords(reasons, say)
    return `${targetIn(place, say)}: it pauses for ${pauses(after)} instead of ${pauses(before)}`
  },
  'sla.diffWarnings': changed('when it warns'),
  'sla.diffConsequences': changed('what follows'),
  'sla.diffDebtor': changed('who owes it'),
  'sla.diffCreditor': changed('whom it is owed to'),
  'sla.diffMeasure': (params, say) =>
    `${targetIn(params, say)}: other marks start, stop or pause its clock`,
  'sla.diffChain': changed('what it is made of'),
}

/** `gold/resolution at P1: how long: PT2H instead of PT4H`. */
function changed(what: string): Phrase {
  return ({ before, after, ...place }, say) => {
    const where = place['agreement'] === null ? '' : `${targetIn(place, say)}: `
    return `${where}${what}: ${inWords(after, say)} instead of ${inWords(before, say)}`
  }
}

/** Plain data as people read it: `businessTime, office`. */
function inWords(value: unknown, say: Say): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) {
    return value.length === 0 ? 'nothing' : value.map((part) => inWords(part, say)).join(', ')
  }
  if (typeof value !== 'object') return say.text(value)
  return Object.entries(value)
    .map(([name, part]) => `${name} ${inWords(part, say)}`)
    .join(', ')
}

/** `gold/resolution at P1`. */
function targetIn({ agreement, metric, priority }: Params, say: Say): string {
  const name = metric === null ? say.text(agreement) : `${say.text(agreement)}/${say.text(metric)}`
  return priority === null ? name : `${name} at ${say.text(priority)}`
}

function list(names: unknown, say: Say): string {
  return (names as readonly unknown[]).map((name) => say.text(name)).join(', ')
}
