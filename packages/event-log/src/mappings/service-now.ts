import type { LogMappingDocument } from '../document.ts'

/**
 * The audit log of incidents of ServiceNow: a row for each update, with all fields as they were then. An export writes
 * times in the time zone of the user who makes it, so that `timeZone` must be set to that.
 */
export const serviceNow: LogMappingDocument = {
  format: 'holdfast/log-mapping@1',
  id: 'service-now-incidents',
  version: 1,
  title: 'Incident audit log of ServiceNow',
  reason:
    'Times are those of the user who exported the log: set time.timeZone to the zone of that user',
  input: { kind: 'csv', unknown: ['?'] },
  case: 'number',
  time: { format: 'd/M/yyyy HH:mm', timeZone: 'UTC' },
  stamps: { opened: 'opened_at', resolved: 'resolved_at', closed: 'closed_at' },
  rows: [
    {
      time: 'sys_updated_at',
      state: 'incident_state',
      group: 'assignment_group',
      assignee: 'assigned_to',
      priority: 'priority',
    },
  ],
  states: {
    New: { element: 'wait', party: 'queue' },
    Active: { element: 'investigation' },
    'Awaiting User Info': { element: 'wait', party: 'customer' },
    'Awaiting Evidence': { element: 'wait', party: 'customer' },
    'Awaiting Vendor': { element: 'wait', party: 'vendor' },
    'Awaiting Problem': { element: 'wait', party: 'problem' },
    Resolved: 'resolved',
    Closed: 'closed',
  },
  counts: { reassignments: 'reassignment_count', reopenings: 'reopen_count' },
  facts: { targetMet: { column: 'made_sla', as: 'boolean' }, category: 'category' },
}
