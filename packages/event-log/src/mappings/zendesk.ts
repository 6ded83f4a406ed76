import type { LogMappingDocument } from '../document.ts'

/**
 * Audits of tickets of Zendesk, one a line, as by `jq -c '.audits[]'` from `/api/v2/tickets/{id}/audits`. Groups and
 * people are numbers there.
 */
export const zendesk: LogMappingDocument = {
  format: 'holdfast/log-mapping@1',
  id: 'zendesk-audits',
  version: 1,
  title: 'Ticket audits of Zendesk',
  input: { kind: 'jsonl' },
  case: '/ticket_id',
  time: { format: 'iso' },
  rows: [
    {
      each: '/events',
      when: { column: 'field_name', is: 'requester_id' },
      time: '/created_at',
      requester: 'value',
    },
    {
      each: '/events',
      when: { column: 'field_name', is: 'priority' },
      time: '/created_at',
      by: '/author_id',
      priority: 'value',
      before: { priority: 'previous_value' },
    },
    {
      each: '/events',
      when: { column: 'field_name', is: 'group_id' },
      time: '/created_at',
      by: '/author_id',
      group: 'value',
    },
    {
      each: '/events',
      when: { column: 'field_name', is: 'assignee_id' },
      time: '/created_at',
      by: '/author_id',
      assignee: 'value',
    },
    {
      each: '/events',
      when: { column: 'field_name', is: 'status' },
      time: '/created_at',
      by: '/author_id',
      state: 'value',
    },
    {
      each: '/events',
      when: { column: 'type', is: ['Comment', 'VoiceComment', 'FacebookComment'] },
      time: '/created_at',
      id: 'id',
      by: 'author_id',
      message: {
        audience: { column: 'public', public: ['true'], internal: ['false'] },
        automatic: { column: '/via/channel', is: ['rule', 'system'] },
      },
    },
  ],
  states: {
    new: { element: 'wait', party: 'queue' },
    open: { element: 'investigation' },
    pending: { element: 'wait', party: 'customer' },
    hold: { element: 'wait', party: 'vendor' },
    solved: 'resolved',
    closed: 'closed',
  },
}
