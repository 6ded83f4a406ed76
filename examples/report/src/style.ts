/** What a report adds to the common style, as CSS; its screen has to say how wide it is at most, as `--width`. */
export interface Style {
  readonly screen: string
  readonly print: string
}

/** How a page looks: dark on light, one accent, the fonts of the reader's system, and a quiet version for paper. */
export function styleSheet({ screen, print }: Style): string {
  return `${SCREEN}${screen}@media print {
${PRINT}${print}}
`
}

const SCREEN = `
:root { color-scheme: light; --ink: #1c2733; --quiet: #52606d; --rule: #d5dbe1; --accent: #1f5a92; --soft: #f4f7fa; --alarm: #b3122b }
* { box-sizing: border-box }
html { scroll-behavior: smooth }
body { margin: 0; background: #fff; color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
header, main { max-width: var(--width); margin: 0 auto; padding: 0 24px }
header { padding-top: 32px }
h1 { font-size: 28px; line-height: 1.2; margin: 0 }
header p { margin: 4px 0 16px; color: var(--quiet) }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 12px 0; list-style: none; border-block: 1px solid var(--rule) }
a { color: var(--accent) }
section { padding: 28px 0 12px; border-bottom: 1px solid var(--rule) }
section:last-child { border-bottom: 0 }
h2 { font-size: 20px; margin: 0 0 8px }
h3 { font-size: 14px; font-weight: 600; margin: 0 0 4px }
p { margin: 0 0 12px; max-width: 72ch }
.note { color: var(--quiet); font-size: 13px }
dl { display: grid; gap: 12px; margin: 16px 0 }
dl div { background: var(--soft); border-left: 3px solid var(--accent); padding: 10px 12px }
dl div.bad { border-left-color: var(--alarm) }
.bad .value { color: var(--alarm) }
dt { font-size: 13px; color: var(--quiet) }
dd { margin: 0 }
dd.value { font-size: 24px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums }
figure { margin: 20px 0 }
figcaption { font-weight: 600; font-size: 14px; margin-bottom: 8px }
.drawing svg { display: block; overflow: visible; height: auto; max-width: none }
.wide { overflow-x: auto; margin: 16px 0 }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: 600; padding-bottom: 6px }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0 }
th { color: var(--quiet); font-weight: 600; font-size: 13px; border-bottom: 1px solid var(--ink) }
td { border-bottom: 1px solid var(--rule) }
.number { text-align: right; white-space: nowrap }
.story { font-size: 14px; margin: 16px 0 }
.story > p { font-weight: 600; margin-bottom: 4px }
.story ul { margin: 0; padding-left: 20px }
.story li { margin: 2px 0 }
`

const PRINT = `  body { font-size: 11pt }
  nav { display: none }
  .drawing { overflow: visible }
  .drawing svg { max-width: 100% }
  header, main { max-width: none; padding: 0 }
  figure, table, dl div { break-inside: avoid }
  dl div { background: none }
  a { color: inherit; text-decoration: none }
`
