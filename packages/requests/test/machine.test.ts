import type { Facts } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { getNextSnapshot } from 'xstate'
import { SHIPPED_LIFECYCLES } from '../src/index.ts'
import { lifecycleMachine, machineKey } from '../src/machine.ts'
import { lifecycleOf, small } from './lifecycle-desk.ts'
import { compare, rowsOf, stateOf } from './machine-paths.ts'

/** Facts with which every guard of a shipped lifecycle holds, and facts with which none does. */
const SHIPPED_WORLDS: readonly Facts[] = [
  {
    approved: true,
    blocker: 'team',
    facts: { effortHours: 12, cause: 'x', remedy: 'y', remedyAgreed: true },
  },
  { approved: false, facts: {} },
]

describe('the machine of a lifecycle', () => {
  const shipped = Object.values(SHIPPED_LIFECYCLES).map(
    (document) => [document.kind, document] as const,
  )

  it.each(shipped)(
    'of %s has a path over every transition, and agrees with its table',
    (_, document) => {
      const lifecycle = lifecycleOf(document)
      const { taken, differences } = compare(lifecycle, SHIPPED_WORLDS)
      expect(differences).toEqual([])
      const missed = rowsOf(lifecycle).filter((row) => !taken.has(row))
      expect(missed.map(({ from, event, to }) => `${from} ${event} ${to}`)).toEqual([])
      expect(new Set([...taken].map(({ index }) => index)).size).toBe(document.transitions.length)
    },
  )

  it('remembers where a wait began until the wait is over', () => {
    const machine = lifecycleMachine(lifecycleOf(small))
    const begun = getNextSnapshot(machine, machine.getInitialSnapshot({} as never), {
      type: 'wait:vendor',
    })
    expect([stateOf(begun), begun.context.previous]).toEqual(['waiting', 'open'])
    const longer = getNextSnapshot(machine, begun, { type: 'wait:customer' })
    expect([stateOf(longer), longer.context.previous]).toEqual(['waiting', 'open'])
    const over = getNextSnapshot(machine, longer, { type: 'resume' })
    expect([stateOf(over), over.context.previous]).toEqual(['open', null])
  })

  it('is done when the request is closed', () => {
    const machine = lifecycleMachine(lifecycleOf(small))
    const events = [{ type: 'resolve' }, { type: 'close' }]
    const end = events.reduce(
      (snapshot, event) => getNextSnapshot(machine, snapshot, event),
      machine.getInitialSnapshot({} as never),
    )
    expect(end.status).toBe('done')
  })

  it('calls states and events by their names, but for letters that mean something to machines', () => {
    expect(['In Progress', 'wait:vendor', 'v1.2', '#1*', '100%'].map(machineKey)).toEqual([
      'In Progress',
      'wait:vendor',
      'v1%2E2',
      '%231%2A',
      '100%25',
    ])
  })
})
