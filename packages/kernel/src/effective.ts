import { type Instant, MAX_INSTANT, MIN_INSTANT, parseInstant } from './instant.ts'
import { toEpochDay } from './local-date.ts'
import { startOfDay } from './resolve-local.ts'
import { type Zone, zoneOf } from './zone.ts'

/** When a document says that it holds: dates or instants, the end excluded. */
export interface Effective {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * The instants from which and until which something is in effect, the end excluded; the whole range where nothing is
 * said. A date begins at the start of its day in the zone.
 */
export function effectiveSpan(
  effective: Effective | undefined,
  timeZone: string | Zone,
): { readonly from: Instant; readonly to: Instant } {
  const zone = typeof timeZone === 'string' ? zoneOf(timeZone) : timeZone
  const instantOf = (text: string) => parseInstant(text) ?? startOfDay(zone, toEpochDay(text))
  return {
    from: effective?.from === undefined ? MIN_INSTANT : instantOf(effective.from),
    // One more than the last instant, which is in effect too.
    to: effective?.to === undefined ? MAX_INSTANT + 1 : instantOf(effective.to),
  }
}
