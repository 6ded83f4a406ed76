import { assertUsable, type DocumentSource, type Finding, frozenCopy } from '@holdfast/kernel'
import { readMapping } from './check-mapping.ts'
import type { LogMappingDocument, ReadMapping } from './document.ts'

/** A mapping that can be used. */
export interface LogMapping {
  readonly id: string
  /** What it was made of; frozen. */
  readonly document: ReadMapping
}

/** Everything that is wrong, or most likely a mistake, in a mapping. Never throws. */
export function checkLogMapping(
  documentOrSource: LogMappingDocument | DocumentSource,
): readonly Finding[] {
  return readMapping(documentOrSource).findings
}

/**
 * The mapping of a document, or of a document source. Throws a `DocumentError` that names everything `checkLogMapping`
 * finds. The document is not changed, and later changes to it change nothing here.
 */
export function createLogMapping(
  documentOrSource: LogMappingDocument | DocumentSource,
): LogMapping {
  const { value, findings } = readMapping(documentOrSource)
  assertUsable('log mapping', findings)
  const document = frozenCopy(value as ReadMapping)
  return Object.freeze({ id: document.id, document })
}
