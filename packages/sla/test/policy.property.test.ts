import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Agreement, SlaReading } from '../src/index.ts'
import { modelInEffect, promiseAt } from '../src/model.ts'
import { histories, instantOf, minutes, policies, situations } from './random-policies.ts'
import { november } from './report-desk.ts'

it('the order in which marks arrive changes nothing', () => {
  fc.assert(
    fc.property(situations, fc.func(fc.nat()), ({ policy, marks, at }, rank) => {
      const turned = marks.toSorted((a, b) => rank(a.id) - rank(b.id))
      expect(policy.read(turned, at)).toEqual(policy.read(marks, at))
      expect(policy.wakeups(turned, at)).toEqual(policy.wakeups(marks, at))
    }),
  )
})

it('what happens later is not looked at', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      const until = marks.filter((mark) => mark.at <= at)
      expect(policy.read(until, at)).toEqual(policy.read(marks, at))
    }),
  )
})

/** What stands still between two wake-ups. */
function standing({ states, ...rest }: SlaReading) {
  return { ...rest, states: states.map((state) => ({ ...state, used: 0, remaining: 0, share: 0 })) }
}

it('between two wake-ups nothing changes but what is used, remains and its share', () => {
  fc.assert(
    fc.property(situations, minutes, ({ policy, marks, at: first }, later) => {
      const at = Math.min(first, instantOf(10 * 1440))
      const next = policy.wakeups(marks, at)[0]?.at ?? Number.POSITIVE_INFINITY
      const happens = marks.map((mark) => mark.at).filter((instant) => instant > at)
      const then = Math.min(next - 1, ...happens.map((instant) => instant - 1), at + later * 60_000)
      expect(standing(policy.read(marks, then))).toEqual(standing(policy.read(marks, at)))
    }),
  )
})

it('wake-ups are in order of time, each with a key of its own, and none of them is past', () => {
  fc.assert(
    fc.property(situations, ({ policy, marks, at }) => {
      const wakeups = policy.wakeups(marks, at)
      const instants = wakeups.map((wakeup) => wakeup.at)
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      expect(instants.every((instant) => instant > at)).toBe(true)
      expect(new Set(wakeups.map(({ key }) => key)).size).toBe(wakeups.length)
    }),
  )
})

const KEEP = { priority: 'keep', facts: 'keep', effective: 'keep' } as const

/** A mark that says nothing but a priority. */
function priorityAt(at: number, id: string, priority: string): Mark {
  return { id, at, seq: 900, type: 'priorityChanged', about: 'request:7', facts: { priority } }
}

const quiet = histories.map((marks) =>
  marks.map(({ facts, ...mark }) => {
    const { priority: _, ...others } = facts ?? {}
    return mark.id === 'first' ? { ...mark, facts: { ...others, priority: 'P2' } } : mark
  }),
)

/** A promise that comes first at one priority may come later at another. */
function inOrder({ states, ...rest }: SlaReading) {
  const keyOf = ({ obligation, about, cycle }: (typeof states)[number]) =>
    `${obligation} ${about} ${cycle}`
  return { ...rest, states: new Map(states.map((state) => [keyOf(state), state])) }
}

it('a priority that is raised and lowered again is as if it had never been', () => {
  // A change that begins clocks anew in between would stay.
  const effective = fc.constantFrom('retroactive' as const, 'keep' as const, undefined)
  const retroactive = policies(effective.map((some) => ({ ...(some && { effective: some }) })))
  fc.assert(
    fc.property(retroactive, quiet, minutes, minutes, (policy, marks, one, other) => {
      const up = instantOf(Math.min(one, other) + 1)
      const down = instantOf(Math.max(one, other) + 2)
      const raised = [...marks, priorityAt(up, 'up', 'P1'), priorityAt(down, 'down', 'P2')]
      // What ends in between ends under what held then, and what is newly promised in between may have ended before.
      const comesInto = policy.models.some(({ edges }) => edges.some((at) => at > up && at <= down))
      const ends = policy
        .read(raised, down)
        .states.some(({ fulfilledAt, cancelledAt }) => (fulfilledAt ?? cancelledAt ?? 0) >= up)
      fc.pre(!ends && !comesInto)
      for (const at of [down, instantOf(10 * 1440)]) {
        expect(inOrder(policy.read(raised, at))).toEqual(inOrder(policy.read(marks, at)))
      }
    }),
  )
})

it('what is promised from beginning to end reads as its obligations do', () => {
  fc.assert(
    fc.property(policies(fc.constant(KEEP)), quiet, minutes, (policy, marks, minute) => {
      const at = instantOf(minute)
      const { agreements: ids, states } = policy.read(marks, at)
      const model = modelInEffect(policy.models, instantOf(0))
      fc.pre(model !== undefined && policy.read(marks, instantOf(0)).agreements.length > 0)
      const promises = ids.flatMap((id) => {
        const agreement = model.agreements.find(({ document }) => document.id === id)
        const metrics = agreement?.document.targets.map(({ metric }) => metric) ?? []
        return metrics.flatMap((metric) => promiseAt(agreement as Agreement, metric, 'P2') ?? [])
      })
      expect(states).toMatchObject(promises.flatMap(({ obligation }) => obligation.read(marks, at)))
    }),
  )
})

it('where what was promised is kept, nothing that is said or comes into effect later matters', () => {
  fc.assert(
    fc.property(
      policies(fc.constant(KEEP)),
      quiet,
      histories,
      minutes,
      (policy, marks, others, minute) => {
        const at = instantOf(minute)
        fc.pre(policy.read(marks, instantOf(0)).agreements.length > 0)
        const said = others.flatMap(({ facts }, nth): Mark[] =>
          nth === 0 || facts === undefined
            ? []
            : [{ ...priorityAt(instantOf(nth * 30), `said${nth}`, 'P1'), facts }],
        )
        // Who owes a hand-over or has a request is said by facts, and is no change of what is promised.
        const parties = said.map(({ facts, ...mark }) => {
          const { level = 'gold', priority = 'P1' } = facts ?? {}
          return { ...mark, facts: { level, priority } }
        })
        expect(policy.read([...marks, ...parties], at)).toEqual(policy.read(marks, at))
        expect(
          policy.wakeups(marks, november(2, '08:00')).filter(({ purpose }) => purpose === 'change'),
        ).toEqual([])
      },
    ),
  )
})
