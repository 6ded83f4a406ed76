import { type Finding, type Interval, quote, type Zone } from '@holdfast/kernel'
import type { ScheduleReading } from './check-layers.ts'
import { spanIn } from './moment.ts'

/** Swaps that exchange nobody: with themselves, or twice at once. A zone that cannot be read leaves the spans unread. */
export function swapFindings({ sound, finding }: ScheduleReading, zone: Zone | undefined) {
  const findings: Finding[] = []
  for (const [nth, swap] of (sound.swaps ?? []).entries()) {
    const [a, b] = swap?.between ?? []
    if (a !== undefined && a === b) {
      const message = `${a} changes places with nobody`
      findings.push(finding({ code: 'swap-alone', message, path: ['swaps', nth, 'between'] }))
    }
    const before: Interval[] = []
    for (const [place, one] of (swap?.during ?? []).entries()) {
      const span = spanIn(zone, one)
      if (span === undefined || span.from >= span.to) continue
      if (before.some(({ from, to }) => from < span.to && span.from < to)) {
        const message = `two spans of ${quote(swap?.id ?? '')} overlap, and change people back where they do`
        const path = ['swaps', nth, 'during', place]
        findings.push(finding({ code: 'swap-overlap', message, path, found: one?.from }))
      }
      before.push(span)
    }
  }
  return findings
}
