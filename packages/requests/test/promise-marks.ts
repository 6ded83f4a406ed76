import { isDocumentError, type Mark } from '@holdfast/kernel'
import { monday, note, requestAfter, resumed, submitted, waits } from './promise-desk.ts'

/** A note, a wait for a vendor, and on with it. */
export function marksOfDay(): readonly Mark[] {
  return requestAfter(
    [monday('09:00'), submitted],
    [monday('10:00'), note],
    [monday('11:00'), waits('vendor')],
    [monday('12:00'), resumed],
  ).marks
}

/** The codes of a document error. */
export function codeOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (isDocumentError(error)) return error.findings.map(({ code }) => code)
    throw error
  }
  return []
}
