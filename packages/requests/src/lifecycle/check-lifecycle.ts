import {
  type DocumentSource,
  type Finding,
  frozenCopy,
  isUnreadable,
  readSafely,
} from '@holdfast/kernel'
import { readinessFindings } from '../tasks/readiness.ts'
import { clockFindings } from './check-clocks.ts'
import { guardFindings } from './check-guards.ts'
import { placeFindings } from './check-places.ts'
import { targetFindings } from './check-targets.ts'
import { wayFindings } from './check-ways.ts'
import type { LifecycleDeps } from './lifecycle.ts'
import {
  type LifecycleDocument,
  lifecycleReadingSchema,
  type ReadLifecycle,
} from './lifecycle-document.ts'

/** A lifecycle, when nothing is wrong with it, and everything that was found. */
export function readLifecycle(
  documentOrSource: LifecycleDocument | DocumentSource,
  deps: LifecycleDeps,
): { readonly value: ReadLifecycle | undefined; readonly findings: readonly Finding[] } {
  const reading = readSafely(lifecycleReadingSchema, documentOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings }
  const places = placeFindings(reading).map(reading.finding)
  const pointers = [...reading.findings, ...places].map(({ pointer }) => pointer)
  const findings = [
    ...reading.findings,
    ...places,
    ...wayFindings(reading, pointers).map(reading.finding),
    ...targetFindings(reading, pointers).map(reading.finding),
    ...clockFindings(reading, deps).map(reading.finding),
    ...guardFindings(reading),
    ...readinessFindings(reading),
  ]
  const isSound = findings.every(({ severity }) => severity !== 'error')
  const value = isSound && reading.value ? frozenCopy(reading.value) : undefined
  return { value, findings }
}
