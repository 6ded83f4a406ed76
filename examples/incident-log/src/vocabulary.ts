/** The priorities of the log, the most urgent first. */
export const PRIORITIES = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'] as const

export type Priority = (typeof PRIORITIES)[number]

/** The states of an incident in the log. */
export const STATES = [
  'New',
  'Active',
  'Awaiting User Info',
  'Awaiting Vendor',
  'Awaiting Problem',
  'Awaiting Evidence',
  'Resolved',
  'Closed',
] as const

export type State = (typeof STATES)[number]

/** The columns of the log, in its order. */
export const COLUMNS = [
  'number',
  'incident_state',
  'active',
  'reassignment_count',
  'reopen_count',
  'sys_mod_count',
  'made_sla',
  'caller_id',
  'opened_by',
  'opened_at',
  'sys_created_by',
  'sys_created_at',
  'sys_updated_by',
  'sys_updated_at',
  'contact_type',
  'location',
  'category',
  'subcategory',
  'u_symptom',
  'cmdb_ci',
  'impact',
  'urgency',
  'priority',
  'assignment_group',
  'assigned_to',
  'knowledge',
  'u_priority_confirmation',
  'notify',
  'problem_id',
  'rfc',
  'vendor',
  'caused_by',
  'closed_code',
  'resolved_by',
  'resolved_at',
  'closed_at',
] as const

export type Column = (typeof COLUMNS)[number]

/** How the log writes what nobody knows. */
export const UNKNOWN = '?'
