import { markSchema } from '@holdfast/kernel'
import { describe, expect, it, test } from 'vitest'
import { csv, reading, story } from './reading.ts'

describe('a case', () => {
  it('is submitted with its first row, and says what that knows', async () => {
    expect(await story(csv('1,09:00,New,North,P2', '1,10:00,Active,North,P2'))).toEqual([
      '09:00 submitted «New» priority=P2 assignedTo=team:North element=wait party=queue',
      '09:00 assigned assignedTo=team:North',
      '10:00 resumed «Active» element=investigation',
    ])
  })

  it('is submitted when it was opened, where a column says so; its state is known from the first row on', async () => {
    const rows = [
      'case,at,state,opened',
      '1,2027-03-01 09:05,New,2027-03-01 09:00',
      '1,2027-03-01 10:00,Resolved,2027-03-01 09:00',
    ]
    const parts = { stamps: { opened: 'opened' }, rows: [{ time: 'at', state: 'state' }] }
    expect(await story([rows.join('\n')], parts)).toEqual([
      '09:00 submitted',
      '09:05 resumed «New» element=wait party=queue',
      '10:00 resolved «Resolved»',
    ])
  })

  it('waits for a party; to wait for the desk itself is no wait that a clock pauses for', async () => {
    const rows = csv(
      '1,09:00,Active,?,?',
      '1,10:00,With customer,?,?',
      '1,11:00,With vendor,?,?',
      '1,12:00,New,?,?',
    )
    expect(await story(rows)).toEqual([
      '09:00 submitted «Active» element=investigation',
      '10:00 waiting «With customer» for customer element=wait',
      '11:00 waiting «With vendor» for vendor element=wait',
      '12:00 resumed «New» element=wait party=queue',
    ])
  })

  it('that begins with a wait is submitted and waits at once', async () => {
    expect(await story(csv('1,09:00,With customer,?,?'))).toEqual([
      '09:00 submitted',
      '09:00 waiting «With customer» for customer element=wait',
    ])
  })

  it('is reopened when work goes on after its end, and says whose it is', async () => {
    const rows = csv(
      '1,09:00,Active,North,?',
      '1,10:00,Resolved,North,?',
      '1,11:00,Fixing,South,?',
      '1,12:00,Closed,South,?',
      '1,13:00,With customer,South,?',
    )
    expect((await story(rows)).slice(2)).toEqual([
      '10:00 resolved «Resolved»',
      '11:00 assigned assignedTo=team:South',
      '11:00 reopened «Fixing» assignedTo=team:South element=fix',
      '12:00 closed «Closed»',
      '13:00 reopened assignedTo=team:South',
      '13:00 waiting «With customer» for customer element=wait',
    ])
  })

  it('is not reopened by going from one end to another', async () => {
    const rows = csv('1,09:00,Closed,?,?', '1,10:00,Resolved,?,?', '1,11:00,Dropped,?,?')
    expect(await story(rows)).toEqual([
      '09:00 submitted',
      '09:00 closed «Closed»',
      '10:00 resolved «Resolved»',
      '11:00 cancelled «Dropped»',
    ])
  })

  it('tells once what its rows repeat', async () => {
    const rows = csv('1,09:00,Active,North,P2', '1,09:30,Active,North,P2', '1,10:00,Active,?,?')
    expect(await story(rows)).toHaveLength(2)
  })

  it('changes its priority, also to the first that is known', async () => {
    const rows = csv('1,09:00,Active,?,?', '1,10:00,Active,?,P3', '1,11:00,Active,?,P1')
    expect((await story(rows)).slice(1)).toEqual([
      '10:00 priorityChanged priority=P3',
      '11:00 priorityChanged priority=P1',
    ])
  })

  it('has marks that the library takes', async () => {
    const { cases } = await reading(csv('a b,09:00,Active,North,P2', 'a b,10:00,Closed,South,P1'))
    const marks = cases.flatMap((each) => each.marks)
    expect(marks.map((mark) => markSchema.safeParse(mark).success)).not.toContain(false)
    expect(marks.map(({ id, seq, about }) => [id, seq, about])).toEqual(
      [0, 1, 2, 3, 4].map((seq) => [`a b/${seq}`, seq, 'request:a b']),
    )
  })
})

describe('who has a case', () => {
  const rows = [
    'case,at,group,person',
    '1,2027-03-01 09:00,North,ada',
    '1,2027-03-01 10:00,North,bob',
    '1,2027-03-01 11:00,?,bob',
    '1,2027-03-01 12:00,South,bob',
  ].join('\n')

  it('is a team where the log has teams; another person in it is no hand-over', async () => {
    const entry = { time: 'at', group: 'group', assignee: 'person' }
    expect(await story([rows], { rows: [entry] })).toEqual([
      '09:00 submitted assignedTo=team:North assignee=person:ada',
      '09:00 assigned assignedTo=team:North assignee=person:ada',
      '12:00 assigned assignedTo=team:South assignee=person:bob',
    ])
  })

  describe('when it is offered', () => {
    const offers = (...lines: string[]) => [
      ['case,at,kind,group', ...lines].join('\n').replace(/,(\d\d:\d\d)/g, ',2027-03-01 $1'),
    ]
    const told = (type: 'offered' | 'accepted' | 'declined') => ({
      time: 'at',
      when: { column: 'kind', is: type },
      type,
      group: 'group',
    })
    const given = { time: 'at', when: { column: 'kind', is: 'given' }, group: 'group' }
    const parts = { rows: [given, told('offered'), told('accepted'), told('declined')] }

    it('changes once the offer is accepted, whether or not the log says again by whom', async () => {
      const rows = [
        '1,09:00,given,North',
        '1,10:00,offered,South',
        '1,11:00,accepted,South',
        '1,12:00,offered,North',
        '1,13:00,accepted,',
      ]
      expect((await story(offers(...rows), parts)).slice(2)).toEqual([
        '10:00 offered offeredTo=team:South',
        '11:00 accepted assignedTo=team:South',
        '12:00 offered offeredTo=team:North',
        '13:00 accepted assignedTo=team:North',
      ])
    })

    it('stays as it was while nobody accepts', async () => {
      const rows = [
        '1,09:00,given,North',
        '1,10:00,offered,South',
        '1,11:00,declined,South',
        '1,12:00,accepted,',
        '1,13:00,given,North',
      ]
      expect((await story(offers(...rows), parts)).slice(2)).toEqual([
        '10:00 offered offeredTo=team:South',
        '11:00 declined',
        '12:00 accepted',
      ])
    })

    it('is not whom the first row offers it to', async () => {
      const rows = ['1,09:00,offered,South', '1,10:00,declined,South', '1,11:00,given,North']
      expect(await story(offers(...rows), parts)).toEqual([
        '09:00 submitted',
        '09:00 offered offeredTo=team:South',
        '10:00 declined',
        '11:00 assigned assignedTo=team:North',
      ])
    })
  })

  it('is a person also where a fact has the name', async () => {
    const entry = { time: 'at', group: 'group', assignee: 'person' }
    const facts = { owner: 'person', size: { column: 'person', as: 'number' } } as const
    expect((await story([rows], { rows: [entry], facts })).slice(0, 1)).toEqual([
      '09:00 submitted assignedTo=team:North assignee=person:ada owner=person:ada size=person:ada',
    ])
  })

  it('is a person where the log has no teams', async () => {
    expect(await story([rows], { rows: [{ time: 'at', assignee: 'person' }] })).toEqual([
      '09:00 submitted assignedTo=person:ada',
      '09:00 assigned assignedTo=person:ada',
      '10:00 assigned assignedTo=person:bob',
    ])
  })
})

describe('rows of a case', () => {
  it('count in order of time, then seq, then the file', async () => {
    const rows = [
      'case,at,state,nth',
      '1,2027-03-01 10:00,With customer,10',
      '1,2027-03-01 10:00,Fixing,9',
      '1,2027-03-01 09:00,Active,',
    ]
    const parts = { rows: [{ time: 'at', state: 'state', seq: 'nth' }] }
    expect(await story([rows.join('\n')], parts)).toEqual([
      '09:00 submitted «Active» element=investigation',
      '10:00 resumed «Fixing» element=fix',
      '10:00 waiting «With customer» for customer element=wait',
    ])
    const { report } = await reading([rows.join('\n')], parts)
    expect(report.oddities).toEqual([{ code: 'out-of-order', count: 1, cases: ['1'] }])
  })

  it('that tell the same event again are counted and not told again', async () => {
    const rows = ['case,at,id,who', '1,2027-03-01 09:00,c1,ada', '1,2027-03-01 09:00,c1,ada']
    const parts = { rows: [{ time: 'at', id: 'id', by: 'who', message: {} }] }
    const { cases, report } = await reading([rows.join('\n')], parts)
    expect(cases[0]?.marks.map(({ type }) => type)).toEqual(['submitted', 'message'])
    expect(cases[0]?.rows).toBe(2)
    expect(report.repeated).toBe(1)
  })
})

describe('facts', () => {
  const parts = {
    counts: { reassignments: 'moves', reopenings: 'again' },
    facts: { kind: 'kind', met: { column: 'met', as: 'boolean' } },
    rows: [{ time: 'at', state: 'state', driver: 'why' }],
  }
  const log = (...rows: string[]) => [
    ['case,at,state,moves,again,kind,met,why', ...rows.map((row) => `1,2027-03-01 ${row}`)].join(
      '\n',
    ),
  ]

  it('known from the beginning are those of the submission', async () => {
    expect(await story(log('09:00,Active,0,0,mail,true,'), parts)).toEqual([
      '09:00 submitted «Active» element=investigation reassignments=0 reopenings=0 kind=mail met=true',
    ])
  })

  it('that change ride on a mark of the row, or on a note that no clock heeds', async () => {
    const rows = log(
      '09:00,Active,0,0,mail,true,',
      '10:00,Fixing,1,0,mail,true,customer answered',
      '11:00,Fixing,1,0,mail,false,customer answered',
    )
    expect((await story(rows, parts)).slice(1)).toEqual([
      '10:00 resumed «Fixing» element=fix reassignments=1 driver=customer answered',
      '11:00 message internal automatic met=false',
    ])
  })

  it('are true or false by the texts that mean so, and unknown where nothing stands', async () => {
    const slow = { kept: { column: 'kind', is: ['within', 'none due'] } }
    const rows = log('09:00,Active,,,within,,', '10:00,Active,,,late,,', '11:00,Active,,,,,')
    expect(await story(rows, { ...parts, counts: {}, facts: slow })).toEqual([
      '09:00 submitted «Active» element=investigation kept=true',
      '10:00 message internal automatic kept=false',
    ])
  })

  it('that cannot be read are counted, and the row is kept without them', async () => {
    const { cases, report } = await reading(log('09:00,Active,many,0,,maybe,'), parts)
    expect(cases).toHaveLength(1)
    expect(report.bad).toEqual([
      {
        code: 'fact-unreadable',
        count: 2,
        lost: 0,
        examples: [
          { line: 2, found: 'reassignments "many"' },
          { line: 2, found: 'met "maybe"' },
        ],
      },
    ])
  })

  it('that are shared are not changed by what rides along', async () => {
    const rows = log(
      '09:00,Active,0,0,mail,true,',
      '10:00,Fixing,1,0,mail,true,',
      '11:00,Active,1,0,mail,true,',
      '12:00,Fixing,1,0,mail,true,',
    )
    expect((await story(rows, parts)).at(-1)).toBe('12:00 resumed «Fixing» element=fix')
  })
})

describe('stamps', () => {
  const log = (...rows: string[]) => [['case,at,state,opened,resolved,closed', ...rows].join('\n')]
  const day = (time: string) => (time === '' ? '' : `2027-03-01 ${time}`)
  const row = (at: string, state: string, opened = '', resolved = '', closed = '') =>
    ['1', day(at), state, day(opened), day(resolved), day(closed)].join(',')
  const stamps = { opened: 'opened', resolved: 'resolved', closed: 'closed' }
  const parts = { stamps, rows: [{ time: 'at', state: 'state' }] }

  it('are marks of their own, recorded ones', async () => {
    const rows = log(
      row('09:00', 'Active', '09:00'),
      row('12:00', 'Closed', '09:00', '11:00', '12:00'),
    )
    expect(await story(rows, parts)).toEqual([
      '09:00 submitted «Active» element=investigation',
      '11:00 resolved recorded=true',
      '12:00 closed «Closed» recorded=true',
    ])
  })

  it('that say what a row says at that time are one mark with it', async () => {
    const rows = log(row('09:00', 'Active', '09:00'), row('11:00', 'Resolved', '09:00', '11:00'))
    expect((await story(rows, parts)).slice(1)).toEqual(['11:00 resolved «Resolved» recorded=true'])
  })

  it('resolve before they close at one instant', async () => {
    const rows = log(
      row('09:00', 'Active', '09:00', '11:00', '11:00'),
      row('11:00', 'Closed', '09:00'),
    )
    expect((await story(rows, parts)).slice(1)).toEqual([
      '11:00 resolved recorded=true',
      '11:00 closed «Closed» recorded=true',
    ])
  })

  it('count as they are known last', async () => {
    const rows = log(
      row('09:00', 'Active', '09:00', '10:00'),
      row('10:30', 'Fixing', '09:00', '10:00'),
      row('12:00', 'Resolved', '08:00', '12:00'),
      row('12:30', 'Resolved'),
    )
    expect(await story(rows, parts)).toEqual([
      '08:00 submitted',
      '09:00 resumed «Active» element=investigation',
      '10:30 resumed «Fixing» element=fix',
      '12:00 resolved «Resolved» recorded=true',
    ])
    const { report } = await reading(rows, parts)
    expect(report.oddities.map(({ code }) => code)).toEqual(['opening-moved'])
  })

  it('alone make a history of a log with one row a case', async () => {
    const rows = log(row('', '', '09:00', '11:00', '12:00'))
    expect(await story(rows, { stamps, rows: [] })).toEqual([
      '09:00 submitted',
      '11:00 resolved recorded=true',
      '12:00 closed recorded=true',
    ])
  })

  test('how a case stands now says nothing of its beginning when it is over', async () => {
    const now = { rows: [], initial: { state: 'state' } }
    const rows = log(row('', 'Closed', '09:00', '11:00'))
    expect(await story(rows, { stamps, ...now })).toEqual([
      '09:00 submitted',
      '11:00 resolved recorded=true',
    ])
    const unknown = await reading(log(row('', 'Closed', '09:00')), { stamps, ...now })
    expect(unknown.cases[0]?.marks.map(({ type }) => type)).toEqual(['submitted'])
    expect(unknown.report.oddities.map(({ code }) => code)).toEqual(['end-unknown'])
    const open = await reading(log(row('', 'Active', '09:00')), { stamps, ...now })
    expect(open.cases[0]?.marks.map(({ state }) => state)).toEqual(['Active'])
    expect(open.report.oddities).toEqual([])
    const told = await reading(log(row('10:00', 'Resolved', '09:00')), {
      ...parts,
      initial: now.initial,
    })
    expect(told.report.oddities.map(({ code }) => code)).toEqual(['resolved-missing'])
  })

  test('what does not fit is kept, and the case is named', async () => {
    const rows = log(
      row('09:00', 'Active', '10:00', '08:00', '08:30'),
      row('11:00', 'Closed', '10:00'),
    )
    const { cases, report } = await reading(rows, parts)
    expect(cases[0]?.marks.map(({ type }) => type)).toEqual([
      'resolved',
      'closed',
      'resumed',
      'submitted',
      'closed',
    ])
    expect(report.oddities.map(({ code, cases: named }) => [code, named])).toEqual([
      ['before-opened', ['1']],
      ['resolved-before-opened', ['1']],
      ['closed-before-opened', ['1']],
    ])
  })

  it('that a finished case lacks are counted', async () => {
    const { report } = await reading(log(row('09:00', 'Active'), row('10:00', 'Closed')), parts)
    expect(report.oddities.map(({ code }) => code)).toEqual(['opened-missing', 'resolved-missing'])
  })
})
