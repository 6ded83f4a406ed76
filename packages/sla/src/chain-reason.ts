import { type Reason, reason } from '@holdfast/kernel'
import type { ChainLink, ChainReport } from './chain-report.ts'

/** Why chains fit or do not: each with its tightest start, and how each step ends from there. */
export function chainReason({
  fits,
  from,
  to,
  links,
  unsupported,
}: Omit<ChainReport, 'reason'>): Reason {
  const gaps = unsupported.map(({ agreement, metric, priority, supporter }) =>
    reason('sla.chainUnsupported', { agreement, metric, priority, supporter }),
  )
  return reason('sla.chain', { fits, from, to }, { children: [...links.map(linkReason), ...gaps] })
}

function linkReason(link: ChainLink): Reason {
  const { agreement, metric, priority, slack, missing, tightest } = link
  const place = { agreement, metric, priority }
  if (missing.length > 0) return reason('sla.chainMissing', { ...place, missing: [...missing] })
  if (tightest === null) return reason('sla.chainNeverDue', place)
  const { start, latestToMeet, steps } = tightest
  const params = { ...place, slack, start, latestToMeet }
  const children = steps.map(({ target, from, to }) =>
    reason('sla.chainStep', { target, from, to }),
  )
  return reason(link.fits ? 'sla.chainFits' : 'sla.chainBreaks', params, { children })
}
