import { rangeError } from '@holdfast/kernel'
import { isPerson } from './holder.ts'

/** Says where a partial count has another shape than it could have been counted in; nothing of one that has is merged. */
function broken(where: string): RangeError {
  return rangeError('partial-invalid', `${where} of this partial count cannot have been counted`)
}

/**
 * Looks through the groups of a partial count that may come from anywhere, before any of it is merged: a key of so many
 * texts, none of them a person (source: R104), and figures. Throws `RangeError` `partial-invalid`.
 */
export function assertGroups(groups: unknown, keyLength: number): void {
  const known = new Set<string>()
  for (const [nth, group] of listOf(groups, 'groups').entries()) {
    const where = `groups/${nth}`
    const { key, figures } = recordOf(group, where)
    const texts = listOf(key, `${where}/key`)
    const isKey = texts.length === keyLength && texts.every((text) => text === null || isText(text))
    const id = JSON.stringify(texts)
    if (!isKey || known.has(id)) throw broken(`${where}/key`)
    known.add(id)
    assertFigures(figures, `${where}/figures`)
  }
}

/** The same of figures alone. */
export function assertFigures(figures: unknown, where: string): void {
  const { sums, distributions } = recordOf(figures, where)
  for (const [name, sum] of Object.entries(recordOf(sums, `${where}/sums`))) {
    if (!isSum(sum) || !isName(name)) throw broken(`${where}/sums/${name}`)
  }
  const all = Object.entries(recordOf(distributions, `${where}/distributions`))
  for (const [name, each] of all) {
    const at = `${where}/distributions/${name}`
    if (!isDistribution(recordOf(each, at))) throw broken(at)
  }
}

/** A list of anything, or it is broken. */
export function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw broken(where)
  return value
}

/** An object of anything, or it is broken. */
export function recordOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken(where)
  return value as Readonly<Record<string, unknown>>
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !isPerson(value)
}

function isSum(value: unknown): value is string {
  return typeof value === 'string' && /^\d+$/.test(value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Names of figures of elements hold the element and the party, as `count-life.ts` writes them. */
function isName(name: string): boolean {
  const written = /^(?:elapsed|business|iterations|having) (.*)$/su.exec(name)?.[1]
  if (written === undefined) return true
  try {
    const [element, party] = JSON.parse(written) as readonly unknown[]
    return isText(element) && (party === null || isText(party))
  } catch {
    return false
  }
}

/** Exact values add up to the sum, and lie between the least and the greatest. */
function isDistribution({ sum, min, max, isExact, values }: Readonly<Record<string, unknown>>) {
  if (!isSum(sum) || !isWhole(min) || !isWhole(max) || typeof isExact !== 'boolean') return false
  if (!Array.isArray(values) || values.length === 0) return false
  let total = 0n
  for (const pair of values as readonly unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2) return false
    const [value, count] = pair as readonly unknown[]
    if (!isWhole(value) || !isWhole(count) || count === 0 || value > max) return false
    if (isExact && value < min) return false
    if (isExact) total += BigInt(value) * BigInt(count)
  }
  return !isExact || total === BigInt(sum)
}
