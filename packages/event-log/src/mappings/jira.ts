import type { LogMappingDocument } from '../document.ts'

/**
 * Issues of Jira as its search gives them with `expand=changelog` and `fields=*all`: one issue a line, as by
 * `jq -c '.issues[]'`. The names of states and the custom fields of an organization must be set to its own.
 */
export const jira: LogMappingDocument = {
  format: 'holdfast/log-mapping@1',
  id: 'jira-issues',
  version: 1,
  title: 'Issues of Jira with their change log',
  reason: 'States are those of a new service project: set them to those of your workflows',
  input: { kind: 'jsonl' },
  case: '/key',
  time: { format: 'iso' },
  stamps: { opened: '/fields/created', resolved: '/fields/resolutiondate' },
  requester: '/fields/reporter/displayName',
  initial: {
    state: '/fields/status/name',
    priority: '/fields/priority/name',
    assignee: '/fields/assignee/displayName',
  },
  rows: [
    {
      each: ['/changelog/histories', 'items'],
      when: { column: 'field', is: 'assignee' },
      time: '../created',
      by: '../author/displayName',
      assignee: 'toString',
      before: { assignee: 'fromString' },
    },
    {
      each: ['/changelog/histories', 'items'],
      when: { column: 'field', is: 'priority' },
      time: '../created',
      by: '../author/displayName',
      priority: 'toString',
      before: { priority: 'fromString' },
    },
    {
      each: ['/changelog/histories', 'items'],
      when: { column: 'field', is: 'status' },
      time: '../created',
      by: '../author/displayName',
      state: 'toString',
      before: { state: 'fromString' },
    },
    {
      each: '/fields/comment/comments',
      time: 'created',
      id: 'id',
      by: 'author/displayName',
      message: { audience: { column: 'jsdPublic', internal: ['false'] } },
    },
  ],
  states: {
    Open: { element: 'wait', party: 'queue' },
    'To Do': { element: 'wait', party: 'queue' },
    'Waiting for support': { element: 'wait', party: 'queue' },
    'In Progress': { element: 'investigation' },
    'Work in progress': { element: 'investigation' },
    Reopened: { element: 'investigation' },
    Escalated: { element: 'investigation' },
    'In Review': { element: 'verification' },
    'Waiting for customer': { element: 'wait', party: 'customer' },
    'Waiting for approval': { element: 'wait', party: 'approval' },
    Pending: { element: 'wait', party: 'vendor' },
    Resolved: 'resolved',
    Done: 'resolved',
    Closed: 'closed',
    Canceled: 'cancelled',
  },
  facts: { issueType: '/fields/issuetype/name', project: '/fields/project/key' },
}
