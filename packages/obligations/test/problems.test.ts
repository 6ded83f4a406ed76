import { describe, expect, it } from 'vitest'
import { createObligation, type Terms, type TermsVersion } from '../src/index.ts'
import {
  answered,
  at,
  deps,
  mark,
  news,
  priorityChanged,
  promise,
  read,
  readOnly,
  reopened,
  resolved,
  solution,
  submitted,
} from './desk.ts'

const start = submitted('Mon 09:00')

/** Other terms, as if they had held from the beginning of what is open. */
function from(when: string, terms: Terms): TermsVersion {
  return { from: at(when), terms: createObligation(terms, deps), onChange: 'retroactive' }
}

describe('a party that nobody names', () => {
  const debtor = { fact: 'assignedTo' } as const
  const creditor = { fact: 'customer' } as const

  it('is open before it begins; one that the terms name is not', () => {
    const before = [mark('triaged', 'Mon 08:00', { facts: { assignedTo: 'team:platform' } })]
    expect(readOnly(promise({ debtor }), before, 'Mon 10:00')).toMatchObject({
      life: 'inactive',
      debtor: null,
      creditor: 'customer:acme',
      problems: [],
    })
    expect(readOnly(promise({ creditor }), before, 'Mon 10:00')).toMatchObject({
      life: 'inactive',
      debtor: 'team:support',
      creditor: null,
      problems: [],
    })
  })

  it('is told by the mark that should have named it', () => {
    for (const terms of [promise({ debtor }), promise({ creditor })]) {
      expect(readOnly(terms, [start], 'Mon 10:00').problems).toMatchObject([
        { code: 'party-missing', marks: [start.id] },
      ])
    }
  })

  it('is told apart: the debtor from the creditor', () => {
    const said = (terms: ReturnType<typeof promise>) =>
      readOnly(terms, [start], 'Mon 10:00').problems.map(({ message }) => message)
    expect(said(promise({ debtor }))).toEqual([expect.stringContaining('debtor')])
    expect(said(promise({ creditor }))).toEqual([expect.stringContaining('creditor')])
  })
})

describe('what an obligation cannot settle', () => {
  it('stands after what is wrong with the history', () => {
    const early = answered('Mon 08:00')
    const terms = promise({ debtor: { fact: 'assignedTo' } })
    expect(readOnly(terms, [early, start], 'Mon 10:00').problems).toMatchObject([
      { code: 'inconsistent-history', marks: [early.id] },
      { code: 'party-missing', marks: [start.id] },
    ])
  })

  it('may be that it never falls due, and begins with a mark', () => {
    const terms = promise({ clock: { counts: 'businessTime', calendar: 'past' } })
    expect(readOnly(terms, [start], 'Mon 10:00')).toMatchObject({
      dueAt: null,
      problems: [{ code: 'never-due', marks: [start.id] }],
    })
  })

  it('is no problem while a wait leaves it open', () => {
    const waiting = [start, mark('waiting', 'Mon 09:30', { about: 'wait:w1', reason: 'customer' })]
    expect(readOnly(solution(), waiting, 'Mon 10:00')).toMatchObject({ dueAt: null, problems: [] })
  })
})

describe('who owes what goes on', () => {
  const teams = { debtor: { fact: 'team' } } as const
  const said = (team: string) => ({ facts: { team: `team:${team}` } })
  const first = submitted('Mon 09:00', said('support'))
  const moved = priorityChanged('Mon 10:00', said('platform'))

  it('are those who owed it when it began, whatever the request says since', () => {
    for (const cadence of ['grid', 'fulfillment'] as const) {
      const terms = news(cadence, teams)
      const marks = [first, moved, answered('Mon 11:00')]
      const states = read(terms, marks, 'Mon 14:00')
      expect(states.map(({ debtor }) => debtor)).toEqual(['team:support', 'team:support'])
      const versions = [from('Mon 13:30', { ...terms, title: 'In other words' })]
      expect(read(terms, marks, 'Mon 14:00', { versions })).toEqual(states)
    }
  })

  it('are those whom other terms name also after a reset, and in a later period on a grid', () => {
    const reset = { reset: { condition: 'priorityChanged' } } as const
    const since = [from('Mon 14:00', solution({ ...reset, debtor: 'team:data' }))]
    const marks = [first, priorityChanged('Mon 12:00')]
    expect(read(solution(reset), marks, 'Mon 15:00', { versions: since })).toMatchObject([
      { life: 'cancelled', debtor: 'team:support' },
      { life: 'running', debtor: 'team:data', startedAt: at('Mon 12:00') },
    ])
    const versions = [from('Mon 14:00', news('grid', { debtor: 'team:data' }))]
    expect(
      read(news('grid'), [first, answered('Mon 10:00')], 'Mon 15:00', { versions }),
    ).toMatchObject([
      { life: 'fulfilled', debtor: 'team:support' },
      { life: 'running', debtor: 'team:data', startedAt: at('Mon 13:00') },
    ])
  })

  it('are those whom other terms name, where these hold from its beginning', () => {
    const marks = [first, resolved('Mon 12:00'), reopened('Mon 12:00')]
    const versions = [from('Mon 14:00', solution({ debtor: 'team:data' }))]
    expect(read(solution(), marks, 'Mon 15:00', { versions })).toMatchObject([
      { debtor: 'team:support' },
      { debtor: 'team:data', life: 'running', startedAt: at('Mon 12:00') },
    ])
  })
})
