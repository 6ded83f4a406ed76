import {
  type CaseLife,
  type CaseLifeGroup,
  caseLifeTally,
  decomposeCaseLife,
} from '@holdfast/insight'
import { marksOf, replay } from '@holdfast/requests'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CarriedOut, carriedOut } from './carried-out.ts'
import { office } from './incident-clocks.ts'
import { wishesOf } from './incident-commands.ts'
import { incidentLifecycle } from './incident-lifecycle.ts'
import { incidentLog, observedIncidents } from './incident-log.ts'
import { type IncidentRow, incidentsOf } from './incident-rows.ts'

const context = { lifecycles: { incident: incidentLifecycle } }

describe.skipIf(!incidentLog.isThere)('24,918 incidents of a real log, as commands', () => {
  const lives = { raw: [] as CaseLife[], requests: [] as CaseLife[] }
  const refusals = new Map<string, { times: number; readonly incidents: Set<string> }>()
  let rows: ReadonlyMap<string, readonly IncidentRow[]> = new Map()
  const unequal: string[] = []
  const unowned: string[] = []
  const flagged: string[] = []
  const unheldAtFirst = new Set<string>()
  const total = { commands: 0, events: 0, marks: 0, told: 0 }

  beforeAll(async () => {
    const raw = new Map((await observedIncidents()).map(({ id, marks }) => [id, marks]))
    rows = incidentsOf(incidentLog.text())
    for (const [id, itsRows] of rows) {
      const { state, events, commands, refused } = carriedOut(id, wishesOf(itsRows), context)
      total.commands += commands
      total.events += events.length
      total.marks += state?.marks.length ?? 0
      total.told += events.filter(({ type }) => type === 'told').length
      for (const { code, type } of refused) {
        const known = refusals.get(`${type}: ${code}`) ?? { times: 0, incidents: new Set() }
        known.times++
        known.incidents.add(id)
        refusals.set(`${type}: ${code}`, known)
      }
      if (JSON.stringify(replay(events).state) !== JSON.stringify(state)) unequal.push(id)
      if (itsRows[0]?.group === '?') unheldAtFirst.add(id)
      if (!state?.owner.startsWith('team:')) unowned.push(id)
      if (events.some(({ flag }) => flag !== undefined)) flagged.push(id)
      lives.raw.push(decomposeCaseLife(raw.get(id) ?? [], { calendar: office }))
      lives.requests.push(decomposeCaseLife(marksOf(events), { calendar: office }))
    }
  }, 300_000)

  const idOf = ({ about }: CaseLife) => about.slice('request:'.length)
  const incidentsWith = (refusal: string) => [...(refusals.get(refusal)?.incidents ?? [])].sort()

  /** The incidents of which a refusal left something unsaid, or had it said otherwise. */
  const refusedOtherwise = () =>
    new Set(
      ['reopen: request-closed', 'offer: not-possible', 'close: not-possible'].flatMap(
        incidentsWith,
      ),
    )

  /** The incidents whose lives differ in some of the figures. */
  function differing(...names: readonly (keyof CaseLife)[]): readonly string[] {
    const text = (life: CaseLife) => JSON.stringify(names.map((name) => life[name]))
    return lives.raw
      .filter((life, nth) => text(life) !== text(lives.requests[nth] as CaseLife))
      .map(idOf)
      .sort()
  }

  it('are 213,599 commands, of which none throws', () => {
    expect(lives.requests).toHaveLength(24_918)
    expect(total.commands).toBe(213_599)
  })

  it('are the same when they are replayed from their events, every one', () => {
    expect(unequal).toEqual([])
  })

  it('are owned by a team at their end, every one', () => {
    expect(unowned).toEqual([])
  })

  it('would have been refused a few things: what a closed one asks for, and what nobody gave a cause', () => {
    const table = Object.fromEntries(
      [...refusals].map(([name, { times, incidents }]) => [name, [times, incidents.size]]),
    )
    expect(table).toEqual({
      'accept: offer-none': [19, 19],
      'accept: request-closed': [9, 4],
      'assign: request-closed': [9, 5],
      'cancel: request-closed': [12, 12],
      'close: not-possible': [13, 13],
      'close: request-closed': [12, 12],
      'message: request-closed': [111, 57],
      'offer: not-possible': [19, 19],
      'offer: request-closed': [9, 4],
      'reopen: request-closed': [17, 12],
      'resolve: request-closed': [17, 12],
      'resolve: resolution-incomplete': [106, 105],
      'resume: request-closed': [2, 1],
      'wait: request-closed': [11, 6],
    })
  })

  it('tell of times before they came in in five cases, and are flagged there', () => {
    expect(flagged.sort()).toEqual([
      'INC0000130',
      'INC0000131',
      'INC0000134',
      'INC0000135',
      'INC0000164',
    ])
    const odd = lives.requests.filter(({ problems }) => problems.length > 0)
    expect(odd.map(idOf)).toEqual(flagged.sort())
    expect(odd.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      flagged.map(() => 'before-submission'),
    )
  })

  it('live as long, with the same elements, but for 12 that the log reopens after they were closed', () => {
    const revived = incidentsWith('reopen: request-closed')
    expect(revived).toHaveLength(12)
    const length = ['openedAt', 'endedAt', 'until', 'elapsed', 'business'] as const
    expect(differing(...length, 'closedAt', 'closeLag', 'undone', 'reopenings')).toEqual(revived)
    expect(differing('firstResolvedAt', 'answers', 'about')).toEqual([])
  })

  it('are handed over as often, but for those and 19 that changed hands while they were resolved', () => {
    const late = incidentsWith('offer: not-possible')
    expect(late).toHaveLength(19)
    const differ = differing('handOvers')
    expect(differ.filter((id) => !incidentsWith('reopen: request-closed').includes(id))).toEqual(
      late,
    )
  })

  it('are made of the same elements with the same repetitions, but for those and 4 whose first holder the log does not know', () => {
    expect(differing('elements').filter((id) => !refusedOtherwise().has(id))).toEqual(UNHELD)
    expect(UNHELD.filter((id) => !unheldAtFirst.has(id))).toEqual([])
    const waits = lives.requests.filter((life) => UNHELD.includes(idOf(life)))
    expect(waits.map(({ elements }) => elements.find(isWaitForCustomer)?.drivers)).toEqual(
      UNHELD.map(() => ({ handOver: 1 })),
    )
  })

  it('end alike, but for 13 that were closed with nothing done, which is called off here', () => {
    expect(differing('ending')).toEqual(incidentsWith('close: not-possible'))
  })

  it('have an owner from the first, also the 373 that the log gives to nobody', () => {
    const unheld = lives.raw.filter(({ holder }) => holder === null).map(idOf)
    expect(unheld).toHaveLength(373)
    const others = differing('holder').filter((id) => !unheld.includes(id))
    expect(differing('handOvers')).toEqual(expect.arrayContaining(others))
  })

  it('say the same at the same times, whether somebody wakes them at every wake-up or nobody ever does', () => {
    const said = ({ events }: CarriedOut) =>
      events.map((event) => ({ ...event, id: null, seq: null, next: null }))
    let wakes = 0
    for (const [nth, { about }] of lives.raw.entries()) {
      if (nth % 25 !== 0) continue
      const id = about.slice('request:'.length)
      const wishes = wishesOf(rows.get(id) ?? [])
      const [asleep, awake] = [undefined, incidentLifecycle].map((waking) =>
        carriedOut(id, wishes, context, waking),
      ) as [CarriedOut, CarriedOut]
      wakes += awake.commands - asleep.commands
      expect(said(awake)).toEqual(said(asleep))
    }
    expect(wakes).toBeGreaterThan(300)
  })

  it('give the same report by hand-overs, ping-pong, reopenings and month, without those 48', () => {
    const odd = new Set([...refusedOtherwise(), ...UNHELD])
    expect(odd.size).toBe(48)
    const period = { each: 'month', timeZone: 'UTC' } as const
    for (const by of [
      ['handOvers', 'pingPong', 'reopened'],
      ['period', 'priority'],
    ]) {
      const [raw, requests] = [lives.raw, lives.requests].map((all) => {
        const tally = caseLifeTally({ by, period } as Parameters<typeof caseLifeTally>[0])
        for (const life of all) if (!odd.has(idOf(life))) tally.add(life)
        const answer = tally.report()
        return answer.ok ? answer.groups.map(withoutStates) : []
      })
      expect(raw?.length).toBeGreaterThan(0)
      expect(requests).toEqual(raw)
    }
  })
})

/** They waited twice for the customer; whoever had them the first time, another had them the second. */
const UNHELD = ['INC0004871', 'INC0006224', 'INC0010501', 'INC0016945']

function isWaitForCustomer({ element, party }: CaseLife['elements'][number]): boolean {
  return element === 'wait' && party === 'customer'
}

/** The log has no state before its first row, a request one from the first. */
function withoutStates({ states: _, ...group }: CaseLifeGroup) {
  return group
}
