import { describe, expect, it } from 'vitest'
import { wakeups } from '../src/promises/wakeups.ts'
import { crooked } from './model/crooked.ts'
import { context, incidentStory, lifecycles, type Story, story } from './told-story.ts'

/** What was told because its time had come, and when that was. */
const toldBy = ({ events }: Story) =>
  events.flatMap((event) => (event.type === 'told' ? [[event.what, event.late, event.at]] : []))

const urgent = (): Story => {
  const told = story()
  const by = 'customer:acme'
  told.tell('2027-03-01T09:00:00Z', { type: 'submit', by, kind: 'incident', priority: 'P1' })
  return told
}

describe('what time brings about is told once, and in time for the decision', () => {
  it('a warning that nobody was woken for is told before the work it warned of', () => {
    const told = urgent()
    told.tell('2027-03-01T09:50:00Z', { type: 'take', by: 'person:ada' })
    expect(toldBy(told)).toEqual([['attention', false, '2027-03-01T09:45:00.000Z']])
  })

  it('a wait ends at its instant, also for a command of that very instant', () => {
    const told = incidentStory()
    const until = '2027-03-02T10:00:00Z'
    told.tell('2027-03-01T09:10:00Z', { type: 'wait', by: 'person:ada', for: 'vendor', until })
    expect(told.refusalOf(until, { type: 'resume', by: 'person:ada' })).toBe('not-possible')
  })

  it('an offer that is dated back before the request came in expires all the same', () => {
    const told = incidentStory()
    const at = '2027-02-22T09:00:00Z'
    told.tell('2027-03-01T09:10:00Z', { type: 'offer', by: 'person:ada', to: 'team:platform', at })
    told.tell('2027-03-01T09:11:00Z', { type: 'wake', by: 'system:timer' })
    expect(told.state.offer).toBeNull()
    expect(told.state.bounces).toBe(1)
  })

  it('a state that is dated back lets nothing be told again', () => {
    const told = urgent()
    told.tell('2027-03-01T09:01:00Z', { type: 'message', by: 'person:ada', audience: 'internal' })
    told.tell('2027-03-01T12:00:00Z', { type: 'wake', by: 'system:timer' })
    const once = toldBy(told)
    expect(once).toHaveLength(2)
    const at = '2027-03-01T09:00:30Z'
    told.tell('2027-03-01T12:00:00Z', { type: 'take', by: 'person:ada', at })
    told.tell('2027-03-01T12:00:00Z', { type: 'wake', by: 'system:timer' })
    expect(toldBy(told)).toEqual(once)
  })

  it('nobody is woken for a warning that was given already, under whichever priority', () => {
    const told = urgent()
    told.tell('2027-03-01T09:46:00Z', { type: 'wake', by: 'system:timer' })
    told.tell('2027-03-01T09:47:00Z', { type: 'assess', by: 'person:ada', priority: 'P2' })
    const lifecycle = lifecycles['incident']
    if (lifecycle === undefined) throw new Error('there is no incident')
    const wanted = wakeups(told.state, lifecycle, '2027-03-01T09:47:00Z')
    const keys = wanted.map(({ key }) => key)
    expect(told.state.told.filter((key) => keys.includes(key))).toEqual([])
  })
})

describe('what was said in a chapter that is dated back counts', () => {
  it('a customer who has written since is not silent, whatever was told late in between', () => {
    const told = incidentStory()
    told.tell('2027-03-15T10:00:00Z', { type: 'message', by: 'customer:acme' })
    const note = { type: 'message', by: 'person:ada', audience: 'internal' } as const
    told.tell('2027-03-15T11:00:00Z', { ...note, at: '2027-03-01T09:30:00Z' })
    const at = '2027-03-01T10:00:00Z'
    told.tell('2027-03-15T11:01:00Z', { type: 'wait', by: 'person:ada', for: 'customer', at })
    told.tell('2027-03-15T11:02:00Z', { type: 'wake', by: 'system:timer' })
    expect(told.state.category).toBe('waiting')
    expect(toldBy(told).filter(([what]) => what === 'silence')).toEqual([])
  })
})

it('an approval that ends a wait clears what was waited for', () => {
  const told = story({ ...context, lifecycles: { crooked } })
  const by = 'person:ada'
  told.tell('2027-03-01T09:00:00Z', { type: 'submit', by, kind: 'crooked' })
  told.tell('2027-03-01T09:01:00Z', { type: 'wait', by, for: 'team' })
  told.tell('2027-03-01T09:02:00Z', { type: 'approve', by, approval: 'first' })
  told.tell('2027-03-01T09:03:00Z', { type: 'approve', by, approval: 'second' })
  expect(told.state).toMatchObject({ state: 'doing', category: 'open', wait: null, previous: null })
})
