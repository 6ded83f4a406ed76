import type { Param } from '@holdfast/kernel'

/** `a, b, c` of a list; a single value as it is. */
export function listed(values: Param | undefined): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}

/** What people call it, or else its id. */
export function titled(id: Param | undefined, title: Param | undefined): string {
  return title === undefined || title === null ? String(id) : `«${title}»`
}

/** What was said, after a colon; nothing where nothing was. */
export function said(value: Param | undefined): string {
  const isNothing =
    value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  return isNothing ? '' : `: ${listed(value)}`
}

/** A question about what was most likely meant. */
export function meant(value: Param | undefined): string {
  return value === undefined || value === null ? '' : `; did you mean ${value}?`
}
