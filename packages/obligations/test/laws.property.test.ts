import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMet, isOpen, type ObligationState } from '../src/index.ts'
import { cases, MINUTE, timeCases } from './arbitraries.ts'

/** Everything that passing time leaves as it is. */
function settled(states: readonly ObligationState[]): readonly unknown[] {
  return states.map((state) => ({ ...state, used: 0, remaining: 0, share: 0 }))
}

describe('laws of every reading', () => {
  it('depends on no order in which marks come, nor on how often', () => {
    const order = fc.array(fc.nat({ max: 20 }), { maxLength: 20 })
    fc.assert(
      fc.property(cases(), order, ({ obligation, marks, at }, swaps) => {
        const shuffled = [...marks]
        for (const nth of swaps) {
          const mark = marks[nth % marks.length] as Mark
          shuffled.splice(nth % shuffled.length, 0, mark)
        }
        const expected = obligation.read(marks, at)
        expect(obligation.read(shuffled, at)).toEqual(expected)
        expect(obligation.read(shuffled.reverse(), at)).toEqual(expected)
        expect(obligation.wakeups(shuffled, at)).toEqual(obligation.wakeups(marks, at))
      }),
    )
  })

  it('does not look at what comes later', () => {
    fc.assert(
      fc.property(cases(), ({ obligation, marks, at }) => {
        const past = marks.filter((mark) => mark.at <= at)
        if (past.length === 0) return
        expect(obligation.read(marks, at)).toEqual(obligation.read(past, at))
        expect(obligation.wakeups(marks, at)).toEqual(obligation.wakeups(past, at))
      }),
    )
  })

  it('does not look at marks that the terms do not speak of', () => {
    const notes = fc.array(fc.nat({ max: 20_000 }), { maxLength: 5 })
    fc.assert(
      fc.property(cases(), notes, ({ obligation, marks, at }, noted) => {
        const others = noted.map(
          (after, nth): Mark => ({
            id: `note${nth}`,
            at: (marks[0] as Mark).at + after * MINUTE,
            type: 'triaged',
            about: 'request:7',
          }),
        )
        if ((marks[0] as Mark).at > at) return
        expect(obligation.read([...others, ...marks], at)).toEqual(obligation.read(marks, at))
      }),
    )
  })

  it('changes nothing it is given, and answers the same again', () => {
    fc.assert(
      fc.property(cases(), ({ obligation, marks, at }) => {
        Object.freeze(marks.map((mark) => Object.freeze(mark)))
        expect(obligation.read(marks, at)).toEqual(obligation.read(marks, at))
        expect(obligation.wakeups(marks, at)).toEqual(obligation.wakeups(marks, at))
      }),
    )
  })

  it('numbers its cycles, of which at most the last is open', () => {
    fc.assert(
      fc.property(cases(), ({ obligation, marks, at }) => {
        const states = obligation.read(marks, at)
        const cycles = states.filter(({ cycle }) => cycle > 0)
        expect(cycles.map(({ cycle }) => cycle)).toEqual(cycles.map((_, nth) => nth + 1))
        expect(cycles.slice(0, -1).some(isOpen)).toBe(false)
        for (const { used, remaining, target, share } of cycles) {
          expect(used + remaining).toBe(target)
          expect(used).toBeGreaterThanOrEqual(0)
          expect(share).toBe(target > 0 ? used / target : 0)
        }
      }),
    )
  })

  it('uses what is open between start and end, less what is paused', () => {
    fc.assert(
      fc.property(cases(), ({ obligation, marks, at, place, terms: document }) => {
        const isElapsed =
          document.clock.counts === 'elapsedTime' || document.clock.counts === 'localDates'
        const count = (from: number, to: number) =>
          isElapsed ? to - from : place.calendar.between(from, to)
        for (const state of obligation.read(marks, at)) {
          const { startedAt, pauses, used, segments } = state
          // A later period on a grid counts from the end of the one before, which may lie in a pause.
          if (startedAt === null || state.life === 'inactive') continue
          if (document.every?.from === 'grid' && state.cycle > 1) continue
          const end = state.fulfilledAt ?? state.cancelledAt ?? at
          let counted = count(startedAt, end)
          let covered = startedAt
          for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
            const until = Math.min(to ?? end, end)
            if (until <= covered) continue
            counted -= count(Math.max(from, covered), until)
            covered = until
          }
          expect(used).toBe(counted)
          const ran = segments.reduce((sum, { from, to }) => sum + count(from, to ?? end), 0)
          expect(used).toBe(ran)
        }
      }),
    )
  })

  it('is met if fulfilled by the latest instant to meet it, and so within its target', () => {
    fc.assert(
      fc.property(timeCases(), ({ obligation, marks, at }) => {
        for (const state of obligation.read(marks, at)) {
          const { fulfilledAt, latestToMeet, breachedAt, used, target, dueAt } = state
          if (breachedAt !== null) expect(breachedAt).toBe((latestToMeet as number) + 1)
          if (latestToMeet !== null) expect(latestToMeet).toBeGreaterThanOrEqual(dueAt as number)
          if (fulfilledAt === null) continue
          expect(isMet(state)).toBe(latestToMeet === null || fulfilledAt <= latestToMeet)
          expect(isMet(state)).toBe(used <= target)
        }
      }),
    )
  })
})

describe('laws of wake-ups', () => {
  it('nothing but the time used changes between one and the next', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })
    fc.assert(
      fc.property(cases(), shares, ({ obligation, marks, at: start }, some) => {
        let at = start
        for (let step = 0; step < 6; step++) {
          const past = marks.filter((mark) => mark.at <= at)
          if (past.length === 0) return
          const next = obligation.wakeups(past, at)[0]?.at ?? at + 400 * 24 * 60 * MINUTE
          const before = settled(obligation.read(past, at))
          for (const share of [...some, 1]) {
            const later = at + Math.floor((next - 1 - at) * share)
            expect(settled(obligation.read(past, later))).toEqual(before)
          }
          at = next
        }
      }),
    )
  })

  it('come in order of time, later than asked, each with a key of its own', () => {
    fc.assert(
      fc.property(cases(), ({ obligation, marks, at }) => {
        const found = obligation.wakeups(marks, at)
        const instants = found.map((wakeup) => wakeup.at)
        expect(instants).toEqual([...instants].sort((a, b) => a - b))
        expect(instants.every((instant) => instant > at)).toBe(true)
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      }),
    )
  })
})

describe('laws of pauses', () => {
  it('without a pause no deadline is later', () => {
    const which = fc.nat({ max: 20 })
    fc.assert(
      fc.property(
        cases({ replaces: false }),
        which,
        ({ obligation, marks, at, terms: document }, nth) => {
          // What fulfills a period on a grid may fulfill another one when the pause is not there.
          if (document.every?.from === 'grid') return
          const waits = marks.filter(({ type }) => type === 'waiting')
          const gone = waits[nth % waits.length]
          // A mark that pauses may do other things as well; those it does still.
          const { start, stop, reset, cancel, every } = document
          const others = JSON.stringify([start, stop, reset, cancel, every])
          if (gone === undefined || others.includes('waiting')) return
          const paused = obligation.read(marks, at)
          const unpaused = obligation.read(
            marks.filter((mark) => mark !== gone),
            at,
          )
          expect(unpaused.length).toBe(paused.length)
          for (const [index, state] of paused.entries()) {
            const other = unpaused[index] as ObligationState
            expect(later(state.dueAt)).toBeGreaterThanOrEqual(later(other.dueAt))
            expect(later(state.latestToMeet)).toBeGreaterThanOrEqual(later(other.latestToMeet))
            expect(state.used).toBeLessThanOrEqual(other.used)
          }
        },
      ),
    )
  })
})

/** A deadline that a pause leaves open is later than all. */
function later(at: number | null): number {
  return at ?? Number.MAX_SAFE_INTEGER
}
