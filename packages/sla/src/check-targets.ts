import { didYouMean, type Finding, type FindingParts, quote, toPointer } from '@holdfast/kernel'
import { checkObligation, type Terms } from '@holdfast/obligations'
import type { PolicyReading, ReadAgreement, ReadPolicy, ReadTarget } from './document.ts'
import { METRICS, type Metric } from './metrics.ts'
import type { SlaPolicyDeps } from './model.ts'
import { metricNamed, type TargetAt, targetsByPriority, termsOf } from './terms-of-target.ts'

type Path = readonly PropertyKey[]

/** A target, where it stands, and what it stands in. Parts of all of them may be wrong. */
interface Place {
  readonly policy: ReadPolicy
  readonly agreement: ReadAgreement
  readonly target: ReadTarget
  readonly path: Path
}

/** What is wrong with the targets and metrics of a policy; what they come to is checked as the terms of obligations. */
export function targetFindings(reading: PolicyReading, deps: SlaPolicyDeps): FindingParts[] {
  const policy = reading.sound as ReadPolicy
  const places = placesOf(policy)
  const found = [
    ...calendarFindings(policy, deps),
    ...ownMetricFindings(policy, deps),
    ...places.flatMap((place) => [
      ...metricFindings(place),
      ...lengthFindings(place, reading),
      ...termsFindings(place, deps),
    ]),
  ]
  // What is wrong was left out of what is checked here, and so it is missing there.
  const isLeftOut = ({ code, path }: FindingParts) =>
    code === 'missing' && reading.findings.some(({ pointer }) => pointer === toPointer(path))
  return found.filter((parts) => !isLeftOut(parts))
}

/** Calendars are looked for wherever they are named, whether a target counts on them or not. */
function calendarFindings(policy: ReadPolicy, { calendars }: SlaPolicyDeps): FindingParts[] {
  const named = [
    { calendar: policy.calendar, path: ['calendar'] },
    ...(policy.agreements ?? []).map((agreement, nth) => {
      return { calendar: agreement?.calendar, path: ['agreements', nth, 'calendar'] }
    }),
  ]
  return named.flatMap(({ calendar, path }): FindingParts[] => {
    if (calendar === undefined || Object.hasOwn(calendars, calendar)) return []
    const near = didYouMean(calendar, Object.keys(calendars))
    const message = `there is no calendar ${quote(calendar)}`
    const hint = near === undefined ? {} : { didYouMean: near }
    return [{ code: 'calendar-unknown', message, path, found: calendar, ...hint }]
  })
}

function placesOf(policy: ReadPolicy): readonly Place[] {
  return (policy.agreements ?? []).flatMap((agreement, nth) => {
    return (agreement?.targets ?? []).flatMap((target, place) => {
      if (target?.metric === undefined) return []
      const path = ['agreements', nth, 'targets', place]
      return [{ policy, agreement, target, path }]
    })
  })
}

function metricFindings({ policy, agreement, target, path }: Place): FindingParts[] {
  const { metric } = target
  const found: FindingParts[] = []
  const at = { path: [...path, 'metric'], found: metric }
  if (agreement.targets.find((other) => other?.metric === metric) !== target) {
    const message = `this agreement has a target for ${quote(metric)} already`
    found.push({ code: 'metric-repeated', message, ...at })
  }
  if (metricNamed(policy, metric) === undefined) {
    const known = [...new Set([...Object.keys(METRICS), ...Object.keys(policy.metrics ?? {})])]
    const near = didYouMean(metric, known)
    const message = `there is no metric ${quote(metric)}`
    const expected = `one of ${known.join(', ')}`
    found.push({
      code: 'metric-unknown',
      message,
      ...at,
      expected,
      ...(near !== undefined && { didYouMean: near }),
    })
  }
  return found
}

function lengthFindings({ policy, target, path }: Place, reading: PolicyReading): FindingParts[] {
  const isWrong = (key: string) => isWrongIn(reading, `/${[...path, key].join('/')}`)
  const isOne = target.within !== undefined || isWrong('within')
  const isMany = Object.keys(target.byPriority ?? {}).length > 0 || isWrong('byPriority')
  const expected = '`within` or `byPriority`'
  if (!isOne && !isMany) {
    const message = `nothing says how long ${quote(target.metric)} may take`
    return [{ code: 'deadline-missing', message, path, expected }]
  }
  if (isOne && isMany) {
    const message = 'a target is the same at every priority, or one for each, not both'
    return [{ code: 'deadline-twice', message, path: [...path, 'byPriority'], expected }]
  }
  const { priorities } = policy
  // A wrong one among them may be the one that is meant.
  if (priorities === undefined || isWrongIn(reading, '/priorities')) return []
  return Object.keys(target.byPriority ?? {}).flatMap((priority): FindingParts[] => {
    if (priorities.includes(priority)) return []
    const near = didYouMean(priority, priorities)
    return [
      {
        code: 'priority-unknown',
        message: `there is no priority ${quote(priority)}`,
        path: [...path, 'byPriority', priority],
        part: 'key',
        found: priority,
        expected: `one of ${priorities.join(', ')}`,
        ...(near !== undefined && { didYouMean: near }),
      },
    ]
  })
}

function isWrongIn({ findings }: PolicyReading, pointer: string): boolean {
  return findings.some((finding) => `${finding.pointer}/`.startsWith(`${pointer}/`))
}

/** In place of parties: whether they are right is said where they stand. */
const SOMEBODY = { debtor: 'team:debtor', creditor: 'team:creditor' } as const

/** In place of what a metric lacks, so that the rest is checked all the same. */
const SOMETIME = { start: { condition: 'submitted' }, stop: { condition: 'resolved' } } as const

function termsFindings(place: Place, deps: SlaPolicyDeps): FindingParts[] {
  const { policy, agreement, target } = place
  const metric: Metric = { ...SOMETIME, ...metricNamed(policy, target.metric) }
  return targetsByPriority(target).flatMap((at) => {
    const terms = termsOf(policy, agreement, target, metric, at)
    return foundIn({ ...terms, ...SOMEBODY, id: 'target', version: 1 }, deps).flatMap((found) => {
      const path = pathInPolicy(partsOf(found), place, at)
      return path === undefined ? [] : [{ ...found, ...whereCalendars(found), path }]
    })
  })
}

/** A calendar may stand in three places, and the terms know only of one. */
function whereCalendars({ code, expected }: Finding): Partial<Finding> {
  const isMissing = code === 'clock-incomplete' && expected === '`calendar`'
  return isMissing ? { expected: '`calendar` of the policy, the agreement or the clock' } : {}
}

/** Findings without the place in a document that nobody wrote. */
function foundIn(terms: Terms, deps: SlaPolicyDeps): readonly Finding[] {
  return checkObligation(terms, deps)
}

/** The names on the way to what was found. */
function partsOf({ pointer }: Finding): readonly string[] {
  const parts = pointer.split('/').slice(1)
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Where a part of the terms stands in the policy; `undefined` where something else tells what is wrong with it. */
function pathInPolicy(
  [key, ...inner]: readonly string[],
  { target, path, policy }: Place,
  at: TargetAt,
): Path | undefined {
  const atPriority = at.path.slice(0, -1)
  const holds = (part: 'clock' | 'warnAt') =>
    atPriority.length > 0 && at[part] !== undefined && at[part] !== target[part]
  switch (key) {
    case 'within':
      return [...path, ...at.path]
    case 'every':
      return inner[0] === 'period' ? [...path, ...at.path] : undefined
    case 'clock':
      if (inner[0] === 'calendar' && at.clock?.calendar === undefined) {
        return undefined
      }
      if (holds('clock')) return [...path, ...atPriority, 'clock', ...inner]
      return target.clock === undefined || policy === undefined
        ? path
        : [...path, 'clock', ...inner]
    case 'warnAt':
      return holds('warnAt') ? [...path, ...atPriority, key, ...inner] : [...path, key, ...inner]
    case 'pauseReasons':
      return target.pauseReasons === undefined ? undefined : [...path, key, ...inner]
    case 'consequences':
      return [...path, key, ...inner]
    default:
      return undefined
  }
}

/** Metrics are checked on their own, whether a target uses them or not. */
function ownMetricFindings({ metrics = {} }: ReadPolicy, deps: SlaPolicyDeps): FindingParts[] {
  return Object.entries(metrics).flatMap(([name, metric]) => {
    if (metric === undefined) return []
    const { cadence, ...measured } = metric as Metric
    const period = 'PT1H'
    const terms = {
      ...SOMETIME,
      ...measured,
      ...SOMEBODY,
      id: 'metric',
      version: 1,
      kind: 'metric',
      clock: { counts: 'elapsedTime' },
      ...(cadence === undefined ? { within: period } : { every: { ...cadence, period } }),
    } as Terms
    return foundIn(terms, deps).map((found) => {
      const [key, ...inner] = partsOf(found)
      const path =
        key === 'every' ? ['cadence', ...inner] : key === undefined ? [] : [key, ...inner]
      return { ...found, path: ['metrics', name, ...path] }
    })
  })
}
