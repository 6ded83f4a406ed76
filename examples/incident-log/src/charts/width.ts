/** Letters of 12 px are about so wide; taken wide, so that what is laid out by it fits. */
const LETTER = 7

/** About how wide a text is drawn, in pixels. */
export function widthOf(text: string): number {
  return text.length * LETTER
}
