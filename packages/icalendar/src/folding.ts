/** Bytes that a line may have besides its end. Source: RFC 5545, 3.1. */
const LIMIT = 75

/**
 * The same content with no line longer than the standard allows. The library counts letters in places where the standard
 * counts bytes, and does not count the space that begins a continued line.
 */
export function folded(text: string): string {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => `${foldedLine(line)}\r\n`)
    .join('')
}

function foldedLine(line: string): string {
  let result = ''
  let length = 0
  for (const letter of line) {
    const bytes = bytesOf(letter)
    if (length + bytes > LIMIT) {
      result += '\r\n '
      length = 1
    }
    result += letter
    length += bytes
  }
  return result
}

/** Of a letter in UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) as number
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
