import { parseArgs } from 'node:util'
import { didYouMean, quote } from '@holdfast/kernel'

export const HELP = `Checks a rule set, runs its tests, and says what it changes.

  pnpm start [rules] [options]

  rules               a rule set in YAML; the bundled one, with its last version and history, when left out
  --previous FILE     the version before, to compare with
  --history FILE      past requests, one JSON object a line: { "id", "at", "facts" }
  --from DATE         the day from which a year is checked, such as 2027-03-01; by default the day after the
                      history ends, or today
  --examples N        in how many ways past requests change, with a request for each (3)
  --help              this text
`

export interface Arguments {
  readonly rules?: string
  readonly previous?: string
  readonly history?: string
  readonly from?: string
  readonly examples?: string
  readonly help?: boolean
}

const OPTIONS = {
  previous: { type: 'string' },
  history: { type: 'string' },
  from: { type: 'string' },
  examples: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What was asked for, or what is wrong with the asking. */
export function readArguments(args: readonly string[]): Arguments | { readonly wrong: string } {
  // Package managers hand a separating `--` on as it is.
  const given = args[0] === '--' ? args.slice(1) : [...args]
  const { values, positionals, tokens } = parseArgs({
    args: given,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!Object.hasOwn(OPTIONS, name)) {
      const near = didYouMean(name, Object.keys(OPTIONS))
      const hint = near === undefined ? '' : `; did you mean --${near}?`
      return { wrong: `there is no option ${rawName}${hint}` }
    }
    if (name === 'help' && value !== undefined) return { wrong: '--help takes no value' }
    if (name !== 'help' && (value === undefined || value === '')) {
      return { wrong: `${rawName} needs a value` }
    }
  }
  const [rules, second] = positionals
  if (second !== undefined) {
    return { wrong: `one rule set at a time, not ${quote(second)} as well` }
  }
  const { examples } = values as Arguments
  if (examples !== undefined && !/^\d+$/.test(examples)) {
    return { wrong: `--examples takes a number, not ${quote(examples)}` }
  }
  return { ...(values as Arguments), ...(rules !== undefined && { rules }) }
}
