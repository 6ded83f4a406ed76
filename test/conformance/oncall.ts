import data from './oncall.json' with { type: 'json' }
import { OTHER_KINDS, OTHER_RULES } from './oncall-deviations.ts'
import { type Held, instantOf, joined } from './oncall-forms.ts'
import { byDate, finalEvents, health, layerEvents, namesOnCall } from './oncall-layers.ts'
import {
  handOffs,
  hoursBetween,
  isActiveAt,
  resolved,
  shiftsAt,
  whoAt,
  windowsAt,
  windowsBetween,
} from './oncall-rotations.ts'
import { applied, rendered, replaced } from './oncall-rules.ts'
import { stacked } from './oncall-stacks.ts'

/** A case: what is asked of a system, and what it answers. */
interface Vector {
  readonly id: string
  readonly kind: string
  readonly input: never
  readonly expect: Expected
}

interface Expected {
  readonly handoffs?: readonly string[]
  readonly hours?: readonly number[]
  readonly shifts?: readonly unknown[]
  readonly windows?: readonly (readonly string[])[]
  readonly changes?: readonly { readonly at: string; readonly users: readonly string[] }[]
  readonly events?: readonly EventForm[]
  readonly users?: unknown
  readonly first?: string
  readonly [other: string]: unknown
}

interface EventForm {
  readonly from: string
  readonly to: string
  readonly users?: readonly string[]
  readonly gap?: boolean
  readonly layer?: string
}

interface ShiftForm {
  readonly from: string
  readonly to: string
  readonly user: string
}

export const vectors = data.vectors as unknown as readonly Vector[]

/** The cases that are about what this library has decided. */
export const asked = vectors.filter(
  ({ id, kind }) => !(kind in OTHER_KINDS) && !(id in OTHER_RULES),
)

/** What the library says to a case, and what it should say, in one form. */
interface Comparison {
  readonly answer: unknown
  readonly expected: unknown
}

type Compare = (input: never, expected: Expected) => Comparison

const KINDS: Readonly<Record<string, Compare>> = {
  'rotation.handoffs': (input, { handoffs = [], hours }) => {
    const answer = handOffs(input)
    const expected = { edges: handoffs.map(instant), hours: hours ?? hoursBetween(answer) }
    return { answer: { edges: answer, hours: hoursBetween(answer) }, expected }
  },
  'rotation.shiftAt': (input, { shifts = [], hours }) => {
    const answer = shiftsAt(input)
    const lengths = answer.map((edges) => hoursBetween(edges)[0])
    const edges = (shifts as string[][]).map((pair) => pair.map(instant))
    return { answer: { edges: answer, lengths }, expected: { edges, lengths: hours ?? lengths } }
  },
  'rotation.whoAt': (input, { users }) => ({ answer: whoAt(input), expected: users }),
  'rotation.byDay': (input, { byDate: expected }) => ({ answer: byDate(input), expected }),
  'restriction.activeAt': (input, { active }) => ({ answer: isActiveAt(input), expected: active }),
  'restriction.windowAt': (input, { windows = [] }) => ({
    answer: windowsAt(input),
    expected: windows.map((pair) => pair.map(instant)),
  }),
  'restriction.windows': (input, { windows = [] }) => ({
    answer: windowsBetween(input),
    expected: windows.map((pair) => pair.map(instant)),
  }),
  'localTime.resolve': (input, { first = '' }) => ({
    answer: resolved(input),
    expected: instant(first),
  }),
  'override.apply': (input, { changes = [] }) => ({
    answer: applied(input),
    expected: changes.map(({ at, users }) => ({ at: instant(at), users: users.toSorted() })),
  }),
  'override.replaceShifts': (input, { shifts = [] }) => ({
    answer: replaced(input),
    expected: joined((shifts as ShiftForm[]).map(heldOf), EVER),
  }),
  'schedule.render': (input, { shifts = [] }) => ({
    answer: rendered(input),
    expected: joined((shifts as ShiftForm[]).map(heldOf), spanOf(input)),
  }),
  'schedule.finalEvents': (input, { events = [] }) => ({
    answer: finalEvents(input),
    expected: joined(events.flatMap(heldBy(false)), spanOf(input)),
  }),
  'schedule.layerEvents': (input, { events = [] }) => ({
    answer: layerEvents(input),
    expected: joined(events.flatMap(heldBy(true)), spanOf(input)),
  }),
  'schedule.onCallAt': (input, { users }) => ({
    answer: namesOnCall(input),
    expected: (users as string[][]).map((names) => names.toSorted()),
  }),
  'schedule.layerStack': (input, { shifts = [] }) => {
    const expected = joined((shifts as ShiftForm[]).map(heldOf), spanOf(input))
    return { answer: stacked(input, expected), expected }
  },
  'schedule.health': (input, expected) => ({ answer: health(input), expected }),
}

export function compare({ kind, input, expect }: Vector): Comparison {
  const comparison = KINDS[kind]?.(input, expect)
  if (comparison === undefined) throw new Error(`no such question: ${kind}`)
  return comparison
}

const EVER = { from: instant('1990-01-01'), to: instant('2090-01-01') }

function instant(text: string): number {
  return instantOf('UTC', text)
}

function heldOf({ from, to, user }: ShiftForm): Held {
  return { from: instant(from), to: instant(to), who: user }
}

function heldBy(isByLayer: boolean) {
  return ({ from, to, users = [], gap, layer }: EventForm): readonly Held[] => {
    const span = { from: instant(from), to: instant(to) }
    if (gap === true) return isByLayer ? [] : [{ ...span, who: '' }]
    return users.map((who) => ({ ...span, who: isByLayer ? `${layer} ${who}` : who }))
  }
}

function spanOf(input: { zone?: string; from: string; to: string }) {
  const zone = input.zone ?? 'UTC'
  return { from: instantOf(zone, input.from), to: instantOf(zone, input.to) }
}
