import { escaped } from '@holdfast/example-report/escape'
import { asPage, type Heading } from '@holdfast/example-report/render-page'
import type { Chart, KeyEntry } from './charts/chart.ts'
import { drawn } from './charts/draw.ts'
import type { Section } from './section.ts'
import { STYLE } from './style.ts'

/** The page with the pictures. */
export function pageOf(heading: Heading, sections: readonly Section[]): string {
  return asPage(heading, sections, { style: STYLE, chart: chartPart })
}

function chartPart({ title, note, key, drawings }: Chart): string {
  const small = note === undefined ? '' : `<p class="note">${escaped(note)}</p>`
  const parts = drawings.map((drawing) => `<div class="drawing">${drawn(drawing)}</div>`)
  return `<figure><figcaption>${escaped(title)}</figcaption>${small}${keyPart(key ?? [])}${parts.join('\n')}</figure>`
}

function keyPart(key: readonly KeyEntry[]): string {
  const items = key.map(
    ({ color, text, isLine = false }) =>
      `<li><i${isLine ? ' class="line"' : ''} style="background:${color}"></i>${escaped(text)}</li>`,
  )
  return items.length === 0 ? '' : `<ul class="key">${items.join('')}</ul>`
}
