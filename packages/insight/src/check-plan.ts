import {
  type DocumentSource,
  type Finding,
  type FindingParts,
  frozenCopy,
  isUnreadable,
  parseDuration,
  quote,
  readSafely,
  toPointer,
} from '@holdfast/kernel'
import {
  type ImprovementPlanDocument,
  improvementPlanSchema,
  type PlanReading,
  type ReadPlan,
} from './document.ts'
import { type Path, personFindings, repeated, unknown } from './plan-names.ts'

/** A plan, when nothing is wrong with it, and everything that was found in it. */
export function readPlan(documentOrSource: ImprovementPlanDocument | DocumentSource): {
  readonly value: ReadPlan | undefined
  readonly findings: readonly Finding[]
} {
  const reading = readSafely(improvementPlanSchema, documentOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings }
  const { sound } = reading
  const isWhole = (path: Path) =>
    !reading.findings.some(({ pointer }) => `${pointer}/`.startsWith(`${toPointer(path)}/`))
  const parts = [
    ...levelFindings(sound),
    ...leverFindings(sound, isWhole),
    ...interventionFindings(sound, isWhole),
    ...personFindings(sound),
  ]
  const findings = [...reading.findings, ...parts.map(reading.finding)]
  const isSound = findings.every(({ severity }) => severity !== 'error')
  return { value: isSound && reading.value ? frozenCopy(reading.value) : undefined, findings }
}

type Sound = PlanReading['sound']
type SoundChange = NonNullable<
  NonNullable<NonNullable<NonNullable<Sound['levers']>[number]>['changes']>[number]
>

function levelFindings({ levels, nearUpTo, levers = [] }: Sound): FindingParts[] {
  if (levels === undefined) return []
  const asked = [
    { level: nearUpTo, path: ['nearUpTo'] as Path },
    ...levers.map((lever, nth) => ({ level: lever?.level, path: ['levers', nth, 'level'] })),
  ]
  return [
    ...repeated('level', levels, (nth) => ['levels', nth]),
    ...asked.flatMap(({ level, path }) => unknown('level', level, levels, path)),
  ]
}

/** Whether the schema took a part as it is; what is missing from one that it did not is no finding of its own. */
type IsWhole = (path: Path) => boolean

function leverFindings({ levers = [] }: Sound, isWhole: IsWhole): FindingParts[] {
  const ids = levers.map((lever) => lever?.id)
  return [
    ...repeated('lever', ids, (nth) => ['levers', nth, 'id']),
    ...levers.flatMap((lever, nth) =>
      (lever?.changes ?? []).flatMap((change, place) => {
        const path = ['levers', nth, 'changes', place]
        return change === undefined || !isWhole(path) ? [] : changeFindings(change, path)
      }),
    ),
  ]
}

function changeFindings(change: SoundChange, path: Path): FindingParts[] {
  const { shorterBy, fewerRepeats, driver } = change
  const found = partyFindings(change, path)
  if (driver !== undefined && fewerRepeats === undefined) {
    const message = 'a driver says of which repeats there are fewer'
    const expected = '`fewerRepeats` beside it'
    found.push({
      code: 'driver-unfit',
      message,
      path: [...path, 'driver'],
      found: driver,
      expected,
    })
  }
  if ((shorterBy ?? 0) === 0 && (fewerRepeats ?? 0) === 0) {
    const message = 'it changes nothing'
    const expected = '`shorterBy` or `fewerRepeats` of more than 0'
    found.push({ code: 'change-empty', message, path, expected })
  }
  return found
}

function interventionFindings(
  { interventions = [], levers = [] }: Sound,
  isWhole: IsWhole,
): FindingParts[] {
  const ids = interventions.map((intervention) => intervention?.id)
  const leverIds = levers.map((lever) => lever?.id)
  return [
    ...repeated('intervention', ids, (nth) => ['interventions', nth, 'id']),
    ...interventions.flatMap((intervention, nth) => {
      if (intervention === undefined) return []
      const path = ['interventions', nth]
      return [
        ...(isWhole(path) ? partyFindings(intervention, path) : []),
        ...windowFindings(intervention.window, [...path, 'window']),
        ...unknown('lever', intervention.lever, leverIds, [...path, 'lever']),
      ]
    }),
  ]
}

function partyFindings(
  { element, party }: Pick<SoundChange, 'element' | 'party'>,
  path: Path,
): FindingParts[] {
  if (party === undefined || element === 'wait') return []
  const message = `only a wait is for somebody, such as ${quote(party)}`
  return [{ code: 'party-unfit', message, path: [...path, 'party'], found: party }]
}

function windowFindings(window: number | string | undefined, path: Path): FindingParts[] {
  if (window === undefined) return []
  const parts = typeof window === 'number' ? undefined : parseDuration(window)
  const { months, days, millis } = parts ?? { months: 0, days: 0, millis: Number(window) }
  const found = {
    path,
    found: window,
    expected: 'hours, such as `PT2160H` for 90 days of 24 hours',
  }
  if (months !== 0 || days !== 0) {
    return [{ code: 'duration-not-fixed', message: 'a window has a fixed length', ...found }]
  }
  if (millis > 0) return []
  return [{ code: 'window-invalid', message: 'a window is longer than nothing', ...found }]
}
