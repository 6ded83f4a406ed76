import { describe, expect, it, test } from 'vitest'
import {
  createLogMapping,
  type LogMappingDocument,
  logMappingSchema,
  MAPPINGS,
  readLog,
} from '../src/index.ts'
import { told } from './reading.ts'

async function read(mapping: LogMappingDocument, ...lines: readonly (string | object)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const log = readLog([text.join('\n')], createLogMapping(mapping))
  const cases: Record<string, string[]> = {}
  for await (const { id, marks } of log) cases[id] = marks.map(told)
  return { cases, report: log.report() }
}

test('mappings that ship are data that can be written down, changed and given back', () => {
  for (const mapping of Object.values(MAPPINGS)) {
    expect(logMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  }
})

describe('an audit log of ServiceNow', () => {
  const columns = [
    'number',
    'incident_state',
    'reassignment_count',
    'reopen_count',
    'made_sla',
    'opened_at',
    'sys_updated_at',
    'category',
    'priority',
    'assignment_group',
    'assigned_to',
    'resolved_at',
    'closed_at',
  ]
  const row = (state: string, updated: string, moves: number, group: string, resolved = '?') =>
    [
      'INC7',
      state,
      moves,
      0,
      'true',
      '1/3/2027 09:00',
      `1/3/2027 ${updated}`,
      'Network',
      '3 - Moderate',
      group,
      '?',
      resolved,
      '1/3/2027 15:00',
    ].join(',')

  it('tells who had the incident, what it waited for and what was recorded', async () => {
    const { cases, report } = await read(
      MAPPINGS.serviceNow,
      columns.join(','),
      row('New', '09:00', 0, '?'),
      row('Active', '10:00', 0, 'Desk'),
      row('-100', '10:30', 0, 'Desk'),
      row('Awaiting Evidence', '11:00', 1, 'Network'),
      row('Resolved', '14:00', 1, 'Network', '1/3/2027 13:30'),
      row('Closed', '15:00', 1, 'Network', '1/3/2027 13:30'),
    )
    expect(cases['INC7']).toEqual([
      '09:00 submitted «New» priority=3 - Moderate element=wait party=queue reassignments=0 reopenings=0 targetMet=true category=Network',
      '10:00 assigned assignedTo=team:Desk',
      '10:00 resumed «Active» element=investigation',
      '11:00 assigned assignedTo=team:Network',
      '11:00 waiting «Awaiting Evidence» for customer element=wait reassignments=1',
      '13:30 resolved recorded=true',
      '14:00 resolved «Resolved»',
      '15:00 closed «Closed» recorded=true',
    ])
    expect(report.unknownStates).toEqual([{ text: '-100', count: 1 }])
  })
})

describe('issues of Jira with their change log', () => {
  const who = (displayName: string) => ({ accountId: `id-${displayName}`, displayName })
  const at = (time: string) => `2027-03-01T${time}:00.000+0100`
  const item = (field: string, from: string | null, to: string | null) => ({
    field,
    fieldtype: 'jira',
    from: from === null ? null : '1',
    fromString: from,
    to: to === null ? null : '2',
    toString: to,
  })
  const history = (id: string, time: string, author: string, ...items: object[]) => ({
    id,
    author: who(author),
    created: at(time),
    items,
  })
  const comment = (id: string, time: string, author: string, jsdPublic: boolean) => ({
    id,
    author: who(author),
    body: 'Made up',
    created: at(time),
    updated: at(time),
    jsdPublic,
  })
  const issue = {
    expand: 'operations,versionedRepresentations,changelog',
    id: '10001',
    key: 'HELP-7',
    fields: {
      created: at('09:00'),
      resolutiondate: at('16:00'),
      status: { name: 'Resolved' },
      priority: { name: 'High' },
      issuetype: { name: 'Incident' },
      project: { key: 'HELP' },
      reporter: who('Mia'),
      assignee: who('Ada'),
      comment: {
        comments: [comment('2', '15:00', 'Mia', true), comment('1', '12:00', 'Ada', false)],
        total: 2,
      },
    },
    changelog: {
      startAt: 0,
      histories: [
        history(
          '5',
          '16:00',
          'Ada',
          item('resolution', null, 'Done'),
          item('status', 'Waiting for customer', 'Resolved'),
        ),
        history('4', '13:00', 'Ada', item('status', 'In Progress', 'Waiting for customer')),
        history('3', '11:00', 'Bob', item('priority', 'Low', 'High'), item('labels', '', 'vpn')),
        history(
          '2',
          '10:30',
          'Bob',
          item('assignee', null, 'Ada'),
          item('status', 'Waiting for support', 'In Progress'),
        ),
      ],
    },
  }

  it('tell what changed, newest first as they are, and how the issue began', async () => {
    const { cases, report } = await read(MAPPINGS.jira, issue)
    expect(cases['HELP-7']).toEqual([
      '08:00 submitted by customer:Mia «Waiting for support» priority=Low element=wait party=queue issueType=Incident project=HELP',
      '09:30 assigned by person:Bob assignedTo=person:Ada',
      '09:30 resumed by person:Bob «In Progress» element=investigation',
      '10:00 priorityChanged by person:Bob priority=High',
      '11:00 message internal by person:Ada',
      '12:00 waiting by person:Ada «Waiting for customer» for customer element=wait',
      '14:00 message public by customer:Mia',
      '15:00 resolved by person:Ada «Resolved» recorded=true',
    ])
    expect([report.bad, report.oddities, report.unused]).toEqual([[], [], 0])
  })

  it('of which nothing changed stand as they began', async () => {
    const fields = {
      ...issue.fields,
      resolutiondate: null,
      status: { name: 'Open' },
      comment: { comments: [] },
    }
    const { cases } = await read(MAPPINGS.jira, { ...issue, fields, changelog: { histories: [] } })
    expect(cases['HELP-7']).toEqual([
      '08:00 submitted by customer:Mia «Open» priority=High assignedTo=person:Ada element=wait party=queue issueType=Incident project=HELP',
    ])
  })
})

describe('ticket audits of Zendesk', () => {
  let ids = 0
  const audit = (time: string, author: number, channel: string, ...events: object[]) => ({
    id: ++ids,
    ticket_id: 77,
    created_at: `2027-03-01T${time}:00Z`,
    author_id: author,
    via: { channel, source: { from: {}, to: {}, rel: null } },
    metadata: { system: {} },
    events: events.map((event) => ({ id: ++ids, ...event })),
  })
  const create = (field: string, value: string) => ({ type: 'Create', field_name: field, value })
  const changed = (field: string, previous: string | null, value: string) => ({
    type: 'Change',
    field_name: field,
    previous_value: previous,
    value,
  })
  const comment = (author: number, isPublic: boolean) => ({
    type: 'Comment',
    author_id: author,
    body: 'Made up',
    public: isPublic,
    attachments: [],
  })

  it('tell messages of requester and agents, states, groups and priorities', async () => {
    const { cases, report } = await read(
      MAPPINGS.zendesk,
      audit(
        '09:00',
        1,
        'email',
        comment(1, true),
        create('requester_id', '1'),
        create('status', 'new'),
        create('priority', 'normal'),
        create('group_id', '30'),
      ),
      audit('09:00', -1, 'rule', { type: 'Notification', body: 'Thank you', recipients: [1] }),
      audit(
        '10:00',
        5,
        'web',
        comment(5, true),
        changed('status', 'new', 'pending'),
        changed('assignee_id', null, '5'),
      ),
      audit('11:00', 1, 'email', comment(1, true), changed('status', 'pending', 'open')),
      audit(
        '12:00',
        5,
        'web',
        comment(5, false),
        changed('group_id', '30', '31'),
        changed('priority', 'normal', 'high'),
      ),
      audit('15:00', 6, 'web', changed('status', 'open', 'solved')),
      audit('19:00', -1, 'rule', changed('status', 'solved', 'closed')),
    )
    expect(cases['77']).toEqual([
      '09:00 submitted by customer:1 «new» priority=normal assignedTo=team:30 element=wait party=queue',
      '09:00 assigned by customer:1 assignedTo=team:30',
      '09:00 message public by customer:1',
      '10:00 waiting by person:5 «pending» for customer element=wait',
      '10:00 message public by person:5',
      '11:00 resumed by customer:1 «open» element=investigation',
      '11:00 message public by customer:1',
      '12:00 priorityChanged by person:5 priority=high',
      '12:00 assigned by person:5 assignedTo=team:31 assignee=person:5',
      '12:00 message internal by person:5',
      '15:00 resolved by person:6 «solved»',
      '19:00 closed by person:-1 «closed»',
    ])
    expect([report.rows, report.unused, report.bad]).toEqual([7, 1, []])
  })
})

describe('events of issues of GitHub', () => {
  const user = (login: string, type = 'User') => ({ login, type })
  const issue = (number: number, login: string) => ({
    number,
    user: user(login),
    created_at: '2027-03-01T09:00:00Z',
    state: 'closed',
  })
  let ids = 0
  const event = (name: string, time: string, actor: string, more: object = {}) => ({
    id: ++ids,
    event: name,
    actor: user(actor),
    created_at: `2027-03-01T${time}:00Z`,
    ...more,
    issue: issue(7, 'mia'),
  })

  it('tell who has an issue, what was said, and when it was closed and reopened', async () => {
    const said = (login: string, type?: string) => ({
      user: user(login, type),
      author_association: 'NONE',
      body: 'Made up',
    })
    const { cases, report } = await read(
      MAPPINGS.gitHub,
      event('closed', '15:00', 'ada', { state_reason: 'completed' }),
      { ...event('closed', '14:00', 'eve'), issue: issue(8, 'eve') },
      event('reopened', '14:00', 'mia'),
      event('closed', '13:00', 'ada', { state_reason: 'not_planned' }),
      event('labeled', '11:30', 'ada', { label: { name: 'bug', color: 'f00' } }),
      event('commented', '12:00', 'mia', said('mia')),
      event('commented', '11:00', 'ada', said('ada')),
      event('commented', '09:01', 'stale', said('stale', 'Bot')),
      event('assigned', '10:00', 'bob', { assignee: user('ada'), assigner: user('bob') }),
    )
    expect(cases['7']).toEqual([
      '09:00 submitted by customer:mia «opened» element=investigation',
      '09:01 message public automatic by person:stale',
      '10:00 assigned by person:bob assignedTo=person:ada',
      '11:00 message public by person:ada',
      '12:00 message public by customer:mia',
      '13:00 resolved by person:ada «closed» closedAs=not_planned',
      '14:00 reopened by customer:mia «reopened» assignedTo=person:ada element=investigation',
      '15:00 resolved by person:ada «closed» closedAs=completed',
    ])
    expect(cases['8']).toHaveLength(2)
    expect(report.unused).toBe(1)
  })
})
