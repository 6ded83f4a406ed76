import { parseLocalTime } from '@holdfast/kernel'

const SLIP = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*h?\s*(am|pm)?$/i

/** What `9:00`, `9am`, `17h` or `8.30` was most likely meant to be. */
export function suggestTime(found: unknown): string | undefined {
  const match = SLIP.exec(String(found).trim())
  if (match === null) return undefined
  const half = match[3]?.toLowerCase()
  const hour =
    half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0)
  const time = `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`
  return parseLocalTime(time) === undefined ? undefined : time
}
