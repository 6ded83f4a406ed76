import type { Mark } from '@holdfast/kernel'

/*
 * The two conditions that nearly every promise asks of nearly every message, as functions: they are asked more often than
 * all others together. A law holds them equal to the conditions of the same name.
 */

/** A person at the customer wrote. */
export function isCustomerMessage({ type, by, automatic }: Mark): boolean {
  return type === 'message' && automatic !== true && isOfKind(by, 'customer')
}

/** A person who is not at the customer wrote what the customer can read. A message that does not say otherwise is public. */
export function isPublicAnswer({ type, by, automatic, audience }: Mark): boolean {
  return (
    type === 'message' &&
    automatic !== true &&
    (audience ?? 'public') === 'public' &&
    !isOfKind(by, 'customer') &&
    !isOfKind(by, 'system')
  )
}

function isOfKind(by: string | undefined, kind: string): boolean {
  return by?.startsWith(kind) === true && (by.length === kind.length || by[kind.length] === ':')
}
