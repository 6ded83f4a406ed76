import { MAX_INSTANT, type Mark, type MarkType } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createObligation, historyOf, readVersions, wakeupsOfVersions } from '../src/index.ts'
import {
  accepted,
  answered,
  at,
  deps,
  hour,
  mark,
  news,
  offered,
  promise,
  read,
  readOnly,
  resolved,
  solution,
  submitted,
} from './desk.ts'

const start = submitted('Mon 09:00')

function problemsOf(marks: readonly unknown[], when = 'Mon 12:00'): readonly unknown[] {
  const { problems } = historyOf(marks as Mark[], at(when))
  return problems.map(({ code, marks: ids }) => [code, ids])
}

/** Every order of a few marks. */
function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((item, place) =>
    orders(items.toSpliced(place, 1)).map((rest) => [item, ...rest]),
  )
}

describe('a mark can be placed', () => {
  it('from the first instant to the last', () => {
    const marks = [mark('submitted', 0), mark('closed', MAX_INSTANT)]
    expect(historyOf(marks)).toMatchObject({ marks, problems: [], unusable: [] })
    const wrong = [
      { ...start, id: 'before', at: -1 },
      { ...start, id: 'after', at: MAX_INSTANT + 1 },
    ]
    expect(historyOf([...wrong, ...marks])).toMatchObject({ marks, unusable: ['after', 'before'] })
  })

  it('at whole milliseconds only', () => {
    for (const when of [0.5, at('Mon 10:00') + 0.5, '5', '2026-03-02T09:00:00Z', null, true, []]) {
      expect(
        historyOf([start, { ...start, id: 'odd', at: when } as unknown as Mark]),
      ).toMatchObject({ marks: [start], unusable: ['odd'] })
    }
  })

  it('in a stream by a whole number only', () => {
    for (const seq of [0.5, Number.POSITIVE_INFINITY, '1', null]) {
      const odd = { ...start, id: 'odd', seq } as unknown as Mark
      expect(historyOf([start, odd])).toMatchObject({ marks: [start], unusable: ['odd'] })
    }
    expect(historyOf([{ ...start, seq: 3 }]).unusable).toEqual([])
  })

  it('when it has an id, a type, and says what it is about', () => {
    for (const part of ['id', 'type', 'about'] as const) {
      for (const value of [undefined, null, 7, {}]) {
        const odd = { ...start, [part]: value } as unknown as Mark
        expect(historyOf([odd])).toMatchObject({
          marks: [],
          unusable: [part === 'id' ? '?' : start.id],
        })
      }
    }
  })

  it('when its parts are of the right kind', () => {
    const odd = [
      { ...start, id: 'no facts', facts: null },
      { ...start, id: 'facts', facts: 7 },
      { ...start, id: 'no party', by: null },
      { ...start, id: 'party', by: 7 },
    ]
    expect(historyOf(odd as unknown as Mark[])).toMatchObject({
      marks: [],
      unusable: ['facts', 'no facts', 'no party', 'party'],
    })
    const fine = { id: 'said', at: 7, type: 'message', about: 'request:7' } as const
    expect(historyOf([fine, { ...fine, id: 'with facts', facts: {} }]).unusable).toEqual([])
  })
})

describe('marks that nobody can place', () => {
  it('are named in order, whatever the order they come in', () => {
    const lost = ['b', 'c', 'a'].map((id) => ({ ...start, id, at: Number.NaN }))
    for (const order of orders<unknown>([start, ...lost])) {
      expect(problemsOf(order)).toEqual([['inconsistent-history', ['a', 'b', 'c']]])
    }
  })

  it('are told before anything has happened, too', () => {
    expect(problemsOf([start, { ...start, id: 'lost', at: -1 }], 'Mon 08:00')).toEqual([
      ['inconsistent-history', ['lost']],
    ])
  })

  it('leave nothing, where there is nothing else', () => {
    const lost = [{ ...start, at: Number.NaN }]
    expect(read(promise(), lost, 'Mon 12:00')).toEqual([])
    expect(read(promise(), [], 'Mon 12:00')).toEqual([])
    const terms = createObligation(promise({ within: 'PT1H' }), deps)
    const versions = [{ from: at('Mon 08:00'), terms, onChange: 'retroactive' as const }]
    expect(read(promise(), [], 'Mon 12:00', { versions })).toEqual([])
    expect(readVersions(versions, lost, at('Mon 12:00'))).toEqual([])
    expect(wakeupsOfVersions(versions, [], at('Mon 12:00'))).toEqual([])
  })
})

describe('what cannot be right', () => {
  it('is told kind by kind, each with its marks in order of time', () => {
    const early = [answered('Mon 08:30'), answered('Mon 08:00')]
    const others = [
      answered('Mon 11:00', { about: 'request:9' }),
      answered('Mon 10:00', { about: 'request:8' }),
    ]
    const lost = { ...start, id: 'lost', at: -1 }
    expect(problemsOf([...others, lost, start, ...early])).toEqual([
      ['inconsistent-history', ['lost']],
      ['inconsistent-history', ['message request:7 Mon 08:00', 'message request:7 Mon 08:30']],
      ['inconsistent-history', ['message request:8 Mon 10:00', 'message request:9 Mon 11:00']],
    ])
  })

  it('is not what happens in the instant of the submission, nor in a task of the request', () => {
    const marks = [
      answered('Mon 09:00', { id: 'a first' }),
      start,
      answered('Mon 10:00', { about: 'task:7/3' }),
    ]
    expect(problemsOf(marks)).toEqual([])
  })

  it('is not told before it happens', () => {
    const marks = [start, answered('Mon 10:00', { about: 'request:8' })]
    expect(problemsOf(marks, 'Mon 09:59')).toEqual([])
    expect(problemsOf(marks, 'Mon 10:00')).toHaveLength(1)
    const later = [answered('Mon 08:00'), start]
    expect(problemsOf(later, 'Mon 08:59')).toEqual([])
    expect(problemsOf(later, 'Mon 09:00')).toHaveLength(1)
  })

  it('can be of a history that was made ready for all obligations', () => {
    const history = historyOf([start, answered('Mon 10:00', { about: 'request:8' })])
    expect(history.problems).toHaveLength(1)
    expect(createObligation(solution(), deps).read(history, at('Mon 09:30'))).toMatchObject([
      { problems: [] },
    ])
  })
})

describe('the request', () => {
  const o1 = { about: 'offer:o1' }

  it('is what the first mark about one is about', () => {
    const marks = [offered('Mon 09:00', o1), mark('assigned', 'Mon 10:00')]
    const first = createObligation(promise({ start: { condition: 'offered' } }), deps)
    expect(first.read(marks, at('Mon 11:00'))).toMatchObject([
      { about: 'request:7', life: 'running', startedAt: at('Mon 09:00') },
    ])
    expect(readOnly(promise(), marks, 'Mon 11:00')).toMatchObject({
      about: 'request:7',
      life: 'inactive',
    })
  })

  it('is what the first mark is about, as long as none is about a request', () => {
    const marks = [offered('Mon 09:00', o1), accepted('Mon 10:00', { about: 'offer:o2' })]
    expect(readOnly(promise(), marks, 'Mon 11:00').about).toBe('offer:o1')
  })

  it('is the first, where marks are about several', () => {
    const marks = [answered('Mon 08:00', { about: 'request:8' }), start]
    expect(readOnly(promise(), marks, 'Mon 10:00').about).toBe('request:8')
  })
})

describe('what is owed for each thing', () => {
  const each = promise({
    per: 'about',
    start: { condition: 'offered' },
    stop: { condition: 'accepted' },
  })

  it('is not owed for what comes after the instant asked at', () => {
    const marks = [
      start,
      offered('Mon 10:00', { about: 'offer:o1' }),
      offered('Mon 11:00', { about: 'offer:o2' }),
    ]
    const abouts = (when: string | number) => read(each, marks, when).map(({ about }) => about)
    expect(abouts(at('Mon 10:00') - 1)).toEqual([])
    expect(abouts('Mon 10:00')).toEqual(['offer:o1'])
    expect(abouts(at('Mon 11:00') - 1)).toEqual(['offer:o1'])
    expect(abouts('Mon 11:00')).toEqual(['offer:o1', 'offer:o2'])
  })
})

describe('a mark of a type that is not known', () => {
  const blessed = (parts: Partial<Mark> = {}): Mark =>
    mark('blessed' as MarkType, 'Mon 10:00', { by: 'person:ada', ...parts })

  it('is none of those that are', () => {
    for (const type of ['triaged', 'submitted', 'cancelled'] as const) {
      const terms = promise({ stop: { condition: type }, start: { condition: 'assigned' } })
      const marks = [mark('assigned', 'Mon 09:00'), blessed()]
      expect(readOnly(terms, marks, 'Mon 11:00').life).toBe('running')
    }
  })

  it('counts where a condition asks for something else of it', () => {
    const terms = promise({
      stop: { all: [{ fact: 'by', operator: 'equal', value: 'person:ada' }] },
    })
    expect(readOnly(terms, [start, blessed()], 'Mon 11:00').life).toBe('fulfilled')
    expect(readOnly(terms, [start, blessed({ by: 'person:bob' })], 'Mon 11:00').life).toBe(
      'running',
    )
  })

  it('begins a promise for what it is about, where a condition takes it', () => {
    const terms = promise({
      per: 'about',
      start: { all: [{ fact: 'by', operator: 'equal', value: 'person:ada' }] },
    })
    expect(read(terms, [start, blessed({ about: 'task:7/3' })], 'Mon 11:00')).toMatchObject([
      { about: 'task:7/3', life: 'running' },
    ])
  })
})

describe('a mark that comes twice', () => {
  const within = news('fulfillment')
  const first = answered('Mon 10:00', { seq: 2 })
  const second = answered('Mon 11:00', { seq: 3 })
  const once = [submitted('Mon 09:00', { seq: 1 }), first, second]

  it('counts once, next to itself or apart', () => {
    const states = read(within, once, 'Mon 12:00')
    expect(states).toMatchObject([{ cycle: 1 }, { cycle: 2 }, { cycle: 3, life: 'running' }])
    const copy = { ...first }
    for (const marks of orders([...once, copy])) {
      expect(read(within, marks, 'Mon 12:00')).toEqual(states)
    }
    expect(read(within, [...once, ...once, ...once], 'Mon 12:00')).toEqual(states)
    expect(historyOf([...once, copy]).marks).toEqual(once)
  })

  it('counts twice where another id or place says that it happened twice', () => {
    const again = { ...first, id: 'again' }
    expect(read(within, [...once, again], 'Mon 12:00')).toHaveLength(4)
    expect(read(within, [...once, { ...first, seq: 4 }], 'Mon 12:00')).toHaveLength(4)
  })

  it('counts once, in the same words in whatever order, where it is told in different words', () => {
    const told = (audience: 'public' | 'internal', by: 'person:ada' | 'person:bob') =>
      answered('Mon 10:00', { id: 'told', audience, by })
    const public1 = told('public', 'person:ada')
    const internal1 = told('internal', 'person:bob')
    const internal2 = told('internal', 'person:ada')
    for (const marks of orders([public1, start, internal1, internal2])) {
      expect(historyOf(marks).marks).toEqual([start, internal2])
      expect(readOnly(promise(), marks, 'Mon 12:00').life).toBe('running')
    }
    for (const marks of orders([
      told('public', 'person:bob'),
      start,
      internal1,
      { ...internal1 },
    ])) {
      expect(historyOf(marks).marks).toEqual([start, internal1])
    }
  })

  it('counts once, in whatever order, where its facts are no plain data', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const odd = { ...resolved('Mon 10:00', { id: 'odd' }), facts: circle } as unknown as Mark
    const kinds = (['resolved', 'cancelled', 'closed'] as const).map((type) => ({ ...odd, type }))
    for (const marks of orders([start, ...kinds])) {
      expect(historyOf(marks).marks.map(({ type }) => type)).toEqual(['submitted', 'cancelled'])
      expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
        life: 'cancelled',
        used: hour,
      })
    }
  })
})
