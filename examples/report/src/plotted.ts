import * as Plot from '@observablehq/plot'
import { createWindow } from 'domino'
import { INK } from './colors.ts'
import { escaped } from './escape.ts'

const STYLE = {
  fontFamily: 'system-ui, sans-serif',
  fontSize: '12px',
  color: INK,
  background: 'none',
}

/** A plot as SVG, with a title for those who cannot see it. */
export function plotted(title: string, options: Plot.PlotOptions): string {
  const { document } = createWindow('')
  const plot = Plot.plot({ document, style: STYLE, ...options })
  return plot.outerHTML.replace(
    /^<svg([^>]*)>/,
    `<svg$1 role="img"><title>${escaped(title)}</title>`,
  )
}
