const ACTIVITIES: Readonly<Record<string, string>> = {
  documentation: 'producing documentation',
  investigation: 'investigating',
  fix: 'fixing',
  verification: 'verifying',
  resolved: 'taken for resolved',
  unknown: 'nothing says what went on',
}

/** What goes on, of an element and a party. */
export function activityIn({ element, party }: Readonly<Record<string, unknown>>): string {
  if (element !== 'wait') return ACTIVITIES[String(element)] ?? String(element)
  if (party === 'queue') return 'waiting to be taken up'
  const whom = String(party)
  return party === null ? 'waiting, nothing says for whom' : `waiting for ${whom}`
}

/** A driver of repeats. */
export function cause(driver: unknown): string {
  if (driver === 'unknown') return 'something unknown'
  return driver === 'handOver'
    ? 'a hand-over'
    : driver === 'reopened'
      ? 'a reopening'
      : String(driver)
}

export function percent(share: unknown): string {
  return `${(100 * Number(share)).toFixed(1)} %`
}
