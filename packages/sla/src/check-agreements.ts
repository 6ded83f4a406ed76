import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import type { PolicyReading } from './document.ts'
import { METRICS } from './metrics.ts'

type Sound = PolicyReading['sound']
type SoundAgreement = NonNullable<NonNullable<Sound['agreements']>[number]>

/** What is wrong between the agreements of a policy: names twice, references to nothing, circles. */
export function agreementFindings({ sound }: PolicyReading): FindingParts[] {
  const agreements = sound.agreements ?? []
  return [
    ...repeatedIds(agreements),
    ...agreements.flatMap((agreement, nth) =>
      agreement === undefined
        ? []
        : [
            ...supportFindings(agreement, nth, agreements),
            ...chainFindings(agreement, nth, agreements),
            ...creditFindings(agreement, nth),
          ],
    ),
    ...circleFindings(agreements),
    ...metricNames(sound),
  ]
}

type Agreements = readonly (SoundAgreement | undefined)[]

function repeatedIds(agreements: Agreements): FindingParts[] {
  return agreements.flatMap((agreement, nth) => {
    const id = agreement?.id
    const first = agreements.findIndex((other) => other?.id === id)
    if (id === undefined || first === nth) return []
    const message = `agreement ${first + 1} is called ${quote(id)} already`
    return [{ code: 'agreement-repeated', message, path: ['agreements', nth, 'id'], found: id }]
  })
}

/** The agreements that one supports, each with its place. */
function supportsOf({ supports }: SoundAgreement, nth: number) {
  const path = ['agreements', nth, 'supports']
  if (supports === undefined) return []
  if (typeof supports === 'string') return [{ id: supports, path }]
  return supports.flatMap((id, place) =>
    id === undefined ? [] : [{ id, path: [...path, place] as PropertyKey[] }],
  )
}

function supportFindings(
  agreement: SoundAgreement,
  nth: number,
  agreements: Agreements,
): FindingParts[] {
  const supports = supportsOf(agreement, nth)
  const found: FindingParts[] = []
  if (agreement.kind === 'sla' && supports.length > 0) {
    const message = 'an agreement with a customer supports no other; those between teams do'
    const path = ['agreements', nth, 'supports']
    found.push({ code: 'supports-unfit', message, path, expected: 'kind `ola` or `underpinning`' })
  }
  const ids = agreements.flatMap((other) => (other?.id === undefined ? [] : [other.id]))
  for (const { id, path } of supports) {
    if (ids.includes(id)) continue
    const message = `there is no agreement ${quote(id)} to support`
    found.push({ code: 'agreement-unknown', message, path, found: id, ...near(id, ids) })
  }
  return found
}

function near(name: string, known: readonly string[]): { didYouMean?: string } {
  const suggestion = didYouMean(name, known)
  return suggestion === undefined ? {} : { didYouMean: suggestion }
}

/** Each circle of agreements that support each other, once, at the first of them. */
function circleFindings(agreements: Agreements): FindingParts[] {
  const byId = new Map(agreements.map((agreement, nth) => [agreement?.id, { agreement, nth }]))
  const told = new Set<string>()
  return agreements.flatMap((start, nth): FindingParts[] => {
    if (start?.id === undefined || told.has(start.id)) return []
    const circle = circleFrom(start.id, (id) => {
      const known = byId.get(id)
      return known?.agreement === undefined
        ? []
        : supportsOf(known.agreement, known.nth).map((support) => support.id)
    })
    if (circle === undefined) return []
    for (const id of circle) told.add(id)
    const message = `it supports itself: ${[...circle, start.id].join(' supports ')}`
    const path = ['agreements', nth, 'supports']
    return [{ code: 'supports-circle', message, path, found: start.supports }]
  })
}

/** The way from a name back to itself, the shortest one; `undefined` when there is none. */
function circleFrom(
  start: string,
  next: (id: string) => readonly string[],
): readonly string[] | undefined {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const id of next(way[way.length - 1] as string)) {
      if (id === start) return way
      if (seen.has(id)) continue
      seen.add(id)
      ways.push([...way, id])
    }
  }
  return undefined
}

function chainFindings(
  { id, targets = [] }: SoundAgreement,
  nth: number,
  agreements: Agreements,
): FindingParts[] {
  const known = agreements.flatMap((agreement) =>
    (agreement?.targets ?? []).flatMap((target) =>
      agreement?.id === undefined || target?.metric === undefined
        ? []
        : [`${agreement.id}/${target.metric}`],
    ),
  )
  return targets.flatMap((target, place) =>
    (target?.chain ?? []).flatMap((step, stepNth) => {
      const path = ['agreements', nth, 'targets', place, 'chain', stepNth]
      const refs = typeof step === 'string' ? [step] : (step ?? [])
      return refs.flatMap((ref, refNth): FindingParts[] => {
        if (ref === undefined) return []
        const at = typeof step === 'string' ? path : [...path, refNth]
        if (ref === `${id}/${target?.metric}`) {
          const message = `${quote(ref)} cannot be a step of itself`
          return [{ code: 'chain-circle', message, path: at, found: ref }]
        }
        if (known.includes(ref)) return []
        const message = `there is no target ${quote(ref)}`
        const expected = '`<agreement>/<metric>`'
        return [
          { code: 'target-unknown', message, path: at, found: ref, expected, ...near(ref, known) },
        ]
      })
    }),
  )
}

function creditFindings(
  { credits = [], targets = [] }: SoundAgreement,
  nth: number,
): FindingParts[] {
  const metrics = targets.flatMap((target) => (target?.metric === undefined ? [] : [target.metric]))
  return credits.flatMap((credit, place): FindingParts[] => {
    if (credit === undefined) return []
    const path = ['agreements', nth, 'credits', place]
    const found: FindingParts[] = []
    const { metric, perBreach, tiers } = credit
    if (metric !== undefined && !metrics.includes(metric)) {
      const message = `this agreement has no target for ${quote(metric)}`
      const at = { path: [...path, 'metric'], found: metric, ...near(metric, metrics) }
      found.push({ code: 'metric-unknown', message, ...at })
    }
    if ((perBreach === undefined) === (tiers === undefined)) {
      const message = 'a credit is so much for each breach, or so much by the share met'
      found.push({ code: 'credit-unclear', message, path, expected: '`perBreach` or `tiers`' })
    }
    return found
  })
}

function metricNames({ metrics = {} }: Sound): FindingParts[] {
  return Object.keys(metrics).flatMap((name): FindingParts[] => {
    const at = { path: ['metrics', name], part: 'key' } as const
    if (Object.hasOwn(METRICS, name)) {
      const message = `${quote(name)} is the name of a usual metric; call yours otherwise`
      return [{ code: 'metric-reserved', message, ...at }]
    }
    if (!/[/@]/.test(name)) return []
    // `gold/fix@P1` is the metric `fix` of the agreement `gold` at the priority P1, and nothing else.
    const message = `${quote(name)} could be taken for a metric of an agreement, or at a priority`
    return [{ code: 'metric-unclear', message, ...at, expected: 'a name without "/" and "@"' }]
  })
}
