import { printedRows } from './tested-text.ts'

/** The texts of elements, as a reader sees them. */
export function textsOf(page: string, tag: string): string[] {
  const found = page.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))
  return [...found].map(([, inner = '']) =>
    inner
      .replaceAll(/<title>.*?<\/title>/g, '')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .trim(),
  )
}

/** What the tables and figures of a page say. */
export function cellsOf(page: string): string[] {
  return [...textsOf(page, 'td'), ...textsOf(page, 'dd')].filter((cell) => cell !== '')
}

/** The cells and the rows of a page that the printed report does not have. */
export function unprinted(page: string, out: string): (string | string[])[] {
  const printed = out.replaceAll(/\s+/g, ' ')
  const lines = new Set(printedRows(out).map((row) => row.join('|')))
  const rows = textsOf(page, 'tr').map((row) => row.split('\n').filter((cell) => cell !== ''))
  return [
    ...cellsOf(page).filter((cell) => !printed.includes(cell)),
    ...rows.filter((row) => !lines.has(row.join('|'))),
  ]
}

/** What a page asks others for, or could. */
export function askedElsewhere(page: string): string[] {
  const asking = page.match(/<script|<link|<img|<iframe|\bsrc=|@import|url\((?!#)/g) ?? []
  const addresses = page.match(/https?:[^"\s<]+/g) ?? []
  return [...asking, ...addresses.filter((one) => !one.startsWith('http://www.w3.org/'))]
}

/** The titles of the drawings, for those who cannot see them; `undefined` for one that has none. */
export function drawingTitles(page: string): (string | undefined)[] {
  const drawings = page.matchAll(/<svg(?:[^>]*role="img"><title>([^<]+)<\/title>)?/g)
  return [...drawings].map(([, title]) => title)
}
