import { compareMarks, type Instant, type Mark } from '@holdfast/kernel'

/**
 * What marks about the request said of a fact up to the beginning of a cycle, or before something in it: a mark, or an
 * instant. With `null` for an end, everything that was said. What was told last counts, as it does for the state of the
 * request; `undefined` where nothing was said.
 */
export function knownAt(
  marks: readonly Mark[],
  fact: string,
  first: Mark,
  before?: Mark | Instant | null,
): string | undefined {
  for (let place = marks.length - 1; place >= 0; place--) {
    const mark = marks[place] as Mark
    const said = mark.facts?.[fact]
    if (typeof said !== 'string' || !mark.about.startsWith('request:')) continue
    if (before === null || compareMarks(mark, first) <= 0 || isBefore(mark, before)) return said
  }
  return undefined
}

function isBefore(mark: Mark, before: Mark | Instant | undefined): boolean {
  if (before === undefined || before === null) return false
  return typeof before === 'number' ? mark.at < before : compareMarks(mark, before) < 0
}
