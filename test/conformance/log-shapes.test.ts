/** Logs of other shapes than those of the tools we know, with figures counted by hand: each is read by a mapping alone. */
import { describe, expect, it } from 'vitest'
import { lines, type Mapping, minutes, readLives } from './read-lives.ts'

const at = (text: string) => Date.parse(text)

describe('a log of activities, as process mining has it', () => {
  const mapping: Mapping = {
    input: { kind: 'csv', delimiter: ';' },
    case: 'Case ID',
    time: { format: 'yyyy/MM/dd HH:mm:ss.SSS', timeZone: 'UTC' },
    rows: [
      { time: 'Start Timestamp', state: 'Activity', group: 'Resource' },
      {
        when: { column: 'Activity', not: ['Solve', 'Close'] },
        time: 'Complete Timestamp',
        state: { text: 'between activities' },
      },
    ],
    states: {
      Register: { element: 'documentation' },
      Analyze: { element: 'investigation' },
      Repair: { element: 'fix' },
      Test: { element: 'verification' },
      'Ask customer': { element: 'wait', party: 'customer' },
      'between activities': { element: 'wait', party: 'queue' },
      Solve: 'resolved',
      Close: 'closed',
    },
  }
  const log = [
    'Case ID;Activity;Resource;Start Timestamp;Complete Timestamp',
    '1;Register;Service Desk;2027/03/01 09:00:00.000;2027/03/01 09:05:00.000',
    '1;Analyze;Network;2027/03/01 09:35:00.000;2027/03/01 10:35:00.000',
    '1;Ask customer;Network;2027/03/01 10:35:00.000;2027/03/01 12:35:00.000',
    '1;Analyze;Network;2027/03/01 12:45:00.000;2027/03/01 13:00:00.000',
    '1;Repair;Service Desk;2027/03/01 13:00:00.000;2027/03/01 13:20:00.000',
    '1;Test;Service Desk;2027/03/01 13:20:00.000;2027/03/01 13:30:00.000',
    '1;Solve;Service Desk;2027/03/01 13:31:00.000;2027/03/01 13:31:00.000',
    '1;Close;Service Desk;2027/03/02 13:31:00.000;2027/03/02 13:31:00.000',
    '2;Register;Service Desk;2027/03/01 09:00:00.000;2027/03/01 09:10:00.000',
    '2;Solve;Service Desk;2027/03/01 09:10:00.000;2027/03/01 09:10:00.000',
  ]

  it('has work from each start to its completion, and a queue in between', async () => {
    const { 1: first, 2: second } = await readLives(lines(...log), mapping)
    expect(minutes(first)).toEqual({
      documentation: 5,
      investigation: 60 + 15,
      fix: 20,
      verification: 10,
      customer: 120,
      queue: 30 + 10 + 1,
    })
    expect(first).toMatchObject({
      ending: 'observed',
      endedAt: at('2027-03-01T13:31Z'),
      closedAt: at('2027-03-02T13:31Z'),
      handOvers: [{ isReturn: false }, { isReturn: true }],
    })
    expect(minutes(second)).toEqual({ documentation: 10 })
  })

  it('without completions lasts in each activity until the next', async () => {
    const [, ...rows] = log.map((row) => row.split(';').slice(0, 4).join(';'))
    const { 1: first } = await readLives(
      lines('Case ID;Activity;Resource;Start Timestamp', ...rows),
      {
        ...mapping,
        rows: [{ time: 'Start Timestamp', state: 'Activity', group: 'Resource' }],
      },
    )
    expect(minutes(first)).toEqual({
      documentation: 35,
      investigation: 60 + 15,
      fix: 20,
      verification: 11,
      customer: 130,
    })
  })
})

describe('a log with the state in two columns', () => {
  const mapping: Mapping = {
    input: { kind: 'csv' },
    case: 'SR Number',
    time: { format: 'dd.MM.yyyy HH:mm:ss', timeZone: 'Europe/Zurich' },
    rows: [{ time: 'Change', state: ['Status', 'Sub Status'], group: 'Involved ST' }],
    states: {
      'Accepted In Progress': { element: 'investigation' },
      'Accepted Wait - User': { element: 'wait', party: 'customer' },
      'Queued Awaiting Assignment': { element: 'wait', party: 'queue' },
      'Completed Resolved': 'resolved',
      'Completed Closed': 'closed',
      Cancelled: 'cancelled',
    },
  }
  const header = 'SR Number,Change,Status,Sub Status,Involved ST'

  it('is read in local time through the hour that is skipped, and the one that comes twice', async () => {
    const { spring, autumn } = await readLives(
      lines(
        header,
        'spring,28.03.2027 01:00:00,Queued,Awaiting Assignment,G1',
        'spring,28.03.2027 03:30:00,Accepted,In Progress,G1',
        'spring,28.03.2027 04:00:00,Completed,Resolved,G1',
        'autumn,31.10.2027 01:30:00,Queued,Awaiting Assignment,G1',
        'autumn,31.10.2027 03:30:00,Accepted,Wait - User,G1',
        'autumn,31.10.2027 04:30:00,Completed,Resolved,G1',
      ),
      mapping,
    )
    expect(minutes(spring)).toEqual({ queue: 90, investigation: 30 })
    expect(minutes(autumn)).toEqual({ queue: 180, customer: 60 })
  })

  it('may leave the second of them empty', async () => {
    const { 1: first } = await readLives(
      lines(
        header,
        '1,01.03.2027 09:00:00,Accepted,In Progress,G1',
        '1,01.03.2027 10:00:00,Cancelled,,G1',
      ),
      mapping,
    )
    expect(first).toMatchObject({ ending: 'cancelled', elapsed: 3_600_000 })
  })
})

describe('a log with one row a case', () => {
  const mapping: Mapping = {
    input: { kind: 'csv', unknown: ['NULL'] },
    case: 'id',
    time: { format: 'iso', timeZone: 'Asia/Kathmandu' },
    stamps: { opened: 'opened', resolved: 'resolved', closed: 'closed' },
    rows: [{ when: { column: 'answered', known: true }, time: 'answered', message: {} }],
    initial: { priority: 'priority', group: 'team' },
    counts: { reassignments: 'moves' },
    facts: { targetMet: { column: 'sla', as: 'boolean' }, product: 'product' },
  }
  const header = 'id,opened,answered,resolved,closed,priority,team,moves,sla,product'

  it('has a life from its three times, and the facts that stand beside them', async () => {
    const { A: first, B: second } = await readLives(
      lines(
        header,
        'A,2027-03-01 09:00,2027-03-01 09:20,2027-03-01 11:00,2027-03-04 11:00,P1,Desk,2,yes,Mail',
        'B,2027-03-01 09:00,NULL,NULL,NULL,P2,Desk,0,NULL,Mail',
      ),
      mapping,
    )
    expect(first).toMatchObject({
      openedAt: at('2027-03-01T09:00+05:45'),
      elapsed: 7_200_000,
      ending: 'recorded',
      closeLag: { elapsed: 72 * 3_600_000 },
      holder: 'team:Desk',
      answers: { count: 1, firstAt: at('2027-03-01T09:20+05:45') },
      facts: { priority: 'P1', reassignments: 2, targetMet: true, product: 'Mail' },
    })
    expect(second).toMatchObject({ ending: null, facts: { priority: 'P2', reassignments: 0 } })
  })
})

describe('a log of changes of fields', () => {
  const mapping: Mapping = {
    input: { kind: 'csv' },
    case: 'ticket',
    time: { format: 'iso' },
    stamps: { opened: 'created' },
    rows: [
      { when: { column: 'field', is: 'status' }, ...changed('state') },
      { when: { column: 'field', is: 'team' }, ...changed('group') },
      { when: { column: 'field', is: 'priority' }, ...changed('priority') },
    ],
    states: {
      New: { element: 'wait', party: 'queue' },
      Working: { element: 'investigation' },
      'On hold': { element: 'wait', party: 'vendor' },
      Solved: 'resolved',
    },
  }

  function changed(part: 'state' | 'group' | 'priority') {
    return { time: 'when', [part]: 'to', before: { [part]: 'from' } }
  }

  it('tells how a case began by what its first change left', async () => {
    const { 5: life } = await readLives(
      lines(
        'ticket,created,when,field,from,to',
        '5,2027-03-01T09:00Z,2027-03-01T09:10Z,status,New,Working',
        '5,2027-03-01T09:00Z,2027-03-01T09:30Z,priority,P3,P1',
        '5,2027-03-01T09:00Z,2027-03-01T10:00Z,team,Desk,Network',
        '5,2027-03-01T09:00Z,2027-03-01T10:10Z,status,Working,On hold',
        '5,2027-03-01T09:00Z,2027-03-01T12:10Z,team,Network,Desk',
        '5,2027-03-01T09:00Z,2027-03-01T12:40Z,status,On hold,Solved',
      ),
      mapping,
    )
    expect(minutes(life)).toEqual({ queue: 10, investigation: 60, vendor: 150 })
    expect(life?.facts['priority']).toBe('P1')
    expect(life?.handOvers).toMatchObject([
      { from: 'team:Desk', to: 'team:Network', isReturn: false },
      { from: 'team:Network', to: 'team:Desk', isReturn: true },
    ])
  })
})

describe('a log of incident activities, most of which change nothing', () => {
  const told = (activity: string, what: object) => ({
    when: { column: 'Activity', is: activity },
    time: 'DateStamp',
    ...what,
  })
  const mapping: Mapping = {
    input: { kind: 'csv', delimiter: ';' },
    case: 'Incident ID',
    time: { format: 'dd-MM-yyyy HH:mm:ss', timeZone: 'Europe/Amsterdam' },
    rows: [
      { time: 'DateStamp', seq: 'Number', group: 'Assignment Group' },
      told('Open', { state: { text: 'Open' } }),
      told('Pending vendor', { state: { text: 'Pending vendor' } }),
      told('Vendor answered', { type: 'resumed' }),
      told('Communication with customer', { message: {} }),
      told('Resolved', { type: 'resolved' }),
      told('Reopen', { type: 'reopened', driver: { text: 'reopened by phone' } }),
      told('Closed', { type: 'closed' }),
    ],
    states: {
      Open: { element: 'investigation' },
      'Pending vendor': { element: 'wait', party: 'vendor' },
    },
  }

  it('is read by what its activities mean, and the group that stands on every row', async () => {
    const { IM1: life } = await readLives(
      lines(
        'Incident ID;DateStamp;Number;Activity;Assignment Group',
        'IM1;01-03-2027 09:00:00;001;Open;TEAM1',
        'IM1;01-03-2027 09:00:00;002;Operator Update;TEAM1',
        'IM1;01-03-2027 09:30:00;003;Reassignment;TEAM2',
        'IM1;01-03-2027 09:40:00;004;Communication with customer;TEAM2',
        'IM1;01-03-2027 10:00:00;005;Pending vendor;TEAM2',
        'IM1;01-03-2027 12:00:00;006;Vendor answered;TEAM2',
        'IM1;01-03-2027 12:15:00;007;Resolved;TEAM2',
        'IM1;01-03-2027 12:45:00;008;Reopen;TEAM1',
        'IM1;01-03-2027 13:00:00;009;Resolved;TEAM1',
        'IM1;02-03-2027 13:00:00;010;Closed;TEAM1',
      ),
      mapping,
    )
    expect(minutes(life)).toEqual({ investigation: 30 + 30 + 15 + 15, vendor: 120, resolved: 30 })
    expect(life?.elements[0]).toMatchObject({
      iterations: 4,
      drivers: { handOver: 1, 'reopened by phone': 1, unknown: 1 },
    })
    expect(life?.answers.firstAt).toBe(at('2027-03-01T08:40Z'))
    expect(life?.closeLag?.elapsed).toBe(24 * 3_600_000)
    expect(life?.handOvers.map(({ isReturn }) => isReturn)).toEqual([false, true])
  })
})
