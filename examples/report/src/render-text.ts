import type { Figure, Section, Table } from './section.ts'

/** Sentences are broken into lines of at most so many letters. */
const WIDTH = 104

/** A report to read in a terminal. */
export function asText(sections: readonly Section<unknown>[]): string {
  return sections.map(sectionText).join('\n')
}

function sectionText({ title, intro, figures, tables, stories, notes }: Section<unknown>): string {
  const blocks = [
    `${title}\n${'='.repeat(title.length)}`,
    ...(intro === undefined ? [] : [wrapped(intro, '')]),
    ...(figures === undefined || figures.length === 0 ? [] : [figureLines(figures)]),
    ...(tables ?? []).map(tableText),
    ...(stories ?? []).map(storyText),
    ...(notes ?? []).map((note) => wrapped(note, '')),
  ]
  return `${blocks.join('\n\n')}\n`
}

function figureLines(figures: readonly Figure[]): string {
  const [labels, values] = [widest(figures, 'label'), widest(figures, 'value')]
  return figures
    .map(({ label, value, note = '' }) =>
      `${label.padEnd(labels)}  ${value.padStart(values)}  ${note}`.trimEnd(),
    )
    .join('\n')
}

function widest(figures: readonly Figure[], key: 'label' | 'value'): number {
  return Math.max(...figures.map((figure) => figure[key].length))
}

function tableText({ title, columns, rows }: Table): string {
  const titles = columns.map((column) => column.title)
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...rows].map((row) => (row[index] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    columns
      .map(({ isNumber }, index) => {
        const [cell, width] = [row[index] ?? '', widths[index] as number]
        return isNumber === true ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const lines = [line(titles), rule, ...rows.map(line)]
  return (title === undefined ? lines : [`${title}:`, ...lines]).join('\n')
}

/** A rendered reason, its lines broken under where they begin. */
function storyText(story: string): string {
  return story
    .split('\n')
    .map((line) => {
      const [begin = ''] = /^ *(?:- )?/.exec(line) ?? []
      return `${begin}${wrapped(line.slice(begin.length), ' '.repeat(begin.length))}`
    })
    .join('\n')
}

function wrapped(text: string, indent: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string
    const longer = last === '' ? word : `${last} ${word}`
    if (last !== '' && indent.length + longer.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.join(`\n${indent}`)
}
