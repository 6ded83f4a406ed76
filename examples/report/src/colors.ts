/** Dark enough for text of 12 px on white. */
export const INK = '#1c2733'
export const QUIET_INK = '#52606d'
export const RULE = '#d5dbe1'

/** Black or white, whichever can be read on a color. */
export function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  ) as [number, number, number]
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? INK : '#ffffff'
}
