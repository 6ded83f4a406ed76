import { assertUsable, type DocumentSource, type Finding } from '@holdfast/kernel'
import { compilePromises } from '../promises/promises.ts'
import { compileReadiness } from '../tasks/readiness.ts'
import { readLifecycle } from './check-lifecycle.ts'
import type { Lifecycle, LifecycleDeps } from './lifecycle.ts'
import type { LifecycleDocument, ReadLifecycle } from './lifecycle-document.ts'
import { tableOf, waitReasonsOf } from './transition-table.ts'

/**
 * The lifecycle of a document, or of a document source. Throws a `DocumentError` that names everything `checkLifecycle`
 * finds. The document is not changed, and later changes to it change nothing here.
 */
export function createLifecycle(
  documentOrSource: LifecycleDocument | DocumentSource,
  deps: LifecycleDeps,
): Lifecycle {
  const { value, findings } = readLifecycle(documentOrSource, deps)
  assertUsable('lifecycle', findings)
  const document = value as ReadLifecycle
  return Object.freeze<Lifecycle>({
    id: document.id,
    version: document.version,
    kind: document.kind,
    document,
    states: document.states,
    table: tableOf(document),
    waitReasons: Object.freeze(waitReasonsOf(document)),
    readiness: compileReadiness(document),
    promises: compilePromises(document, deps.calendars),
  })
}

/** Everything that is wrong, or most likely a mistake, in a lifecycle. Never throws. */
export function checkLifecycle(
  documentOrSource: LifecycleDocument | DocumentSource,
  deps: LifecycleDeps,
): readonly Finding[] {
  return readLifecycle(documentOrSource, deps).findings
}
