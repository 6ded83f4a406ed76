import { expect, it } from 'vitest'
import { createSchedule, diffSchedules, type ScheduleDocument } from '../src/index.ts'
import { HOUR } from './random-sites.ts'

const document = (
  members: readonly string[],
  rest: Partial<ScheduleDocument> = {},
): ScheduleDocument => ({
  id: 'incidents',
  version: 1,
  timeZone: 'Europe/Zurich',
  layers: [
    { id: 'day', rotation: { every: 'P1D', anchor: '2027-03-22T09:00', members: [...members] } },
  ],
  ...rest,
})
const diff = (a: ScheduleDocument, b: ScheduleDocument) =>
  diffSchedules(createSchedule(a), createSchedule(b), {
    from: '2027-03-22T09:00+01:00',
    to: '2027-03-29T09:00+02:00',
  })

it('who joins takes turns from others, and everybody is told how much', () => {
  const { changes, people } = diff(
    document(['person:ada', 'person:ben']),
    document(['person:ada', 'person:ben', 'person:cyn']),
  )
  expect(changes[0]).toEqual({
    from: Date.parse('2027-03-24T09:00+01:00'),
    to: Date.parse('2027-03-25T09:00+01:00'),
    before: ['person:ada'],
    after: ['person:cyn'],
  })
  const total = people.reduce((sum, { gained, lost }) => sum + gained - lost, 0)
  expect(total).toBe(0)
  // The second of the two turns is on the day that has 23 hours.
  expect(people.find(({ person }) => person === 'person:cyn')).toEqual({
    person: 'person:cyn',
    lost: 0,
    gained: 47 * HOUR,
  })
})

it('a shadow is no change of who answers, nor is another name of a layer', () => {
  const shadow = {
    id: 's',
    person: 'person:cyn',
    from: '2027-03-22T09:00',
    to: '2027-03-25T09:00',
  }
  const before = document(['person:ada'])
  const [layer] = before.layers
  const after = document(['person:ada'], {
    shadows: [shadow],
    layers: [{ ...(layer as ScheduleDocument['layers'][number]), id: 'other', priority: 3 }],
  })
  expect(diff(before, after).changes).toEqual([])
})

it('a hole is a change to nobody', () => {
  const off = { id: 'off', mode: 'remove', from: '2027-03-23T10:00', to: '2027-03-23T12:00' }
  const { changes, people } = diff(
    document(['person:ada']),
    document(['person:ada'], { overrides: [off] }),
  )
  expect(changes).toMatchObject([{ before: ['person:ada'], after: [] }])
  expect(people).toEqual([{ person: 'person:ada', lost: 2 * HOUR, gained: 0 }])
})

it('a span that ends before it begins is refused', () => {
  const schedule = createSchedule(document(['person:ada']))
  expect(() =>
    diffSchedules(schedule, schedule, { from: '2027-03-23T10:00Z', to: '2027-03-22T10:00Z' }),
  ).toThrow(expect.objectContaining({ code: 'span-reversed' }))
})
