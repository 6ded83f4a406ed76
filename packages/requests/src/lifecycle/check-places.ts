import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import type { Category, LifecycleReading, Trigger } from './lifecycle-document.ts'
import { waitReasonsOf } from './transition-table.ts'
import { PREVIOUS } from './ways.ts'

type Sound = LifecycleReading['sound']
type Path = readonly PropertyKey[]

const WORKING: readonly Category[] = ['open']
const UNDER_WAY: readonly Category[] = ['open', 'waiting']

/** From which to which categories a trigger can lead; what it says happened would not be true of any other. */
const FIT: Readonly<
  Record<Trigger, { readonly from: readonly Category[]; readonly to: Category }>
> = {
  move: { from: WORKING, to: 'open' },
  wait: { from: UNDER_WAY, to: 'waiting' },
  resume: { from: ['waiting'], to: 'open' },
  resolve: { from: UNDER_WAY, to: 'resolved' },
  reopen: { from: ['resolved'], to: 'open' },
  close: { from: ['waiting', 'resolved'], to: 'closed' },
  cancel: { from: UNDER_WAY, to: 'closed' },
  take: { from: WORKING, to: 'open' },
  assign: { from: WORKING, to: 'open' },
  assess: { from: WORKING, to: 'open' },
  customerMessage: { from: ['open', 'waiting', 'resolved'], to: 'open' },
  accepted: { from: UNDER_WAY, to: 'open' },
  approved: { from: UNDER_WAY, to: 'open' },
  rejected: { from: UNDER_WAY, to: 'open' },
  tasksDone: { from: UNDER_WAY, to: 'open' },
}

/** What is wrong with the names of states and wait reasons, wherever they stand, and with where triggers lead. */
export function placeFindings({ sound }: LifecycleReading): FindingParts[] {
  return [
    ...stateFindings(sound),
    ...mentionsOfStates(sound).flatMap((mention) => unknownState(sound, mention)),
    ...fitFindings(sound),
    ...blockerFindings(sound),
  ]
}

function stateFindings({ states = {}, initial }: Sound): FindingParts[] {
  const found: FindingParts[] = []
  if (Object.hasOwn(states, PREVIOUS)) {
    const message = `${quote(PREVIOUS)} means the state before the wait`
    found.push({ code: 'state-reserved', message, path: ['states', PREVIOUS], part: 'key' })
  }
  const category = initial === undefined ? undefined : states[initial]?.category
  if (category !== undefined && category !== 'open') {
    const message = `what comes in is open, and ${quote(initial)} is ${category}`
    found.push({ code: 'initial-unfit', message, path: ['initial'], found: initial })
  }
  const all = Object.values(states).map((state) => state?.category)
  // A category that is not known may be the one that is missing.
  if (all.includes(undefined)) return found
  for (const needed of ['open', 'closed'] as const) {
    if (all.includes(needed)) continue
    const message = `no state is ${needed}`
    const expected = `a state of the category ${needed}`
    found.push({ code: 'category-missing', message, path: ['states'], expected })
  }
  return found
}

interface Mention {
  readonly name: string | undefined
  readonly path: Path
  /** Whether `previous` may stand there. */
  readonly mayLeadBack?: boolean
}

function mentionsOfStates(sound: Sound): readonly Mention[] {
  const { initial, transitions = [], attention, news, handover } = sound
  const lists = [
    { targets: attention?.targets, path: ['attention', 'targets'] },
    { targets: news?.targets, path: ['news', 'targets'] },
    { targets: handover?.acceptance, path: ['handover', 'acceptance'] },
  ]
  return [
    { name: initial, path: ['initial'] },
    ...transitions.flatMap((transition, index) => [
      ...placesFrom(transition?.from, ['transitions', index, 'from']),
      { name: transition?.to, path: ['transitions', index, 'to'], mayLeadBack: true },
    ]),
    ...lists.flatMap(({ targets = [], path }) =>
      targets.flatMap((target, nth) =>
        (target?.states ?? []).map((name, place) => {
          return { name, path: [...path, nth, 'states', place] }
        }),
      ),
    ),
  ]
}

/** One state, or a list of them, with the place of each. */
function placesFrom(from: unknown, path: Path): readonly Mention[] {
  if (typeof from === 'string') return [{ name: from, path }]
  if (!Array.isArray(from)) return []
  return from.map((name: unknown, nth) => ({
    name: typeof name === 'string' ? name : undefined,
    path: [...path, nth],
  }))
}

function unknownState(
  { states = {} }: Sound,
  { name, path, mayLeadBack }: Mention,
): FindingParts[] {
  if (name === undefined || Object.hasOwn(states, name)) return []
  if (name === PREVIOUS && mayLeadBack === true) return []
  const near = didYouMean(name, Object.keys(states))
  const message = `there is no state ${quote(name)}`
  const hint = near === undefined ? {} : { didYouMean: near }
  return [{ code: 'state-unknown', message, path, found: name, ...hint }]
}

function fitFindings({ states = {}, transitions = [] }: Sound): FindingParts[] {
  const categoryOf = (name: string | undefined) =>
    name !== undefined && Object.hasOwn(states, name) ? states[name]?.category : undefined
  return transitions.flatMap((transition, index) => {
    if (transition?.on === undefined) return []
    const { on, from, to } = transition
    const fit = FIT[on]
    const path = ['transitions', index]
    const sources = placesFrom(from, [...path, 'from'])
    const found = sources.flatMap(({ name, path: at }): FindingParts[] => {
      const category = categoryOf(name)
      if (category === undefined || fit.from.includes(category)) return []
      const expected = `a state that is ${fit.from.join(' or ')}`
      const message = `${on} cannot lead out of ${quote(name)}, which is ${category}`
      return [{ code: 'trigger-unfit', message, path: at, found: name, expected }]
    })
    const target = categoryOf(to)
    const at = { path: [...path, 'to'], found: to }
    if (to === PREVIOUS) {
      const isLeadingBack =
        fit.to === 'open' &&
        sources.every(({ name }) => (categoryOf(name) ?? 'waiting') === 'waiting')
      if (isLeadingBack) return found
      const message = 'only what leads out of a wait can lead back to the state before it'
      return [...found, { code: 'trigger-unfit', message, ...at }]
    }
    if (target === undefined || target === fit.to) return found
    const message = `${on} cannot lead to ${quote(to)}, which is ${target}`
    const expected = `a state that is ${fit.to}`
    return [...found, { code: 'trigger-unfit', message, ...at, expected }]
  })
}

function blockerFindings(sound: Sound): FindingParts[] {
  const { transitions = [], attention, news, handover } = sound
  const known = waitReasonsOf(sound)
  const lists = [
    { parts: transitions, path: ['transitions'] },
    { parts: attention?.targets ?? [], path: ['attention', 'targets'] },
    { parts: news?.targets ?? [], path: ['news', 'targets'] },
    { parts: handover?.acceptance ?? [], path: ['handover', 'acceptance'] },
  ]
  const unknown = lists.flatMap(({ parts, path }) =>
    parts.flatMap((part, nth) =>
      (part?.blockers ?? []).flatMap((blocker, place): FindingParts[] => {
        if (blocker === undefined || known.includes(blocker)) return []
        const near = didYouMean(blocker, known)
        return [
          {
            code: 'blocker-unknown',
            message: `there is no wait reason ${quote(blocker)}`,
            path: [...path, nth, 'blockers', place],
            found: blocker,
            expected: `one of ${known.join(', ')}, or a name in \`waitReasons\``,
            ...(near !== undefined && { didYouMean: near }),
          },
        ]
      }),
    ),
  )
  const unused = transitions.flatMap((transition, index): FindingParts[] => {
    const { on, blockers } = transition ?? {}
    if (on === undefined || on === 'wait' || blockers === undefined) return []
    const message = `\`blockers\` mean nothing to ${on}`
    return [{ code: 'blockers-unfit', message, path: ['transitions', index, 'blockers'] }]
  })
  return [...unknown, ...unused]
}
