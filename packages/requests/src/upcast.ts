import { typeError } from '@holdfast/kernel'
import type { StoredEvent } from './event.ts'

/** Makes an event of an old schema one of the next. */
export interface Upcaster {
  /** The type it is for, as the old event is called. */
  readonly type: string
  /** The schema it is for. */
  readonly schema: number
  /** The event as it is written one schema later; it must have a higher `schema`. */
  to(event: StoredEvent): StoredEvent
}

/**
 * An event as the newest schema tells it, after each upcaster in turn that fits what it has become. Events that no
 * upcaster is for stay as they are. Throws `TypeError` `upcaster-stuck` for an upcaster that leaves the schema as it
 * was.
 */
export function upcast(event: StoredEvent, upcasters: readonly Upcaster[]): StoredEvent {
  let present = event
  for (;;) {
    const { type, schema } = present
    const next = upcasters.find((one) => one.type === type && one.schema === schema)
    if (next === undefined) return present
    const raised = next.to(present)
    if (raised.schema <= schema) throw stuck(type, schema)
    present = raised
  }
}

function stuck(type: string, schema: number): TypeError {
  return typeError('upcaster-stuck', `the upcaster of ${type} leaves schema ${schema} as it is`)
}
