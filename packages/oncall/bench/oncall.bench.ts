/**
 * The final schedule of a year and of ten years, beside a sweep written by hand for the same document, and who is on
 * duty at an instant. One run in alternating rounds; writes Markdown.
 */
import { createSchedule } from '@holdfast/oncall'
import { formatNanos, measure, table } from '@holdfast/test/measure'
import { DAY, START, scheduleDocument } from './schedules.ts'
import { sweep } from './sweep.ts'

const CASES = [
  { name: '1 year, 5 layers, 4 zones, 200 overrides', layers: 5, overrides: 200, days: 365 },
  { name: '1 year, 1 layer', layers: 1, overrides: 0, days: 365 },
  { name: '10 years, 5 layers, 200 overrides', layers: 5, overrides: 200, days: 3652 },
  { name: '10 years, 20 layers, 200 overrides', layers: 20, overrides: 200, days: 3652 },
]

const rows = CASES.map(({ name, layers, overrides, days }) => {
  const document = scheduleDocument(layers, overrides, days)
  const schedule = createSchedule(document)
  const to = START + days * DAY
  const cold = performance.now()
  const shifts = schedule.shifts(START, to)
  const first = performance.now() - cold
  const held = (all: readonly { readonly from: number; readonly to: number }[]) =>
    all.reduce((sum, one) => sum + one.to - one.from, 0)
  if (held(shifts) !== held(sweep(document, START, to))) throw new Error(`${name}: they differ`)
  const [ours, byHand] = mediansOf([
    () => schedule.shifts(START, to).length,
    () => sweep(document, START, to).length,
  ])
  const perShift = formatNanos((ours as number) / shifts.length)
  const times = [first * 1e6, ours as number, byHand as number].map(formatNanos)
  return [name, String(shifts.length), ...times, perShift]
})

/** The median of several measurements of each in turn, so that a busy machine disturbs them alike. */
function mediansOf(calls: readonly (() => number)[]): readonly number[] {
  const rounds = [1, 2, 3, 4, 5].map(() =>
    calls.map((call) => measure('shifts', call, { millis: 200, rounds: 3 }).nanosPerCall),
  )
  return calls.map(
    (_, nth) => rounds.map((round) => round[nth] as number).sort((a, b) => a - b)[2] as number,
  )
}

console.log('## Final schedules\n')
console.log(
  table(['', 'shifts', 'ours, first time', 'ours, warm', 'sweep by hand, warm', 'a shift'], rows),
)

const document = scheduleDocument(5, 200, 365)
const schedule = createSchedule(document)
const instants = Array.from({ length: 4096 }, (_, nth) => START + ((nth * 7919) % 8760) * 3_600_000)
const at = (nth: number) => instants[nth % instants.length] as number
const made = measure('create', () => createSchedule(document).model.layers.length)
const asked = measure('onCallAt', (nth) => schedule.onCallAt(at(nth)).length)
const next = measure('next', (nth) => schedule.next(at(nth))?.duties.length ?? 0)

console.log('\n## Questions, of a year, 5 layers, 200 overrides\n')
console.log(
  table(
    ['', 'median'],
    [
      ['who is on duty at an instant', formatNanos(asked.nanosPerCall)],
      ['who comes next', formatNanos(next.nanosPerCall)],
      ['make the schedule of its document', formatNanos(made.nanosPerCall)],
    ],
  ),
)
