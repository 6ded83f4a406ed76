/**
 * The floors of the library, lowest first. A package imports from lower floors only: what two packages on one floor
 * both need goes a floor down, or the desk hands it over as data.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['calendar', 'rules'],
  ['obligations'],
  ['sla', 'oncall', 'engagement', 'customers', 'organization'],
  ['requests', 'triage', 'escalation'],
  ['insight', 'demand'],
  ['desk'],
]

/**
 * Packages that touch the world outside: clocks, files, sockets, vendors. They import any floor, and nothing imports
 * them.
 */
export const SHELL: readonly string[] = [
  'adapters',
  'cli',
  'event-log',
  'holidays',
  'icalendar',
  'node',
]

/** The floor of a package from 0, `shell`, or `undefined` when the table does not know it. */
export function floorOf(name: string): number | 'shell' | undefined {
  const short = name.replace('@holdfast/', '')
  if (SHELL.includes(short)) return 'shell'
  const floor = FLOORS.findIndex((packages) => packages.includes(short))
  return floor === -1 ? undefined : floor
}
