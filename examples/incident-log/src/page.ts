import { escaped } from '@holdfast/example-report/escape'
import { asPage, type Heading } from '@holdfast/example-report/render-page'
import type { Chart } from './charts/chart.ts'
import { drawn } from './charts/draw.ts'
import type { Section } from './section.ts'
import { STYLE } from './style.ts'

/** The page with the charts. */
export function pageOf(heading: Heading, sections: readonly Section[]): string {
  return asPage(heading, sections, { style: STYLE, chart: chartPart })
}

function chartPart({ title, drawings }: Chart): string {
  const parts = drawings.map((drawing) => {
    const caption = drawings.length > 1 ? `<h3>${escaped(drawing.title)}</h3>` : ''
    return `<div class="drawing">${caption}${drawn(drawing)}</div>`
  })
  return `<figure><figcaption>${escaped(title)}</figcaption><div class="drawings">${parts.join('\n')}</div></figure>`
}
