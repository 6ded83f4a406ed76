import type { Reason } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createSchedule, explained, type ScheduleDocument } from '../src/index.ts'

const schedule = (rest: Partial<ScheduleDocument> = {}) =>
  createSchedule({
    id: 'incidents',
    version: 1,
    timeZone: 'UTC',
    role: 'incident',
    layers: [
      {
        id: 'first',
        priority: 2,
        rotation: {
          every: 'P1D',
          anchor: '2027-06-01T00:00',
          members: ['person:ada', { person: 'person:ben', source: 'seconded', team: 'platform' }],
        },
      },
      {
        id: 'second',
        priority: 1,
        rotation: { every: 'P1D', anchor: '2027-06-01T00:00', members: ['person:cyn'] },
      },
    ],
    ...rest,
  })

/** The reasons under each duty of the second of June at noon, which is Ben’s. */
const why = (rest: Partial<ScheduleDocument> = {}) =>
  explained(schedule(rest)).onCallAt('2027-06-02T12:00Z').reason.children
const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code)
const day = { from: '2027-06-02', to: '2027-06-03' }

describe('why somebody is on duty', () => {
  it('it is their turn, and the layer below is hidden', () => {
    const [duty] = why()
    expect(duty).toMatchObject({
      code: 'oncall.duty',
      params: { person: 'person:ben', source: 'seconded', team: 'platform', turn: 1 },
      children: [
        {
          code: 'oncall.turn',
          params: { layer: 'first', member: 'person:ben', turn: 1, isAway: false, absent: null },
          span: { from: Date.UTC(2027, 5, 2), to: Date.UTC(2027, 5, 3) },
        },
        { code: 'oncall.hidden', params: { person: 'person:cyn', priority: 1, by: 2 } },
      ],
    })
  })

  it('whoever covers, each step is told in the order in which it acted', () => {
    const [duty] = why({
      overrides: [
        { id: 'a', mode: 'replace', person: 'person:ben', by: 'person:dan', ...day },
        { id: 'b', mode: 'replace', person: 'person:dan', by: 'person:eva', ...day },
      ],
    })
    expect(duty?.params['person']).toBe('person:eva')
    expect(duty?.children.map(({ code, params }) => [code, params['id'] ?? null])).toEqual([
      ['oncall.turn', null],
      ['oncall.replace', 'a'],
      ['oncall.replace', 'b'],
      ['oncall.hidden', null],
    ])
  })

  it('a swap is told with both who change places', () => {
    const [duty] = why({
      swaps: [{ id: 's', between: ['person:ada', 'person:ben'], during: [day] }],
    })
    expect(duty?.params['person']).toBe('person:ada')
    expect(duty?.children[1]).toMatchObject({
      code: 'oncall.swap',
      params: { id: 's', between: ['person:ada', 'person:ben'] },
    })
  })

  it('the layer below answers because whose turn it is is away', () => {
    const [duty] = why({ absences: [{ person: 'person:ben', ...day, reason: 'vacation' }] })
    expect(duty?.params['person']).toBe('person:cyn')
    expect(duty?.children.map(({ params }) => [params['member'], params['absent']])).toContainEqual(
      ['person:ben', 'vacation'],
    )
  })

  it('an absence without a reason is told without one', () => {
    const [duty] = why({ absences: [{ person: 'person:ben', ...day }] })
    const away = duty?.children.find(({ params }) => params['isAway'] === true)
    expect(away?.params).toMatchObject({ member: 'person:ben', absent: null })
  })

  it('a fixed shift hides every layer', () => {
    const [duty] = why({
      fixed: [{ id: 'party', ...day, shifts: [{ person: 'person:fay', ...day }] }],
    })
    expect(duty?.params['person']).toBe('person:fay')
    expect(codes(duty?.children ?? [])).toEqual(['oncall.fixed', 'oncall.hidden', 'oncall.hidden'])
  })

  it('a shadow is told to come along, and hides nobody', () => {
    const duties = why({ shadows: [{ id: 'new', person: 'person:gus', ...day }] })
    const shadow = duties.find(({ params }) => params['isShadow'] === true)
    expect(shadow?.params['person']).toBe('person:gus')
    expect(codes(shadow?.children ?? [])).not.toContain('oncall.hidden')
    expect(codes(shadow?.children ?? [])).toContain('oncall.shadow')
  })
})

describe('why nobody is on duty', () => {
  it('whose turns it would be, and what took them away', () => {
    const off = { mode: 'remove', ...day }
    const [nobody] = why({
      overrides: [{ id: 'off', person: 'person:ben', ...off }],
      absences: [{ person: 'person:cyn', ...day }],
    })
    expect(nobody).toMatchObject({ code: 'oncall.nobody', params: { fixed: null } })
    expect(codes(nobody?.children ?? [])).toEqual(['oncall.turn', 'oncall.replace', 'oncall.turn'])
    expect(nobody?.children[2]?.params).toMatchObject({ isAway: true, absent: null })
  })

  it('a fixed span without shifts is a gap that counts alone', () => {
    const [nobody] = why({ fixed: [{ id: 'closed', ...day, shifts: [] }] })
    expect(nobody?.params['fixed']).toBe('closed')
  })
})

it('what is next is told as of then', () => {
  const { value, reason } = explained(schedule()).next('2027-06-02T12:00Z')
  expect(value?.at).toBe(Date.UTC(2027, 5, 3))
  expect(reason).toMatchObject({
    code: 'oncall.next',
    params: { people: ['person:ada'] },
    children: [{ params: { person: 'person:ada', turn: 2 } }],
  })
})

it('where nothing changes for ten years, that is told', () => {
  const always = schedule({
    layers: [
      {
        id: 'only',
        rotation: { every: 'P1W', anchor: '2027-06-01T00:00', members: ['person:ada'] },
      },
    ],
  })
  expect(explained(always).next('2027-06-02T12:00Z')).toMatchObject({
    value: null,
    reason: { code: 'oncall.noNext' },
  })
})

it('a swap of several windows is told with the window that holds', () => {
  const [duty] = why({
    swaps: [
      {
        id: 'trade',
        between: ['person:ada', 'person:ben'],
        during: [{ from: '2027-05-31', to: '2027-06-01' }, day],
      },
    ],
  })
  expect(duty?.children.find(({ code }) => code === 'oncall.swap')?.span).toEqual({
    from: Date.UTC(2027, 5, 2),
    to: Date.UTC(2027, 5, 3),
  })
})

it('an override may be called like the place of an absence', () => {
  const [duty] = why({
    absences: [{ person: 'person:ada', ...day }],
    overrides: [
      { id: 'absence:0', mode: 'replace', person: 'person:ben', by: 'person:dan', ...day },
    ],
  })
  expect(duty?.children[1]).toMatchObject({
    code: 'oncall.replace',
    params: { id: 'absence:0', by: 'person:dan' },
  })
})

it('whoever comes in addition is told whose turn is empty, however low its layer', () => {
  const low = schedule({
    layers: [
      {
        id: 'low',
        priority: -1,
        rotation: { every: 'P1D', anchor: '2027-06-01T00:00', members: ['person:ada'] },
      },
    ],
    absences: [{ person: 'person:ada', ...day }],
    overrides: [{ id: 'extra', mode: 'add', person: 'person:dan', ...day }],
  })
  const [duty] = explained(low).onCallAt('2027-06-02T12:00Z').reason.children
  expect(duty?.children.at(-1)).toMatchObject({
    code: 'oncall.turn',
    params: { layer: 'low', isAway: true, absent: null },
  })
})

it('a layer called like a seat of another tells its own turn', () => {
  const rotation = { every: 'P1D', anchor: '2027-06-01T00:00' }
  const both = schedule({
    layers: [
      { id: 'desk', rotation: { ...rotation, members: [['person:ada', 'person:ben']] } },
      { id: 'desk/1', rotation: { ...rotation, members: ['person:cyn'] } },
    ],
  })
  const duties = explained(both).onCallAt('2027-06-02T12:00Z').reason.children
  const cyn = duties.find(({ params }) => params['person'] === 'person:cyn')
  expect(cyn?.children[0]?.params).toMatchObject({ layer: 'desk/1', member: 'person:cyn' })
})
