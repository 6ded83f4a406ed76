import type { Page } from 'playwright-core'
import { type Box, faultsOf, type Label } from './labels.ts'

/** Run in the page: where every text of every chart stands, on the screen, and the chart that it stands in. */
const LABELS = `[...document.querySelectorAll('figure svg')].map((svg) => {
  const edge = ({ left, right, top, bottom }) => ({ left, right, top, bottom })
  const lines = [...svg.querySelectorAll('text')].flatMap((text) => {
    const parts = text.querySelectorAll('tspan')
    return parts.length > 0 ? [...parts] : [text]
  })
  return {
    chart: edge(svg.getBoundingClientRect()),
    labels: lines.map((line) => ({
      text: line.textContent,
      size: Number.parseFloat(getComputedStyle(line).fontSize),
      scale: line.getScreenCTM().a,
      ...edge(line.getBoundingClientRect()),
    })).filter(({ text }) => text.trim() !== ''),
  }
})`

/** Run in the page: the cells of its tables, row by row. */
const ROWS = `[...document.querySelectorAll('tr')].map((row) =>
  [...row.children].map((cell) => cell.textContent).filter((text) => text !== ''))`

interface Chart {
  readonly chart: Box
  readonly labels: readonly Label[]
}

/** How many labels each chart of a page has, and what keeps any from being read. */
export async function lookAt(
  page: Page,
): Promise<{ readonly labels: readonly number[]; readonly faults: readonly string[] }> {
  const charts = await page.evaluate<readonly Chart[]>(LABELS)
  return {
    labels: charts.map(({ labels }) => labels.length),
    faults: charts.flatMap(({ chart, labels }) => faultsOf(labels, chart)),
  }
}

/** The rows of the tables of a page, as cells. */
export function rowsOf(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate<readonly (readonly string[])[]>(ROWS)
}
