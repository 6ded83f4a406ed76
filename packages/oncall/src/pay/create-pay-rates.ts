import {
  assertUsable,
  type Directory,
  type DocumentSource,
  deepFreeze,
  didYouMean,
  type Finding,
  parseParty,
  quote,
  readDocument,
} from '@holdfast/kernel'
import { type PayRates, type PayRatesDocument, payRatesSchema } from './document.ts'

/** What pay rates rest on: people are not looked for without a directory. */
export interface PayRatesDeps {
  readonly directory?: Directory | undefined
}

/** Everything that is wrong in pay rates: their shape, ids that come twice, people and teams that there are not. Never throws. */
export function checkPayRates(
  documentOrSource: PayRatesDocument | DocumentSource,
  deps: PayRatesDeps = {},
): Finding[] {
  return read(documentOrSource, deps).findings
}

/** The pay rates of a document. Throws a `DocumentError` that names everything `checkPayRates` finds. */
export function createPayRates(
  documentOrSource: PayRatesDocument | DocumentSource,
  deps: PayRatesDeps = {},
): PayRates {
  const { value, findings } = read(documentOrSource, deps)
  assertUsable('pay-rates', findings)
  return deepFreeze(value as PayRates)
}

function read(documentOrSource: PayRatesDocument | DocumentSource, { directory }: PayRatesDeps) {
  const reading = readDocument(payRatesSchema, documentOrSource)
  const findings = [...reading.findings]
  const ids = new Set<string>()
  for (const [nth, rate] of (reading.sound.rates ?? []).entries()) {
    if (rate?.id !== undefined && ids.has(rate.id)) {
      const message = `there are several rates ${quote(rate.id)}`
      const path = ['rates', nth, 'id']
      findings.push(reading.finding({ code: 'rate-twice', message, path, found: rate.id }))
    }
    if (rate?.id !== undefined) ids.add(rate.id)
    for (const [place, party] of (rate?.people ?? []).entries()) {
      const unknown = party === undefined ? undefined : unknownParty(party, directory)
      if (unknown === undefined) continue
      const path = ['rates', nth, 'people', place]
      findings.push(reading.finding({ ...unknown, path, found: party }))
    }
  }
  return { value: reading.value, findings }
}

function unknownParty(party: string, directory: Directory | undefined) {
  if (directory === undefined) return undefined
  const { kind, id } = parseParty(party)
  if (kind !== 'person' && kind !== 'team') return undefined
  const known = kind === 'person' ? directory.people : directory.teams
  if (Object.hasOwn(known, id)) return undefined
  const near = didYouMean(id, Object.keys(known))
  const hint = near === undefined ? {} : { didYouMean: `${kind}:${near}` }
  return { code: `${kind}-unknown`, message: `there is no ${kind} ${quote(id)}`, ...hint }
}
