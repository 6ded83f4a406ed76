import { calendarPhrases } from '@holdfast/calendar'
import { explanationFaults } from '@holdfast/kernel/testing'
import { renderReason } from '@holdfast/kernel/text'
import { obligationsPhrases } from '@holdfast/obligations'
import { rulesPhrases } from '@holdfast/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explained, slaPhrases } from '../src/index.ts'
import { situations } from './random-policies.ts'

const phrases = { ...calendarPhrases, ...rulesPhrases, ...obligationsPhrases, ...slaPhrases }

it('an explanation answers what the policy answers, and every reason has words', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      for (const method of ['read', 'wakeups']) {
        for (const args of [
          [marks, at],
          [marks, 'tomorrow'],
        ]) {
          const question = { method, args }
          expect(explanationFaults(policy, explained(policy), question, phrases)).toEqual([])
        }
      }
    }),
  )
})

it('a reason tells every cycle of every promise, and says it in words', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      const { value, reason } = explained(policy).read(marks, at)
      const promises = reason.children.filter(({ code }) => code === 'sla.promise')
      expect(
        promises.flatMap(({ children }) => children.map(({ params }) => params['obligation'])),
      ).toEqual(value.states.map(({ obligation }) => obligation))
      expect(renderReason(reason, { timeZone: 'UTC', phrases: [phrases] })).not.toContain(
        'undefined',
      )
    }),
  )
})

it('a reason tells every wake-up, in order of time', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      const { value, reason } = explained(policy).wakeups(marks, at)
      expect(reason.children.map(({ params }) => params['at'])).toEqual(
        value.map((wakeup) => wakeup.at),
      )
    }),
  )
})

it('the agreements that are told last are those that hold', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      const { value, reason } = explained(policy).read(marks, at)
      const last = reason.children.findLast(({ code }) => code === 'sla.standing')
      const holding = (last?.children ?? []).filter(({ params }) => params['outcome'] === 'holds')
      expect(new Set(holding.map(({ params }) => params['agreement']))).toEqual(
        new Set(value.agreements),
      )
    }),
  )
})
