import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desk, reading } from './reading.ts'

const STATES = ['New', 'Active', 'Fixing', 'With customer', 'Resolved', 'Closed', '-100', '?']

/** Rows of some cases, as CSV, no two of a case at one time. */
const rows = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      minute: fc.integer({ min: 0, max: 59 }),
      state: fc.constantFrom(...STATES),
      group: fc.constantFrom('North', 'South', '"East, or\nWest"', '?'),
      priority: fc.constantFrom('P1', 'P2', '?'),
      resolved: fc.constantFrom('', '2027-03-01 09:30', 'soon'),
    }),
    { selector: ({ id, minute }) => `${id} ${minute}`, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ id, minute, state, group, priority, resolved }) => {
      const time = `2027-03-01 09:${String(minute).padStart(2, '0')}`
      return [`case ${id}`, time, state, group, priority, resolved].join(',')
    }),
  )

const HEADER = 'case,at,state,group,priority,resolved'
const textOf = (all: readonly string[]) => `${[HEADER, ...all].join('\n')}\n`
const parts = { stamps: { resolved: 'resolved' } }
const any = { ...parts, order: 'any' }

const byId = ({ cases }: Awaited<ReturnType<typeof reading>>) =>
  Object.fromEntries(cases.map(({ id, marks }) => [id, marks]))

test('the order of rows in the file changes no mark', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (all, keys) => {
      const shuffled = all
        .map((row) => ({ row, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
      expect(byId(await reading([textOf(shuffled)], any))).toEqual(
        byId(await reading([textOf(all)], any)),
      )
    }),
  )
})

test('a log by case gives the same whether it is read as such or in any order', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const text = textOf(all.toSorted())
      expect(await reading([text], parts)).toEqual(await reading([text], any))
    }),
  )
})

test('where a log is cut into pieces changes nothing, in text and in bytes', async () => {
  const cuts = fc.array(fc.nat(), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, cuts, async (all, places) => {
      const bytes = Buffer.from(textOf(all).replaceAll('North', 'Zürich 🏔'))
      const whole = await reading([bytes], any)
      const ends = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
        (a, b) => a - b,
      )
      const pieces = ends.slice(1).map((end, nth) => bytes.subarray(ends[nth], end))
      expect(await reading(pieces, any)).toEqual(whole)
      const text = bytes.toString()
      const half = (places[0] ?? 7) % text.length
      const { cases } = await reading([text.slice(0, half), text.slice(half)], any)
      expect(cases).toEqual(whole.cases)
    }),
  )
})

test('whatever stands there, reading ends, and no row is lost in silence', async () => {
  const field = fc.oneof(
    fc.constantFrom('1', '2027-03-01 09:00', 'New', '"', '\n', '\r', ''),
    fc.string(),
  )
  const line = fc.array(field, { minLength: 4, maxLength: 6 }).map((fields) => fields.join(','))
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (lines) => {
      const log = ['case,at,state,group,priority', ...lines].join('\n')
      const { cases, report } = await reading([log], { order: 'any' })
      const lost = report.bad.reduce((sum, each) => sum + each.lost, 0)
      const kept = cases.reduce((sum, each) => sum + each.rows, 0)
      // A case keeps its bad rows, too.
      expect(kept + lost).toBeGreaterThanOrEqual(report.rows)
      expect(lost).toBeLessThanOrEqual(report.rows)
    }),
  )
})

test('marks are in order and numbered so', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const { cases } = await reading([textOf(all)], { ...any, id: desk.id })
      for (const { id, marks } of cases) {
        expect(marks.map((mark) => mark.at)).toEqual(
          marks.map((mark) => mark.at).toSorted((a, b) => a - b),
        )
        expect(marks.map((mark) => mark.id)).toEqual(marks.map((_, nth) => `${id}/${nth}`))
        expect(marks.filter(({ type }) => type === 'submitted')).toHaveLength(1)
      }
    }),
  )
})

test('a log that stands the newest first, and says so, is the one that stands the oldest first', async () => {
  // Rows of one case share their minutes, so that only the order of the file tells them apart.
  const minutes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...STATES)))
  await fc.assert(
    fc.asyncProperty(minutes, async (all) => {
      const rows = all
        .toSorted(([a], [b]) => a - b)
        .map(([minute, state]) => `case 1,2027-03-01 09:0${minute},${state},North,P1,`)
      const oldestFirst = await reading([textOf(rows)])
      const newestFirst = await reading([textOf(rows.toReversed())], { newestFirst: true })
      expect(newestFirst.cases).toEqual(oldestFirst.cases)
      expect(newestFirst.report.oddities).toEqual(oldestFirst.report.oddities)
    }),
  )
})
