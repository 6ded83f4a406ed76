export const FAINT = '#eef1f4'

/** Nobody: the darkest color of the schedules, so that it stands out in any eyes and in print. */
export const ALARM = '#b3122b'
/** Two where one would do. */
export const DOUBLE = '#6b7885'

/**
 * Tones of blue, green, sand and violet, told apart within a site by lightness; all light enough for dark text. The first
 * three are blue, gray and yellow to those who do not see red or green.
 */
const TONES: readonly (readonly string[])[] = [
  ['#cfe3f5', '#8fbce6', '#b0d2ef', '#74a9db', '#5a96cf'],
  ['#c4e6dc', '#7fc4b0', '#a3d6c7', '#62b29c', '#4fa78f'],
  ['#f7eac2', '#e2c26a', '#edd595', '#d0a947', '#bf9636'],
  ['#dcd3f2', '#b19fe0', '#c7b9ea', '#9c88d4', '#8b75c8'],
]

/** Tones come again where there are more people or sites. */
export function toneOf(site: number, person: number): string {
  const tones = TONES[Math.max(0, site) % TONES.length] as readonly string[]
  return tones[Math.max(0, person) % tones.length] as string
}

/** A site as a whole. */
export function siteColor(site: number): string {
  return toneOf(site, 2)
}

/** The kinds of time, from what is easy to what is hard to give. */
export const KIND_COLORS = {
  day: '#cfe3f5',
  night: '#27456b',
  weekend: '#74a9db',
  holiday: '#f0b54a',
} as const

/** How much of a day: none, up to one hour, up to two, up to four, more. */
export function strengthOf(color: 'alarm' | 'double', hours: number): string {
  const tones =
    color === 'alarm'
      ? [FAINT, '#e58a95', '#cf4358', ALARM, '#7d0a1c']
      : [FAINT, '#c3cbd3', '#98a4b0', DOUBLE, '#414c57']
  const nth = hours === 0 ? 0 : hours <= 1 ? 1 : hours <= 2 ? 2 : hours <= 4 ? 3 : 4
  return tones[nth] as string
}
