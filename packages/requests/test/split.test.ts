import { describe, expect, it } from 'vitest'
import { incident } from '../src/lifecycles/incident.ts'
import type { Link } from '../src/state.ts'
import { family } from './family.ts'
import { ada, lifecycleOf, monday, story } from './told-story.ts'

const [one, two, three] = ['one', 'two', 'three'].map(
  (id): Link => ({ relation: 'about', to: `ticket:${id}` }),
) as [Link, Link, Link]

const summary = 'Exports work again'
const resolution = { cause: 'A release', effect: 'No exports', summary } as const

function splitFamily() {
  const told = family([one, two, three])
  const into = [
    { request: '8', title: 'Two', links: [two] },
    { request: '9', title: 'All', required: false },
  ]
  expect(told.tell({ type: 'split', into })).toBeUndefined()
  return told
}

describe('splitting a request', () => {
  it('moves the links that a child is given, and shares all where it is given none', () => {
    const told = splitFamily()
    expect(told.of('7').links).toEqual([one, three])
    expect(told.of('8')).toMatchObject({ parent: '7', title: 'Two', links: [two] })
    expect(told.of('9').links).toEqual([one, three])
    expect(told.of('7').children).toEqual([
      { request: '8', required: true, status: 'open', before: [one, two, three] },
      { request: '9', required: false, status: 'open' },
    ])
    expect(told.lost).toEqual([])
  })

  it('keeps the parent from being resolved while a required child is open', () => {
    const told = splitFamily()
    expect(told.tell({ type: 'resolve', ...resolution })).toMatchObject({
      code: 'children-open',
      params: { children: ['request:8'] },
    })
    told.tell({ type: 'resolve', request: '8', ...resolution })
    expect(told.of('7').children).toMatchObject([{ status: 'resolved' }, { status: 'open' }])
    expect(told.tell({ type: 'resolve', ...resolution })).toBeUndefined()
  })

  it('hears of a child that was opened again, also when it is resolved itself', () => {
    const told = splitFamily()
    told.tell({ type: 'resolve', request: '8', ...resolution })
    told.tell({ type: 'resolve', ...resolution })
    told.tell({ type: 'reopen', request: '8', reason: 'It fails again' })
    expect(told.of('7').children).toMatchObject([{ status: 'open' }, { status: 'open' }])
    expect(told.lost).toEqual([])
  })

  it.each([
    ['a child of that name', 'child-exists', [{ request: '8', title: 'Again' }]],
    [
      'two children of one name',
      'child-exists',
      ['10', '10'].map((request) => ({ request, title: 'Twice' })),
    ],
    ['a request as its own child', 'split-of-itself', [{ request: '7', title: 'Itself' }]],
    [
      'a link that is not there, or gone with another child',
      'link-unknown',
      [{ request: '10', title: 'Two', links: [two] }],
    ],
  ])('is refused for %s', (_, code, into) => {
    const told = splitFamily()
    const before = told.of('7')
    expect(told.tell({ type: 'split', into })).toMatchObject({ code })
    expect(told.of('7')).toBe(before)
  })

  it('is refused where the child would be its own grandparent, or any request that is loaded', () => {
    const told = splitFamily()
    const into = [{ request: '7', title: 'Up' }]
    expect(told.tell({ type: 'split', request: '8', into })).toMatchObject({ code: 'child-exists' })
    const other = [{ request: '9', title: 'Aside' }]
    expect(told.tell({ type: 'split', request: '8', into: other })).toMatchObject({
      code: 'child-exists',
      params: { child: '9' },
    })
  })
})

describe('re-joining', () => {
  it('gives the links back to their places, ends the child, and tells where it went', () => {
    const told = splitFamily()
    expect(told.tell({ type: 'rejoin', child: '8' })).toBeUndefined()
    expect(told.of('7').links).toEqual([one, two, three])
    expect(told.of('7').children[0]).toEqual({ request: '8', required: true, status: 'rejoined' })
    expect(told.of('8').category).toBe('closed')
    expect(told.events.at(-1)).toMatchObject({
      type: 'cancelled',
      request: '8',
      into: '7',
      reason: 'merged',
    })
    expect(told.lost).toEqual([])
  })

  it('brings along what the child was linked to meanwhile, after what was there before', () => {
    const told = splitFamily()
    const [four, five] = ['four', 'five'].map((id) => ({ relation: 'about', to: id }))
    told.tell({ type: 'link', request: '8', link: four as Link })
    told.tell({ type: 'link', link: five as Link })
    told.tell({ type: 'rejoin', child: '8' })
    expect(told.links('7')).toEqual(['ticket:one', 'ticket:two', 'ticket:three', 'five', 'four'])
  })

  it('does not bring back what the child was unlinked from', () => {
    const told = splitFamily()
    told.tell({ type: 'unlink', request: '8', link: two })
    told.tell({ type: 'rejoin', child: '8' })
    expect(told.of('7').links).toEqual([one, three])
  })

  it.each([
    ['8', '10'],
    ['10', '8'],
  ])('restores the links whichever child comes back first: %s, then %s', (first, second) => {
    const told = splitFamily()
    told.tell({ type: 'split', into: [{ request: '10', title: 'One', links: [one] }] })
    expect(told.of('7').links).toEqual([three])
    for (const child of [first, second]) told.tell({ type: 'rejoin', child })
    expect(told.of('7').links).toEqual([one, two, three])
  })

  it('takes a resolved child back, and the offer that stood for it', () => {
    const told = splitFamily()
    told.tell({ type: 'offer', request: '8', to: 'team:platform' })
    told.tell({ type: 'rejoin', child: '8' })
    expect(told.of('8').offer).toBeNull()
    told.tell({ type: 'resolve', request: '9', ...resolution })
    expect(told.tell({ type: 'rejoin', child: '9' })).toBeUndefined()
    expect(told.of('9').category).toBe('closed')
  })

  it('is refused for a request that was never split off', () => {
    expect(splitFamily().tell({ type: 'rejoin', child: '10' })).toMatchObject({
      code: 'child-unknown',
      params: { child: '10', known: ['8', '9'] },
    })
  })

  it('is refused for a child that is over', () => {
    const told = splitFamily()
    told.tell({ type: 'cancel', request: '8', reason: 'Nobody needs it' })
    expect(told.tell({ type: 'rejoin', child: '8' })).toMatchObject({
      code: 'child-over',
      params: { child: '8', status: 'cancelled' },
    })
    told.tell({ type: 'rejoin', child: '9' })
    expect(told.tell({ type: 'rejoin', child: '9' })).toMatchObject({
      params: { status: 'rejoined' },
    })
  })

  it('is refused while the child has work of its own, which would be lost', () => {
    const told = splitFamily()
    told.tell({ type: 'addTask', request: '8', task: 't', title: 'Look', required: false })
    told.tell({ type: 'split', request: '8', into: [{ request: '80', title: 'Part' }] })
    expect(told.tell({ type: 'rejoin', child: '8' })).toMatchObject({
      code: 'children-open',
      params: { children: ['task:8/t', 'request:80'] },
    })
  })

  it('and all that is for the desk', () => {
    const told = splitFamily()
    const by = 'customer:acme'
    const into = [{ request: '10', title: 'More' }]
    for (const command of [
      { type: 'split', by, into },
      { type: 'rejoin', by, child: '8' },
      { type: 'link', by, link: two },
      { type: 'unlink', by, link: one },
      { type: 'mergeInto', by, request: '8', parent: '7' },
    ] as const) {
      expect(told.tell(command)).toMatchObject({ code: 'not-allowed' })
    }
  })
})

describe('what a child and its parent say to each other', () => {
  it('a child that nobody split off is not noted', () => {
    const refused = splitFamily().tell({ type: 'noteChild', child: '10', status: 'closed' })
    expect(refused).toMatchObject({ code: 'child-unknown' })
  })

  it('what is known already, or of a child that re-joined, is not noted again', () => {
    const told = splitFamily()
    told.tell({ type: 'rejoin', child: '8' })
    const count = told.events.length
    told.tell({ type: 'noteChild', child: '8', status: 'closed' })
    told.tell({ type: 'noteChild', child: '9', status: 'open' })
    expect(told.events.length).toBe(count)
  })

  it('a child ends where its kind ends, in whatever order its states are written', () => {
    const { states, transitions } = incident
    const ways = transitions.filter(({ on }) => on !== 'cancel')
    const all = Object.entries({ ...states, archived: { category: 'closed' } as const })
    for (const written of [all, [...all].reverse()]) {
      const ended = { ...incident, states: Object.fromEntries(written), transitions: ways }
      const told = story({ lifecycles: { incident: lifecycleOf(ended) } })
      const child = { type: 'submit', by: 'person:ada', kind: 'incident', parent: '6' } as const
      told.tell(monday('09:00'), child)
      told.tell(monday('09:10'), ada({ type: 'mergeInto', parent: '6' }))
      expect(told.state.state).toBe('closed')
    }
  })

  it('a request goes into its own parent only', () => {
    const refused = splitFamily().tell({ type: 'mergeInto', request: '8', parent: '9' })
    expect(refused).toMatchObject({ code: 'parent-other', params: { asked: '9', found: '7' } })
  })
})

describe('links', () => {
  it('are there once, and linking or unlinking again changes nothing', () => {
    const told = family([one, one])
    const count = told.events.length
    told.tell({ type: 'link', link: one })
    told.tell({ type: 'unlink', link: two })
    expect(told.events.length).toBe(count)
    told.tell({ type: 'link', link: two })
    told.tell({ type: 'unlink', link: one })
    expect(told.of('7').links).toEqual([two])
  })

  it('are the same when relation and target are', () => {
    const told = family([one])
    told.tell({ type: 'link', link: { ...one, relation: 'causedBy' } })
    expect(told.links('7')).toEqual(['ticket:one', 'ticket:one'])
  })
})
