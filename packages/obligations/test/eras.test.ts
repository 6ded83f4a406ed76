import { describe, expect, it } from 'vitest'
import {
  createObligation,
  type ObligationDeps,
  readVersions,
  type Terms,
  type TermsVersion,
  wakeupsOfVersions,
} from '../src/index.ts'
import {
  accepted,
  answered,
  at,
  deps,
  hour,
  lunch,
  mark,
  news,
  offered,
  promise,
  read,
  readOnly,
  reopened,
  resolved,
  solution,
  submitted,
} from './desk.ts'

function version(
  onChange: TermsVersion['onChange'],
  when: string,
  terms: Terms | null,
  known: ObligationDeps = deps,
): TermsVersion {
  return { from: at(when), terms: terms && createObligation(terms, known), onChange }
}

type Rest = [when: string, terms: Terms | null, known?: ObligationDeps]
const retro = (...rest: Rest) => version('retroactive', ...rest)
const anew = (...rest: Rest) => version('fromChange', ...rest)

const start = submitted('Mon 09:00')
const slow = solution({ within: 'PT16H' })
const middle = solution({ within: 'PT8H' })
const fast = solution({ within: 'PT4H' })

/** A first cycle that ends at 12:00, and a second that is open. */
const twice = [start, resolved('Mon 12:00'), reopened('Mon 14:00')]

/** The target of each cycle on Monday at 16:00, in hours. */
function targets(versions: readonly TermsVersion[], marks = twice): readonly number[] {
  return read(slow, marks, 'Mon 16:00', { versions }).map(({ target }) => target / hour)
}

describe('a change back to terms that held before', () => {
  it('undoes what ended in between', () => {
    expect(targets([retro('Mon 11:00', fast)])).toEqual([4, 4])
    expect(targets([retro('Mon 11:00', fast), retro('Mon 15:00', slow)])).toEqual([16, 16])
  })

  it('undoes every change since', () => {
    const versions = [retro('Mon 10:00', fast), retro('Mon 11:00', middle)]
    expect(targets([...versions, retro('Mon 15:00', slow)])).toEqual([16, 16])
    expect(targets([...versions, retro('Mon 15:00', fast)])).toEqual([4, 4])
  })

  it('is one to terms that say the same, whoever made them', () => {
    const versions = [retro('Mon 11:00', fast), retro('Mon 15:00', { ...slow })]
    expect(targets(versions)).toEqual([16, 16])
  })

  it('is none to the same words on another calendar', () => {
    const elsewhere = { calendars: { ...deps.calendars, office: lunch } }
    const versions = [retro('Mon 11:00', fast), retro('Mon 15:00', slow, elsewhere)]
    expect(targets(versions)).toEqual([4, 16])
  })

  it('leaves what ended in between where one of the changes began a clock anew', () => {
    const first = anew('Mon 10:00', fast)
    expect(targets([first, retro('Mon 15:00', slow)])).toEqual([4, 16])
    expect(targets([first, retro('Mon 11:00', middle), retro('Mon 15:00', slow)])).toEqual([8, 16])
    const later = [retro('Mon 10:00', middle), anew('Mon 11:00', fast)]
    expect(targets([...later, retro('Mon 15:00', slow)])).toEqual([4, 16])
  })

  it('leaves the clock that began anew with the terms it goes back to', () => {
    const versions = [
      anew('Mon 10:00', fast),
      retro('Mon 11:00', middle),
      retro('Mon 12:00', { ...fast }),
    ]
    expect(readOnly(slow, [start], 'Mon 13:00', { versions })).toMatchObject({
      target: 4 * hour,
      used: 3 * hour,
    })
  })

  it('leaves what ended before the change away from them', () => {
    const versions = [retro('Mon 13:00', fast), retro('Mon 15:00', slow)]
    expect(targets(versions)).toEqual([16, 16])
    const early = [retro('Mon 11:00', fast), retro('Mon 13:00', middle), retro('Mon 15:00', fast)]
    expect(targets(early)).toEqual([4, 4])
  })

  it('from then on undoes nothing, and begins the clock anew', () => {
    const versions = [retro('Mon 11:00', fast), anew('Mon 15:00', slow)]
    expect(targets(versions)).toEqual([4, 16])
    expect(read(slow, twice, 'Mon 16:00', { versions })[1]).toMatchObject({
      startedAt: at('Mon 14:00'),
      used: hour,
    })
  })
})

describe('a change to other terms', () => {
  it('leaves what ended under those before it', () => {
    const versions = [retro('Mon 11:00', fast), retro('Mon 15:00', middle)]
    expect(targets(versions)).toEqual([4, 8])
  })

  it('from then on is none when they are the same', () => {
    for (const same of [slow, { ...slow }]) {
      const versions = [anew('Mon 11:00', same)]
      expect(readOnly(slow, [start], 'Mon 13:00', { versions })).toEqual(
        readOnly(slow, [start], 'Mon 13:00'),
      )
    }
    const again = [anew('Mon 10:00', fast), anew('Mon 12:00', { ...fast })]
    expect(readOnly(slow, [start], 'Mon 13:00', { versions: again }).used).toBe(3 * hour)
  })

  it('holds from its own instant, and not before', () => {
    const versions = [retro('Mon 13:00', fast)]
    const [change] = versions
    expect(targets(versions)).toEqual([16, 4])
    const before = read(slow, twice, (change?.from as number) - 1, { versions })
    expect(before).toEqual(read(slow, twice, (change?.from as number) - 1))
  })
})

describe('several versions of one instant', () => {
  it('are the last of them', () => {
    const ended = [anew('Mon 11:00', null), anew('Mon 11:00', slow)]
    expect(readOnly(slow, [start], 'Mon 12:00', { versions: ended })).toEqual(
      readOnly(slow, [start], 'Mon 12:00'),
    )
    const restarted = [anew('Mon 11:00', fast), anew('Mon 11:00', null)]
    expect(readOnly(slow, [start], 'Mon 12:00', { versions: restarted })).toMatchObject({
      life: 'cancelled',
      target: 16 * hour,
    })
  })

  it('are the last of them, however many', () => {
    const versions = [
      anew('Mon 11:00', fast),
      anew('Mon 11:00', null),
      anew('Mon 11:00', middle),
      anew('Mon 10:00', slow),
    ]
    expect(readOnly(slow, [start], 'Mon 12:00', { versions })).toMatchObject({
      life: 'running',
      target: 8 * hour,
      used: hour,
    })
  })

  it('wake for the last of them', () => {
    const other = { ...fast, id: 'other' }
    const versions = [retro('Mon 11:00', null), retro('Mon 11:00', other)]
    expect(wakeupsOfVersions(versions, [start], at('Mon 10:00'))).toEqual([
      {
        key: `other|change|${at('Mon 11:00')}`,
        at: at('Mon 11:00'),
        source: 'other',
        purpose: 'change',
      },
    ])
  })
})

describe('a time in which nothing is owed', () => {
  const cancelledAtEleven = { cycle: 1, life: 'cancelled', cancelledAt: at('Mon 11:00') }

  it('never was, when other terms follow as if they had always held', () => {
    const versions = [retro('Mon 11:00', null), retro('Mon 12:00', fast)]
    expect(read(slow, [start], 'Mon 12:30', { versions })).toMatchObject([
      { cycle: 1, life: 'running', target: 4 * hour, used: 3.5 * hour },
    ])
  })

  it('stays, when what follows holds from then on', () => {
    const versions = [retro('Mon 11:00', null), anew('Mon 12:00', fast)]
    expect(read(slow, [start], 'Mon 12:30', { versions })).toMatchObject([cancelledAtEleven])
  })

  it('stays, when it began from then on', () => {
    const versions = [anew('Mon 11:00', null), retro('Mon 12:00', fast)]
    expect(read(slow, [start], 'Mon 12:30', { versions })[0]).toMatchObject(cancelledAtEleven)
  })

  it('ends nothing twice', () => {
    const versions = [anew('Mon 11:00', null), anew('Mon 12:00', null), retro('Mon 13:00', null)]
    expect(read(slow, [start], 'Mon 14:00', { versions })).toMatchObject([cancelledAtEleven])
  })

  it('is owed nothing for what begins and ends in it', () => {
    const versions = [anew('Mon 11:00', null), anew('Mon 15:00', fast)]
    const marks = [start, reopened('Mon 12:00'), resolved('Mon 13:00')]
    expect(read(slow, marks, 'Mon 16:00', { versions })).toMatchObject([cancelledAtEleven])
  })

  it('may come first, and comes back with a change back', () => {
    const made = [retro('Mon 10:00', slow), retro('Mon 11:00', fast)]
    const marks = [start, resolved('Mon 12:00')]
    expect(readVersions(made, marks, at('Mon 14:00'))).toMatchObject([{ target: 4 * hour }])
    const gone = [...made, retro('Mon 13:00', null)]
    expect(readVersions(gone, marks, at('Mon 14:00'))).toEqual([])
  })

  it('may come first for good, whatever is submitted', () => {
    const never = [retro('Mon 08:00', null), anew('Mon 10:00', null)]
    expect(readVersions(never, [start], at('Mon 14:00'))).toEqual([])
    expect(wakeupsOfVersions(never, [start], at('Mon 14:00'))).toEqual([])
  })

  it('wakes once more for its own beginning and end', () => {
    const versions = [retro('Mon 12:00', fast), retro('Mon 11:00', null)]
    const keys = wakeupsOfVersions(versions, [start], at('Mon 10:00')).map(({ key }) => key)
    expect(keys).toEqual([`none|change|${at('Mon 11:00')}`, `solution|change|${at('Mon 12:00')}`])
  })
})

describe('terms with one clock that become terms with one for each thing', () => {
  const one = { start: { condition: 'offered' }, stop: { condition: 'accepted' } } as const
  const whole = promise(one)
  const each = promise({ ...one, per: 'about' })
  const o1 = { about: 'offer:o1' }
  const o2 = { about: 'offer:o2' }
  const offers = [start, offered('Mon 10:00', o1), offered('Mon 10:30', o2)]

  it('owe each from its own beginning', () => {
    const versions = [retro('Mon 11:00', each)]
    expect(read(whole, offers, 'Mon 12:00', { versions })).toMatchObject([
      { about: 'offer:o1', cycle: 1, startedAt: at('Mon 10:00'), used: 2 * hour },
      { about: 'offer:o2', cycle: 1, startedAt: at('Mon 10:30'), used: 1.5 * hour },
    ])
  })

  it('owe each from then on, since when it was offered', () => {
    const versions = [anew('Mon 11:00', each)]
    expect(read(whole, offers, 'Mon 12:00', { versions }).slice(1)).toMatchObject([
      { about: 'offer:o1', startedAt: at('Mon 10:00'), used: hour },
      { about: 'offer:o2', startedAt: at('Mon 10:30'), used: hour },
    ])
  })

  it('and back owe the request alone', () => {
    for (const change of [retro, anew]) {
      const versions = [change('Mon 11:00', whole)]
      expect(read(each, offers, 'Mon 12:00', { versions })).toMatchObject([
        { about: 'offer:o1', life: 'cancelled', cancelledAt: at('Mon 11:00') },
        { about: 'offer:o2', life: 'cancelled', cancelledAt: at('Mon 11:00') },
        { about: 'request:7', cycle: 1, life: 'running', startedAt: at('Mon 10:00') },
      ])
    }
  })

  it('say that nothing began once, about the request', () => {
    const accepts = promise({ ...one, start: { condition: 'accepted' } })
    const byBob = { all: [{ fact: 'by', operator: 'equal', value: 'person:bob' }] } as const
    const wakes = { ...each, start: byBob }
    const versions = [retro('Mon 11:00', accepts)]
    expect(read(wakes, offers, 'Mon 12:00', { versions })).toMatchObject([
      { about: 'request:7', life: 'inactive' },
    ])
    expect(read(accepts, offers, 'Mon 12:00', { versions: [retro('Mon 11:00', wakes)] })).toEqual(
      [],
    )
  })

  it('read marks about anything for the request, whatever its first mark is about', () => {
    const marks = [
      offered('Mon 10:00', o1),
      mark('assigned', 'Mon 10:10'),
      accepted('Mon 12:00', o1),
    ]
    const versions = [retro('Mon 11:00', promise({ ...one, within: 'PT8H' }))]
    expect(read(whole, marks, 'Mon 13:00', { versions })).toMatchObject([
      { about: 'request:7', life: 'fulfilled', target: 8 * hour },
    ])
  })
})

describe('terms that are past their end when they are made', () => {
  const over = (parts: Partial<Terms> = {}) =>
    promise({
      every: { period: 'PT4H', from: 'grid', untilDate: '2026-03-02T07:00:00Z' },
      ...parts,
    })

  it('end what is open with the change, and not before', () => {
    const versions = [anew('Mon 11:00', over())]
    const ended = { cycle: 1, life: 'cancelled', cancelledAt: at('Mon 11:00') }
    expect(read(promise(), [start], 'Mon 12:00', { versions })).toMatchObject([ended])
    const again = [...versions, retro('Mon 11:30', promise({ within: 'PT2H' }))]
    expect(read(promise(), [start], 'Mon 12:00', { versions: again })).toMatchObject([ended])
  })

  it('owe nothing from the beginning where they hold from there', () => {
    const versions = [retro('Mon 11:00', over())]
    expect(read(promise(), [start], 'Mon 12:00', { versions })).toMatchObject([
      { cycle: 0, life: 'inactive' },
    ])
  })
})

describe('what goes on under terms in other words', () => {
  const renamed = (terms: Terms) => [retro('Mon 11:00', { ...terms, title: 'In other words' })]

  it('is the period that began with a fulfillment in the instant of the start', () => {
    const marks = [start, answered('Mon 09:00')]
    const states = read(news('fulfillment'), marks, 'Mon 12:00')
    expect(states).toMatchObject([
      { cycle: 1, life: 'fulfilled', used: 0 },
      { cycle: 2, life: 'running', startedAt: at('Mon 09:00'), used: 3 * hour },
    ])
    const versions = renamed(news('fulfillment'))
    expect(read(news('fulfillment'), marks, 'Mon 12:00', { versions })).toEqual(states)
  })

  it('is the first period of a grid that was begun anew in the instant of a fulfillment', () => {
    const grid = news('grid', { reset: { condition: 'reopened' } })
    const marks = [
      submitted('Mon 09:00', { seq: 1 }),
      answered('Mon 09:00', { seq: 2 }),
      reopened('Mon 09:00', { seq: 3 }),
    ]
    const states = read(grid, marks, 'Mon 12:00')
    expect(states).toMatchObject([
      { cycle: 1, life: 'fulfilled', used: 0 },
      { cycle: 2, life: 'running', startedAt: at('Mon 09:00'), used: 3 * hour },
    ])
    expect(read(grid, marks, 'Mon 12:00', { versions: renamed(grid) })).toEqual(states)
  })
})
