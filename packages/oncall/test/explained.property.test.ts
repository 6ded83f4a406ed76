import type { Reason } from '@holdfast/kernel'
import { explanationFaults } from '@holdfast/kernel/testing'
import { renderReason } from '@holdfast/kernel/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explained, oncallPhrases } from '../src/index.ts'
import { FROM, schedules, TO } from './random-sites.ts'

const instants = fc.integer({ min: FROM, max: TO })
const codesOf = ({ code, children }: Reason): readonly string[] => [
  code,
  ...children.flatMap(codesOf),
]

it('an explanation answers what the schedule answers, and every reason has words', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, at) => {
      const questions = [
        ...['onCallAt', 'next'].map((method) => ({ method, args: [at] as unknown[] })),
        ...['shifts', 'gaps', 'overlaps'].flatMap((method) => [
          { method, args: [FROM, at] },
          { method, args: [TO, FROM] },
          { method, args: ['tomorrow', at] },
        ]),
      ]
      for (const question of questions) {
        const faults = explanationFaults(schedule, explained(schedule), question, oncallPhrases)
        expect(faults).toEqual([])
      }
    }),
  )
})

it('a reason tells everybody on duty in order, and words that hold no gaps', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, at) => {
      const { value, reason } = explained(schedule).onCallAt(at)
      const told = reason.children.filter(({ code }) => code === 'oncall.duty')
      expect(told.map(({ params }) => params['person'])).toEqual(value.map(({ person }) => person))
      const text = renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] })
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    }),
  )
})

it('where nobody is on duty, the reason says so and nothing else', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, at) => {
      const { value, reason } = explained(schedule).onCallAt(at)
      expect(codesOf(reason).includes('oncall.nobody')).toBe(value.length === 0)
    }),
  )
})

it('a reason tells each shift, gap and overlap with its span', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      const { shifts, gaps, overlaps } = explained(schedule)
      for (const { value, reason } of [shifts(FROM, TO), gaps(FROM, TO), overlaps(FROM, TO)]) {
        expect(reason.children.map(({ span }) => span)).toEqual(
          value.map(({ from, to }) => ({ from, to })),
        )
      }
    }),
  )
})

it('whose turn it is in a reason is whose turn it is at the instant', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, at) => {
      const { reason } = explained(schedule).onCallAt(at)
      for (const duty of reason.children) {
        for (const { code, span } of duty.children) {
          if (code !== 'oncall.turn') continue
          expect(span !== undefined && span.from <= at && at < span.to).toBe(true)
        }
      }
    }),
  )
})
