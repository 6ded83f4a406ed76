/** An error of misuse that a program can tell apart by its `code`. `instanceof` works for the built-in part only. */
export type Coded<E extends Error> = E & { readonly code: string }

/** A value of the right type that lies outside what is meant, such as an instant after 2100. */
export function rangeError(code: string, message: string): Coded<RangeError> {
  return Object.assign(new RangeError(message), { code })
}

/** A value of the wrong type, such as a text without an offset where an instant is asked for. */
export function typeError(code: string, message: string): Coded<TypeError> {
  return Object.assign(new TypeError(message), { code })
}

/** How a value is quoted in messages: JSON where that is short, its kind otherwise. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value))
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
