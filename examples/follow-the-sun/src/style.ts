import type { Style } from '@holdfast/example-report/style'

/** Drawings under each other, as wide as the page, which is turned for paper. */
export const STYLE: Style = {
  screen: `
:root { --width: 1088px }
dl { grid-template-columns: repeat(auto-fit, minmax(max(200px, 30%), 1fr)) }
.drawing { overflow-x: auto; margin-bottom: 10px }
.key { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0 0 10px; padding: 0; list-style: none; font-size: 13px; color: var(--quiet) }
.key i { display: inline-block; width: 12px; height: 12px; margin-right: 6px; border-radius: 2px; vertical-align: -1px; print-color-adjust: exact }
.key i.line { width: 3px; height: 16px; border-radius: 0; vertical-align: -3px }
th, td { white-space: nowrap }
@page { size: A4 landscape; margin: 12mm }
`,
  print: '',
}
