import { type Given, readOptions, type Wrong } from '@holdfast/example-report/options'
import { quote } from '@holdfast/kernel'

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

const OPTIONS = {
  previous: { type: 'string' },
  history: { type: 'string' },
  from: { type: 'string' },
  examples: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export interface Arguments extends Given<typeof OPTIONS> {
  readonly rules?: string
}

/** What was asked for, or what is wrong with the asking. */
export function readArguments(args: readonly string[]): Arguments | Wrong {
  const read = readOptions(args, OPTIONS)
  if ('wrong' in read) return read
  const [rules, second] = read.positionals
  if (second !== undefined) {
    return { wrong: `one rule set at a time, not ${quote(second)} as well` }
  }
  const { examples } = read.given
  if (examples !== undefined && !/^\d+$/.test(examples)) {
    return { wrong: `--examples takes a number, not ${quote(examples)}` }
  }
  return { ...read.given, ...(rules !== undefined && { rules }) }
}
