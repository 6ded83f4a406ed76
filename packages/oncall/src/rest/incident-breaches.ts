import { edgesUpTo, intervalsOf, toMillis } from '@holdfast/kernel'
import type { RuleOf } from './document.ts'
import type { Breach, Judged } from './judged.ts'

/** The parts of duties with too many incidents. */
export function incidentBreaches(
  rule: RuleOf<'incidents'>,
  { busy, incidents, span }: Judged,
): readonly Breach[] {
  const per = toMillis(rule.per)
  const breaches: Breach[] = []
  for (const duty of intervalsOf(busy)) {
    for (let { from } = duty; from < Math.min(duty.to, span.to); from += per) {
      const to = Math.min(from + per, duty.to)
      // An incident at the end belongs to what comes next.
      const found = edgesUpTo(incidents, to - 1) - edgesUpTo(incidents, from - 1)
      if (from >= span.from && found > rule.count) {
        breaches.push({ from, to, found, allowed: rule.count })
      }
    }
  }
  return breaches
}
