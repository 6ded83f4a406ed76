import { trouble } from '@holdfast/example-report/trouble'
import { parseInstant, quote } from '@holdfast/kernel'
import type { Facts, PastRequest } from '@holdfast/rules'
import { textOf } from './files.ts'

/** Past requests, one JSON object a line: `{ "id": "R-1", "at": "2027-01-04T08:00:00Z", "facts": { … } }`. */
export function historyOf(path: string): PastRequest[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [requestOf(line, `${path}:${index + 1}`)]))
}

function requestOf(line: string, place: string): PastRequest {
  const { id, at, facts } = objectOf(line, place) as { id?: unknown; at?: unknown; facts?: unknown }
  const instant = typeof at === 'string' ? parseInstant(at) : undefined
  if (instant === undefined) {
    throw trouble(`${place}: \`at\` is ${quote(at)}, not an instant such as 2027-01-04T08:00:00Z`)
  }
  if (typeof facts !== 'object' || facts === null) throw trouble(`${place}: no \`facts\``)
  return { facts: facts as Facts, at: instant, id: id === undefined ? place : String(id) }
}

function objectOf(line: string, place: string): object {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Told below.
  }
  throw trouble(`${place}: not a JSON object`)
}
