import {
  type DocumentSource,
  type Finding,
  frozenCopy,
  isUnreadable,
  readSafely,
} from '@holdfast/kernel'
import type { LifecycleDeps } from './lifecycle.ts'
import {
  type LifecycleDocument,
  lifecycleReadingSchema,
  type ReadLifecycle,
} from './lifecycle-document.ts'

/** A lifecycle, when nothing is wrong with it, and everything that was found. */
export function readLifecycle(
  documentOrSource: LifecycleDocument | DocumentSource,
  _deps: LifecycleDeps,
): { readonly value: ReadLifecycle | undefined; readonly findings: readonly Finding[] } {
  const reading = readSafely(lifecycleReadingSchema, documentOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings }
  const { findings } = reading
  const isSound = findings.every(({ severity }) => severity !== 'error')
  const value = isSound && reading.value ? frozenCopy(reading.value) : undefined
  return { value, findings }
}
