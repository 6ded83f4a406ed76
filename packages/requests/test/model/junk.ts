import type { RequestCommand } from '../../src/index.ts'

const circle: Record<string, unknown> = { type: 'message' }
circle['self'] = circle

/** Fields as nobody should write them. */
const FIELDS: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'dance' },
  { type: '__proto__' },
  { type: 'constructor' },
  { type: 'message', text: '' },
  { type: 'message', audience: 'everybody' },
  { type: 'message', by: 'ada' },
  { type: 'message', by: 'customer:' },
  { type: 'message', at: 'soon' },
  { type: 'message', at: Number.NaN },
  { type: 'message', at: null },
  { type: 'message', at: {} },
  { type: 'message', at: 0 },
  { type: 'message', at: 4_133_980_800_000 },
  { type: 'wait', for: 'customer', until: '9999-01-01T00:00:00Z' },
  { type: 'wait', for: 'date', until: 4_133_980_800_000 },
  { type: 'wait', for: '__proto__' },
  { type: 'wait', for: 'toString' },
  { type: 'wait' },
  { type: 'move', to: '__proto__' },
  { type: 'move', to: 'previous' },
  { type: 'attachTime', duration: 'P1M' },
  { type: 'attachTime', duration: -5 },
  { type: 'attachTime', duration: 1e300 },
  { type: 'assess', facts: { __proto__: { priority: 'P1' } } },
  {
    type: 'assess',
    facts: JSON.parse('{"__proto__": {"a": 1}, "assignedTo": 7, "type": [1, {"b": null}]}'),
  },
  { type: 'assess', priority: '__proto__' },
  { type: 'approve', approval: 'constructor' },
  { type: 'finishTask', task: '__proto__' },
  { type: 'addTask', task: '__proto__', title: 'x' },
  { type: 'split', into: [] },
  { type: 'split', into: [{ request: '__proto__', title: 'x' }] },
  { type: 'rejoin', child: '__proto__' },
  { type: 'rejoin', child: 'constructor' },
  { type: 'submit', kind: '__proto__' },
  { type: 'submit', kind: 'toString' },
  { type: 'offer', to: 'nobody' },
  { type: 'offer', to: 'team:__proto__' },
  { type: 'quickTask', what: 'x', minutes: Number.POSITIVE_INFINITY },
  { type: 'wake', key: '' },
  { type: 'wake', expectedSeq: -1 },
  { type: 'take', expectedSeq: 1.5 },
  { type: 'take', extra: 1 },
  { type: 'take', id: '' },
  { type: 'take', id: 'c/1' },
  { type: 'take', request: 'other' },
  { type: 'message', text: circle },
  circle,
]

const WHOLE: readonly unknown[] = [
  null,
  undefined,
  7,
  'take',
  [],
  [{}],
  {},
  true,
  () => 'x',
  Symbol.iterator,
]

/** Something that is no command, or hardly one. */
export function junkOf(dice: readonly number[], request: string, id: string): RequestCommand {
  const [first = 0, second = 0] = dice
  if (first % 4 === 0) return WHOLE[second % WHOLE.length] as RequestCommand
  const field = FIELDS[second % FIELDS.length]
  return { id, request, by: 'person:ada', ...field } as unknown as RequestCommand
}
