import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposeCaseLife } from '../src/index.ts'
import { lifeByMinutes } from './oracle.ts'
import { odd as calendar, histories, LAST, minuteAt, states } from './random-histories.ts'

const MINUTE = 60_000
const instants = fc.integer({ min: 0, max: LAST + 5 }).map(minuteAt)
const known = { calendar, states }

describe('a life is what goes on minute by minute', () => {
  it('up to its last mark', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        expect(decomposeCaseLife(marks, known)).toMatchObject(lifeByMinutes(marks, known))
      }),
      { numRuns: 400 },
    )
  })

  it('and up to any instant', () => {
    fc.assert(
      fc.property(histories, instants, (marks, at) => {
        fc.pre(marks.some((mark) => mark.at <= at))
        const options = { ...known, at }
        expect(decomposeCaseLife(marks, options)).toMatchObject(lifeByMinutes(marks, options))
      }),
      { numRuns: 400 },
    )
  })
})

describe('the parts of a life', () => {
  it('tile it: none is empty, and each begins where the one before ends', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        const { openedAt, until, stretches } = decomposeCaseLife(marks, known)
        let end = openedAt
        for (const { from, to } of stretches) {
          expect(from).toBe(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBe(until)
      }),
    )
  })

  it('add up to it, elapsed and in business time', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        const { elements, stretches, elapsed, business, openedAt, until } = decomposeCaseLife(
          marks,
          known,
        )
        expect(sum(elements, (each) => each.elapsed)).toBe(elapsed)
        expect(sum(elements, (each) => each.business)).toBe(business)
        expect(sum(stretches, (each) => each.business)).toBe(business)
        expect(business).toBe(calendar.between(openedAt, until))
      }),
    )
  })

  it('are each the stretches of one element, and its drivers add up to its repeats', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        const { elements, stretches } = decomposeCaseLife(marks, known)
        const left = new Set(stretches)
        for (const one of elements) {
          const its = stretches.filter(
            ({ element, party }) => element === one.element && party === one.party,
          )
          expect(its.length).toBeGreaterThan(0)
          expect(one.elapsed).toBe(sum(its, ({ from, to }) => to - from))
          expect(one.iterations).toBe(Math.max(...its.map(({ iteration }) => iteration)))
          expect(one.repeats).toBe(one.iterations - 1)
          expect(sum(Object.values(one.drivers), (count) => count)).toBe(one.repeats)
          for (const each of its) left.delete(each)
        }
        expect(left.size).toBe(0)
      }),
    )
  })

  it('begin with a mark of that instant, or with a wait whose date it is', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        const { about, stretches, openedAt } = decomposeCaseLife(marks, known)
        for (const { from, mark: id } of stretches) {
          const mark = marks.find((each) => each.id === id)
          const until = mark?.facts?.['until']
          const date = typeof until === 'string' ? Date.parse(until) : until
          expect(mark?.about).toBe(about)
          expect(mark?.at === from || date === from || from === openedAt).toBe(true)
        }
      }),
    )
  })
})

describe('what does not change a life', () => {
  const shuffled = histories.chain((marks) =>
    fc.tuple(
      fc.constant(marks),
      fc
        .tuple(
          fc.shuffledSubarray([...marks], { minLength: marks.length }),
          fc.subarray([...marks]),
        )
        .map(([all, again]) => [...all, ...again]),
    ),
  )

  it('is the order of its marks, or that they are told twice', () => {
    fc.assert(
      fc.property(shuffled, ([marks, others]) => {
        expect(decomposeCaseLife(others, known)).toEqual(decomposeCaseLife(marks, known))
      }),
    )
  })

  it('is what comes after the instant that is asked about', () => {
    fc.assert(
      fc.property(histories, instants, (marks, at) => {
        const before = marks.filter((mark) => mark.at <= at)
        fc.pre(before.length > 0)
        const options = { ...known, at }
        expect(decomposeCaseLife(marks, options)).toEqual(decomposeCaseLife(before, options))
      }),
    )
  })

  it('is the time at which all of it happens: it is only at another time', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -100_000, max: 100_000 }), (marks, by) => {
        const life = decomposeCaseLife(marks, { states })
        const shifted = decomposeCaseLife(
          marks.map((mark) => later(mark, by * MINUTE)),
          { states },
        )
        expect(shifted.elements).toEqual(life.elements)
        expect(shifted.openedAt).toBe(life.openedAt + by * MINUTE)
        expect(shifted.until).toBe(life.until + by * MINUTE)
        expect(shifted.stretches.map(({ from }) => from - by * MINUTE)).toEqual(
          life.stretches.map(({ from }) => from),
        )
      }),
    )
  })

  it('is what happens to other requests and to tasks', () => {
    fc.assert(
      fc.property(histories, (marks) => {
        const own = marks.filter(({ about }) => about === 'request:7')
        fc.pre(own.length > 0 && !marks.some(({ about }) => about === 'request:8'))
        expect(decomposeCaseLife(marks, known)).toEqual(decomposeCaseLife(own, known))
      }),
    )
  })
})

it('a wait less never leaves less time for the rest', () => {
  const simple = histories.map((marks) => [
    { id: 'first', at: minuteAt(0), seq: 0, type: 'submitted', about: 'request:7' } as const,
    ...marks.map((mark) => plain(mark)),
  ])
  const rest = (marks: readonly Mark[]) => {
    const { elements } = decomposeCaseLife(marks, { calendar, at: minuteAt(LAST) })
    const others = elements.filter(({ element }) => element !== 'wait')
    return [sum(others, ({ elapsed }) => elapsed), sum(others, ({ business }) => business)] as const
  }
  fc.assert(
    fc.property(simple, (marks) => {
      const [elapsed, business] = rest(marks)
      for (const wait of marks.filter(({ type }) => type === 'waiting')) {
        const less = rest(marks.filter((mark) => mark !== wait))
        expect(less[0]).toBeGreaterThanOrEqual(elapsed)
        expect(less[1]).toBeGreaterThanOrEqual(business)
      }
    }),
  )
})

/** A mark about the request whose waits only another mark ends: a date can end one that would hide a longer one. */
function plain(mark: Mark): Mark {
  const { element, until: _, ...facts } = mark.facts ?? {}
  const own = element === undefined || element === 'wait' ? {} : { element }
  return { ...mark, about: 'request:7', facts: { ...facts, ...own } }
}

function later(mark: Mark, by: number): Mark {
  const until = mark.facts?.['until']
  if (until === undefined) return { ...mark, at: mark.at + by }
  const date = typeof until === 'string' ? Date.parse(until) : Number(until)
  return { ...mark, at: mark.at + by, facts: { ...mark.facts, until: date + by } }
}

function sum<T>(all: readonly T[], of: (one: T) => number | null): number {
  return all.reduce((total, one) => total + (of(one) ?? 0), 0)
}
