import { type FindingParts, quote } from '@holdfast/kernel'
import type { Category, LifecycleReading } from './lifecycle-document.ts'
import { waitReasonsOf } from './transition-table.ts'

/** The parts of a target that say when it applies. Parts that are wrong are not there. */
interface Target {
  readonly priorities?: readonly (string | undefined)[] | undefined
  readonly blockers?: readonly (string | undefined)[] | undefined
  readonly states?: readonly (string | undefined)[] | undefined
}

/** What a list of targets has to answer for: requests in states of these categories. */
interface Duty {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly targets: readonly (Target | undefined)[] | undefined
  readonly categories: readonly Category[]
  /** Whether the request always, never or perhaps waits for something. */
  readonly waits: 'always' | 'never' | 'perhaps'
}

/**
 * Gaps in what is owed: requests that no target would answer for, and targets that none is ever read by. Priorities are
 * an open set, and a request may have none, so only a target for any priority closes a gap. What is wrong with states
 * and targets themselves is told by `pointers`; a gap that it leaves is no gap of its own.
 */
export function targetFindings(
  { sound }: LifecycleReading,
  pointers: readonly string[],
): FindingParts[] {
  const duties: readonly Duty[] = [
    {
      code: 'attention-missing',
      path: ['attention', 'targets'],
      targets: sound.attention?.targets,
      categories: ['open'],
      waits: 'never',
    },
    {
      code: 'news-missing',
      path: ['news', 'targets'],
      targets: sound.news?.targets,
      categories: ['waiting'],
      waits: 'always',
    },
    {
      code: 'acceptance-missing',
      path: ['handover', 'acceptance'],
      targets: sound.handover?.acceptance,
      categories: ['open', 'waiting'],
      waits: 'perhaps',
    },
  ]
  return duties.flatMap((duty) => {
    const place = `/${duty.path.join('/')}`
    const isFaulty = pointers.some(
      (pointer) => `${pointer}/`.startsWith(`${place}/`) || pointer.startsWith('/states'),
    )
    return [...(isFaulty ? [] : gapFindings(duty, sound)), ...neverFindings(duty, sound)]
  })
}

type Sound = LifecycleReading['sound']

function gapFindings(duty: Duty, sound: Sound): FindingParts[] {
  const { code, path, targets, waits } = duty
  if (targets === undefined) return []
  const blockers = waits === 'always' ? waitReasonsOf(sound) : [null]
  const gaps = statesOf(sound, duty.categories).flatMap((state) =>
    blockers.flatMap((blocker) =>
      targets.some((target) => target !== undefined && answersFor(target, state, blocker))
        ? []
        : [{ state, blocker }],
    ),
  )
  const [first] = gaps
  if (first === undefined) return []
  const { state, blocker } = first
  const wait = blocker === null ? '' : ` that waits for ${blocker}`
  const message = `no target holds in ${quote(state)} for a request${wait} without a priority`
  const expected = 'a target without `priorities` that applies there'
  return [{ code, message, path, expected, witness: { ...first, of: gaps.length } }]
}

function answersFor(target: Target, state: string, blocker: string | null): boolean {
  if (target.priorities !== undefined) return false
  const isForWait = target.blockers === undefined || target.blockers.includes(blocker ?? undefined)
  return isForWait && (target.states === undefined || target.states.includes(state))
}

function neverFindings(duty: Duty, sound: Sound): FindingParts[] {
  const { path, targets = [], waits } = duty
  const states = statesOf(sound, duty.categories)
  return targets.flatMap((target, nth): FindingParts[] => {
    if (target === undefined) return []
    const at = { code: 'target-never', severity: 'warning', path: [...path, nth] } as const
    const earlier = targets.findIndex((one) => one !== undefined && covers(one, target))
    if (earlier !== -1 && earlier < nth)
      return [{ ...at, message: `target ${earlier} always holds instead` }]
    if (waits === 'never' && target.blockers !== undefined) {
      return [{ ...at, message: 'it is for waits, and here nothing is waited for' }]
    }
    const known = target.states?.filter((state) => Object.hasOwn(sound.states ?? {}, state ?? ''))
    if (known === undefined || known.length === 0) return []
    if (known.some((state) => states.includes(state ?? ''))) return []
    const message = `none of its states is ${duty.categories.join(' or ')}`
    return [{ ...at, message }]
  })
}

/** Whether a target holds wherever another does. A target covers itself. */
function covers(target: Target, other: Target): boolean {
  const parts = ['priorities', 'blockers', 'states'] as const
  return parts.every((part) => {
    const [wide, narrow] = [target[part], other[part]]
    if (wide === undefined) return true
    return narrow?.every((one) => one !== undefined && wide.includes(one)) === true
  })
}

function statesOf({ states = {} }: Sound, categories: readonly Category[]): readonly string[] {
  return Object.entries(states).flatMap(([state, definition]) =>
    definition?.category !== undefined && categories.includes(definition.category) ? [state] : [],
  )
}
