import type { Style } from '@holdfast/example-report/style'

/** Drawings beside each other, as many as fit. */
export const STYLE: Style = {
  screen: `
:root { --width: 960px }
dl { grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)) }
.drawings { display: flex; flex-wrap: wrap; gap: 16px 24px }
.drawing { flex: 0 1 auto; max-width: 100%; overflow-x: auto }
`,
  print: `
  section { break-inside: avoid }
  section#why { break-inside: auto }
`,
}
