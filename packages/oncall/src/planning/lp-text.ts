import type { ModelRow, ModelTerm, RosterModel } from './model.ts'

/** A model in the CPLEX LP format, which solvers such as HiGHS read. */
export function lpText({ variables, rows, objective }: RosterModel): string {
  const binary = variables.filter(({ kind }) => kind !== 'real').map(({ name }) => name)
  // An empty sum is no expression in this format, and a variable of weight 0 changes nothing.
  const nothing = [{ coefficient: 0, variable: binary[0] ?? 'none' }]
  const body = (terms: readonly ModelTerm[]) => sum(terms.length === 0 ? nothing : terms)
  const row = ({ name, terms, sense, bound }: ModelRow) =>
    ` ${name}: ${body(terms)} ${sense} ${bound}`
  const lines = [
    'Minimize',
    ` cost: ${body(objective)}`,
    'Subject To',
    ...rows.map(row),
    'Binary',
    ...chunks(binary).map((names) => ` ${names.join(' ')}`),
    'End',
  ]
  return `${lines.join('\n')}\n`
}

function sum(terms: readonly ModelTerm[]): string {
  const texts = terms.map(
    ({ coefficient, variable }) =>
      `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${variable}`,
  )
  return chunks(texts)
    .map((part) => part.join(' '))
    .join('\n  ')
}

/** Readers of the format may stop at the 255th character of a line. */
function chunks(texts: readonly string[]): string[][] {
  const count = Math.ceil(texts.length / PER_LINE)
  return Array.from({ length: count }, (_, nth) =>
    texts.slice(nth * PER_LINE, (nth + 1) * PER_LINE),
  )
}

const PER_LINE = 8
