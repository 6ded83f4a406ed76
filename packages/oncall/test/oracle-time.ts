import { type Instant, parseInstant, resolveLocal, type Zone } from '@holdfast/kernel'

export const QUARTER = 900_000

export function momentOf(zone: Zone, text: string): Instant {
  return parseInstant(text) ?? resolveLocal(zone, text)
}
