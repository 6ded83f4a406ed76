const HOUR = 3_600_000

/** What stands where there is nothing to say. */
export const NOTHING = '–'

/** `141,712` */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** A length of time in hours: `22.1 h`, without decimals from 100 hours on. */
export function hours(millis: number | null | undefined): string {
  if (millis === null || millis === undefined) return NOTHING
  const value = millis / HOUR
  return Math.abs(value) < 99.95 ? `${value.toFixed(1)} h` : `${count(Math.round(value))} h`
}

/** As `hours`, with the sign of a change. */
export function moreHours(millis: number | null | undefined): string {
  if (millis === null || millis === undefined) return NOTHING
  const text = hours(Math.abs(millis))
  if (text === hours(0)) return text
  return `${millis > 0 ? '+' : '−'}${text}`
}

/** A share of 0 to 1: `45.6 %`. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? NOTHING : `${(100 * share).toFixed(1)} %`
}

/** The share of some of all. */
export function percentOf(some: number, all: number): string {
  return all === 0 ? NOTHING : percent(some / all)
}

/** `1 case`, `2 cases` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** `a, b and 3 more` */
export function listed(names: readonly string[], most: number, all = names.length): string {
  const shown = names.slice(0, most)
  const rest = all - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${count(rest)} more` : shown.join(', ')
}
