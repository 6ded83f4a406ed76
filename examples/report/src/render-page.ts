import { escaped } from './escape.ts'
import type { Column, Figure, Section, Table } from './section.ts'
import { storyList } from './story.ts'
import { type Style, styleSheet } from './style.ts'

/** What stands above the report. */
export interface Heading {
  readonly title: string
  readonly subtitle: string
}

/** How a report differs from others: what is its own in the style, and its charts as HTML. */
export interface Look<Chart> {
  readonly style: Style
  chart(chart: Chart): string
}

/** A page with everything in it: no script, no file beside it, nothing from elsewhere. */
export function asPage<Chart>(
  { title, subtitle }: Heading,
  sections: readonly Section<Chart>[],
  look: Look<Chart>,
): string {
  const links = sections.map(
    ({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}: ${escaped(subtitle)}</title>
<style>${styleSheet(look.style)}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
<nav><ul>${links.join('')}</ul></nav>
</header>
<main>
${sections.map((section) => sectionPart(section, look)).join('\n')}
</main>
</body>
</html>
`
}

function sectionPart<Chart>(section: Section<Chart>, look: Look<Chart>): string {
  const { id, title, intro, figures, charts, tables, stories, notes } = section
  return [
    `<section id="${id}">`,
    `<h2>${escaped(title)}</h2>`,
    ...(intro === undefined ? [] : [`<p>${escaped(intro)}</p>`]),
    ...(figures === undefined || figures.length === 0 ? [] : [figureList(figures)]),
    ...(charts ?? []).map((chart) => look.chart(chart)),
    ...(tables ?? []).map(tablePart),
    ...(stories ?? []).map(storyList),
    ...(notes ?? []).map((note) => `<p class="note">${escaped(note)}</p>`),
    '</section>',
  ].join('\n')
}

function figureList(figures: readonly Figure[]): string {
  const items = figures.map(({ label, value, note, isBad = false }) => {
    const small = note === undefined ? '' : `<dd class="note">${escaped(note)}</dd>`
    return `<div${isBad ? ' class="bad"' : ''}><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${small}</div>`
  })
  return `<dl>${items.join('\n')}</dl>`
}

function tablePart({ title, columns, rows }: Table): string {
  const kind = ({ isNumber }: Column) => (isNumber === true ? ' class="number"' : '')
  const head = columns.map(
    (column) => `<th scope="col"${kind(column)}>${escaped(column.title)}</th>`,
  )
  const lines = rows.map((row) => {
    const cells = columns.map((column, nth) => `<td${kind(column)}>${escaped(row[nth] ?? '')}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  const caption = title === undefined ? '' : `<caption>${escaped(title)}</caption>`
  return `<div class="wide"><table>${caption}
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></div>`
}
