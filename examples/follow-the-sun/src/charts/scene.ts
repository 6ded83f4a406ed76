import { INK, inkOn } from '@holdfast/example-report/colors'

/** A drawing in pixels from its left upper corner, ready to be drawn. */
export interface Scene {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
  readonly words: readonly Word[]
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly color: string
  readonly about?: string
}

export interface Line {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  readonly color: string
  readonly isDashed?: boolean
  readonly width?: number
}

export interface Word {
  readonly x: number
  /** The middle of its line. */
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly color: string
  readonly isBold?: boolean
  /** The ground around its letters, so that no line runs through them. */
  readonly halo?: string
}

/** All drawings are as wide, and their time begins at the same place, so that days stand under each other. */
export const WIDTH = 1040
export const LEFT = 96
/** Half of a letter may stand over the end. */
export const RIGHT = WIDTH - 8

/** About how wide letters of 12 px are in a wide font, so that what is laid out by it fits in others, too. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’| ]/, 4],
  [/[frtI()/–-]/, 5.5],
  [/[mwMW@%…]/, 12],
  [/[DGHNOQU&<>+−]/, 10],
  [/[A-Z0-9]/, 8],
]
const [OTHER, BOLDER] = [7.5, 1.15] as const
const HALF_LINE = 7
/** What is left free beside a label. */
const ROOM = 4

/** About how wide a text is drawn, in pixels. */
export function widthOf(text: string, isBold = false): number {
  const widths = Array.from(text).map(
    (letter) => LETTERS.find(([like]) => like.test(letter))?.[1] ?? OTHER,
  )
  return widths.reduce((sum, width) => sum + width, 0) * (isBold ? BOLDER : 1)
}

export function fits(text: string, width: number): boolean {
  return text !== '' && width >= widthOf(text) + ROOM
}

/** A label in the middle of a box, where it fits. */
export function labelIn(box: Box, labels: readonly string[]): readonly Word[] {
  if (box.bottom - box.top < 14) return []
  const text = labels.find((one) => fits(one, box.right - box.left))
  if (text === undefined) return []
  return [
    {
      x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2,
      text,
      anchor: 'middle',
      color: inkOn(box.color),
      halo: box.color,
    },
  ]
}

/** What a row is called, left of it, cut where there is no room for more. */
export function rowName(name: string, y: number, isBold = false): Word {
  let text = name
  for (let end = name.length - 1; widthOf(text, isBold) > LEFT - 8; end--) {
    text = `${name.slice(0, end).trimEnd()}…`
  }
  return { x: isBold ? 0 : LEFT - 8, y, text, anchor: isBold ? 'start' : 'end', color: INK, isBold }
}

/** How far from left to right a word reaches, at most. */
export function reachOf({ x, text, anchor, isBold }: Word): readonly [number, number] {
  const width = widthOf(text, isBold)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return [left, left + width]
}

/** Whether a box covers a part of a word. */
export function isOver({ left, right, top, bottom }: Box, word: Word): boolean {
  const [begin, end] = reachOf(word)
  return left < end && right > begin && top < word.y + HALF_LINE && bottom > word.y - HALF_LINE
}
