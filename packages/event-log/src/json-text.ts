/** The text of one record. */
export interface JsonText {
  /** The line it begins on, counted from 1. */
  readonly line: number
  readonly text: string
}

/**
 * The texts of records: each line is one, or, where the text begins with a bracket, each item of the lists that it
 * consists of. Blank lines are none.
 */
export async function* jsonTexts(
  pieces: AsyncIterable<string>,
): AsyncGenerator<readonly JsonText[]> {
  let cutter: Cutter | undefined
  let blank = ''
  for await (const piece of pieces) {
    if (cutter === undefined) {
      blank += piece
      const start = blank.trimStart()
      if (start === '') continue
      cutter = start.startsWith('[') ? listCutter() : lineCutter()
      yield cutter.take(blank)
    } else yield cutter.take(piece)
  }
  if (cutter !== undefined) yield cutter.take('\n', true)
}

interface Cutter {
  take(piece: string, isEnd?: boolean): readonly JsonText[]
}

function lineCutter(): Cutter {
  let line = 1
  // Pieces of a long line are put together once it ends.
  let begun: string[] = []
  return {
    take(piece) {
      const texts: JsonText[] = []
      let from = 0
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        begun.push(piece.slice(from, end))
        const text = begun.join('').trim()
        if (text !== '') texts.push({ line, text })
        begun = []
        from = end + 1
        line++
      }
      if (from < piece.length) begun.push(piece.slice(from))
      return texts
    },
  }
}

const [QUOTE, BACKSLASH, COMMA, LINE_FEED] = [34, 92, 44, 10] as const
const OPENING = new Set([91, 123])
const CLOSING = new Set([93, 125])

/** Cuts at the commas between the items of a list, by counting brackets outside of texts. */
function listCutter(): Cutter {
  let [line, firstLine, depth] = [1, 1, 0]
  let [isText, isEscaped] = [false, false]
  let begun: string[] = []
  return {
    take(piece, isEnd = false) {
      const texts: JsonText[] = []
      let from = 0
      const end = (at: number) => {
        begun.push(piece.slice(from, at))
        const text = begun.join('').trim()
        if (text !== '') texts.push({ line: firstLine, text })
        begun = []
        from = at + 1
        firstLine = line
      }
      for (let at = 0; at < piece.length; at++) {
        const sign = piece.charCodeAt(at)
        if (sign === LINE_FEED) {
          line++
          if (begun.length === 0 && piece.slice(from, at).trim() === '') firstLine = line
        }
        if (isText) {
          if (isEscaped) isEscaped = false
          else if (sign === BACKSLASH) isEscaped = true
          else if (sign === QUOTE) isText = false
        } else if (sign === QUOTE) isText = true
        else if (OPENING.has(sign)) {
          depth++
          if (depth === 1) end(at)
        } else if (CLOSING.has(sign)) {
          if (depth === 1) end(at)
          depth = Math.max(0, depth - 1)
        } else if (sign === COMMA && depth === 1) end(at)
      }
      if (isEnd) end(piece.length)
      else if (from < piece.length) begun.push(piece.slice(from))
      return texts
    },
  }
}
