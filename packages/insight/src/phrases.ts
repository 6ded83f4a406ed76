import type { Params } from '@holdfast/kernel'
import type { Phrases, Say } from '@holdfast/kernel/text'
import { activityIn, cause, percent } from './phrase-words.ts'
import { planPhrases } from './plan-phrases.ts'

/**
 * The English sentences of this package's reasons. Another language is a record with the same keys.
 */
export const insightPhrases: Phrases = {
  ...planPhrases,
  'insight.caseLife': (params, say) =>
    `${params['about']}: ${lasted(params, say)} from ${say.instant(params['openedAt'])} to ${say.instant(params['until'])}, ${ENDINGS[String(params['ending'])] ?? params['ending']}`,
  'insight.element': (params, say) =>
    `${activityIn(params)}: ${lasted(params, say)}, ${percent(params['share'])}, ${timesIn(params)}`,
  'insight.stretch': (params, say, { span }) => {
    const { state, holder, iteration, driver } = params
    const where = [
      state === null ? '' : ` in state ${state}`,
      holder === null ? '' : ` with ${holder}`,
    ]
    const again =
      driver === null ? '' : `, the ${ordinal(iteration)} time because of ${cause(driver)}`
    return `${say.span(span)}${where.join('')}, since ${params['mark']}: ${lasted(params, say)}${again}`
  },
  'insight.handOver': ({ at, from, to, isReturn }, say) =>
    `${say.instant(at)} from ${from} to ${to}${isReturn === true ? ', which had it before' : ''}`,
  'insight.undone': ({ resolvedAt, reopenedAt, held }, say) =>
    `the resolution of ${say.instant(resolvedAt)} held ${say.duration(held)}, until ${say.instant(reopenedAt)}`,
  'insight.silence': ({ elapsed, answers }, say, { span }) =>
    `the longest public silence between ${answers} answers: ${say.duration(elapsed)}, ${say.span(span)}`,
  'insight.closeLag': (params, say) =>
    `closed ${say.instant(params['closedAt'])}, ${lasted(params, say)} after it was over; that is no part of its life`,
  'insight.lifeProblem': ({ problem, marks }) =>
    `${PROBLEMS[String(problem)] ?? problem}: ${Array.isArray(marks) ? marks.join(', ') : marks}`,
  'insight.rankingPeople': ({ asked }) =>
    `case life says how the work goes; nobody is ranked by it, so not by ${asked}`,
  'insight.askForElements': () =>
    'ask for the elements of case life: what a person can influence is one of them',
  'insight.askInstead': ({ by }) => `ask by ${by} instead`,
}

const ENDINGS: Readonly<Record<string, string>> = {
  null: 'not over yet',
  recorded: 'when it was resolved as the log states',
  observed: 'when it was resolved',
  closed: 'when it was closed without being resolved',
  cancelled: 'when it was cancelled',
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'unusable-marks': 'marks that lack an id, a type or a time',
  'other-request': 'marks about another request',
  'no-submission': 'nothing says when it was submitted, so it begins with',
  'before-submission': 'marks from before it was submitted',
  'reopened-before-end': 'nothing says when it had been over before it was reopened with',
  'ended-before-submission': 'it ended before it was submitted with',
}

function lasted({ elapsed, business }: Params, say: Say): string {
  if (business === null) return say.duration(elapsed)
  const open = business === elapsed ? 'all of it' : say.duration(business)
  return `${say.duration(elapsed)} (${open} business time)`
}

function timesIn({ iterations, drivers }: Params): string {
  if (iterations === 1) return 'once'
  const causes = Object.entries(drivers as Params).map(
    ([driver, count]) => `${cause(driver)}${Number(count) === 1 ? '' : ` (${count})`}`,
  )
  return `${iterations} times (because of ${causes.join(', ')})`
}

function ordinal(count: unknown): string {
  const [tens, ones] = [Number(count) % 100, Number(count) % 10]
  const isTeen = tens > 10 && tens < 14
  return `${count}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th')}`
}
