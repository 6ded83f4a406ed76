import { calendarPhrases } from '@holdfast/calendar'
import type { Mark } from '@holdfast/kernel'
import { explanationFaults } from '@holdfast/kernel/testing'
import { renderReason } from '@holdfast/kernel/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  explained,
  explainedVersions,
  obligationsPhrases,
  readVersions,
  wakeupsOfVersions,
} from '../src/index.ts'
import { type Case, cases, MINUTE } from './arbitraries.ts'

const phrases = { ...calendarPhrases, ...obligationsPhrases }
const onChange = fc.constantFrom('retroactive' as const, 'fromChange' as const)

/** A version that takes the place of the terms some time after the history begins. */
const versions = fc.record({ other: cases(), onChange, minute: fc.nat({ max: 5000 }) })

function startOf({ marks }: Case): number {
  return (marks[0] as Mark).at
}

it('an explanation answers what the obligation answers, and every reason has words', () => {
  fc.assert(
    fc.property(cases(), versions, (some, { other, onChange, minute }) => {
      const { obligation, marks, at } = some
      const from = startOf(some) + minute * MINUTE
      const changing = { versions: [{ from, terms: other.obligation, onChange }] }
      for (const method of ['read', 'wakeups']) {
        for (const args of [
          [marks, at],
          [marks, at, changing],
          [marks, 'tomorrow'],
        ]) {
          const question = { method, args }
          const faults = explanationFaults(obligation, explained(obligation), question, phrases)
          expect(faults).toEqual([])
        }
      }
    }),
  )
})

it('so does the explanation of a promise that its versions made', () => {
  fc.assert(
    fc.property(cases(), versions, ({ obligation, marks, at }, { other, onChange, minute }) => {
      const from = (marks[0] as Mark).at + minute * MINUTE
      const made = [
        { from, terms: obligation, onChange },
        { from: from + 600 * MINUTE, terms: other.obligation, onChange },
        { from: from + 6000 * MINUTE, terms: null, onChange },
      ]
      const telling = explainedVersions(made)
      const read = telling.read(marks, at)
      expect(read.value).toEqual(readVersions(made, marks, at))
      expect(read.reason.children).toHaveLength(read.value.length)
      expect(telling.wakeups(marks, at).value).toEqual(wakeupsOfVersions(made, marks, at))
      renderReason(read.reason, { timeZone: 'UTC', phrases: [phrases] })
    }),
  )
})

it('the counted stretches of an explanation add up to the time used', () => {
  fc.assert(
    fc.property(cases(), ({ obligation, marks, at }) => {
      const { value, reason } = explained(obligation).read(marks, at)
      expect(reason.children).toHaveLength(value.length)
      for (const [nth, { used, pauses }] of value.entries()) {
        const told = reason.children[nth]?.children ?? []
        const counted = told.filter(({ code }) => code === 'obligations.counted')
        expect(counted.reduce((sum, { params }) => sum + Number(params['millis']), 0)).toBe(used)
        expect(told.filter(({ code }) => code === 'obligations.paused')).toHaveLength(pauses.length)
      }
    }),
  )
})

it('a deadline moves from where it was, and ends up where it is', () => {
  fc.assert(
    fc.property(cases(), versions, (some, { other, onChange, minute }) => {
      const { obligation, marks, at } = some
      const from = startOf(some) + minute * MINUTE
      const changing = { versions: [{ from, terms: other.obligation, onChange }] }
      const { value, reason } = explained(obligation).read(marks, at, changing)
      for (const [nth, { dueAt }] of value.entries()) {
        const told = reason.children[nth]?.children ?? []
        const moves = told.filter(({ code }) => code === 'obligations.moved')
        for (const [place, { params, children }] of moves.entries()) {
          expect(children).not.toEqual([])
          const next = moves[place + 1]
          expect(params['to']).toBe(next === undefined ? dueAt : next.params['from'])
          expect(params['from']).not.toBe(params['to'])
        }
      }
    }),
  )
})
