import {
  assertUsable,
  type DocumentSource,
  deepFreeze,
  type Finding,
  quote,
  readDocument,
  toMillis,
} from '@holdfast/kernel'
import { type RestRules, type RestRulesDocument, restRulesSchema } from './document.ts'

/** Everything that is wrong in rest rules: their shape, ids that come twice, more rest than there is time. Never throws. */
export function checkRestRules(documentOrSource: RestRulesDocument | DocumentSource): Finding[] {
  return read(documentOrSource).findings
}

/** The rest rules of a document. Throws a `DocumentError` that names everything `checkRestRules` finds. */
export function createRestRules(documentOrSource: RestRulesDocument | DocumentSource): RestRules {
  const { value, findings } = read(documentOrSource)
  assertUsable('rest-rules', findings)
  return deepFreeze(value as RestRules)
}

function read(documentOrSource: RestRulesDocument | DocumentSource) {
  const reading = readDocument(restRulesSchema, documentOrSource)
  const findings = [...reading.findings]
  const ids = new Set<string>()
  for (const [nth, rule] of (reading.sound.rules ?? []).entries()) {
    if (rule?.id === undefined) continue
    if (ids.has(rule.id)) {
      const message = `there are several rules ${quote(rule.id)}`
      const path = ['rules', nth, 'id']
      findings.push(reading.finding({ code: 'rule-twice', message, path, found: rule.id }))
    }
    ids.add(rule.id)
  }
  for (const [nth, rule] of (reading.value?.rules ?? []).entries()) {
    if (rule.kind !== 'rest') continue
    const within = rule.within === 'P1W' ? 'PT168H' : rule.within
    if (toMillis(rule.least) <= toMillis(within)) continue
    const message = `there is no rest of ${rule.least} within ${rule.within}`
    const path = ['rules', nth, 'least']
    findings.push(reading.finding({ code: 'rest-impossible', message, path, found: rule.least }))
  }
  return { value: reading.value, findings }
}
