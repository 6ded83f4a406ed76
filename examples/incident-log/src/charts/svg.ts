import * as Plot from '@observablehq/plot'
import { createWindow } from 'domino'
import { escaped } from '../render/escape.ts'
import { INK } from './colors.ts'

const FONT = 12

/** Letters of 12 px are about so wide; taken wide, so that what is laid out by it fits. */
const LETTER = 7

/** About how wide a text is drawn, in pixels. */
export function widthOf(text: string): number {
  return text.length * LETTER
}

/** A plot as SVG, with a title for those who cannot see it. */
export function plotted(title: string, options: Plot.PlotOptions): string {
  const { document } = createWindow('')
  const style = {
    fontFamily: 'system-ui, sans-serif',
    fontSize: `${FONT}px`,
    color: INK,
    background: 'none',
  }
  const plot = Plot.plot({ document, style, ...options })
  return plot.outerHTML.replace(
    /^<svg([^>]*)>/,
    `<svg$1 role="img"><title>${escaped(title)}</title>`,
  )
}
