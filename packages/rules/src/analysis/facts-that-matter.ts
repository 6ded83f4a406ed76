import type { Facts } from '../facts.ts'

/**
 * A request without what can be left out of it, whole facts or parts of them, while it still shows what it is to show:
 * a reader looks at every fact of a witness and asks why it is there. What the vocabulary demands stays, because
 * a request without it shows nothing.
 */
export function factsThatMatter(facts: Facts, shows: (facts: Facts) => boolean): Facts {
  let left = facts
  for (const [name, value] of Object.entries(facts).reverse()) {
    const { [name]: _, ...others } = left
    if (shows(others)) left = others
    else if (isPlain(value)) {
      const parts = factsThatMatter(value, (some) => shows({ ...left, [name]: some }))
      left = { ...left, [name]: parts }
    }
  }
  return left
}

function isPlain(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
