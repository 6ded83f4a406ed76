import { parseArgs } from 'node:util'
import { didYouMean, quote } from '@holdfast/kernel'

export const HELP = `Holds each incident of a log against a promise in business time.

  pnpm start [log] [options]

  log                 a CSV file, plain or gzip; a small sample when left out
  --incident NUMBER   why this incident was due when it was, in place of the worst one
  --promises FILE     the promises, by priority (promises.yaml)
  --calendar FILE     the hours that count (calendar.yaml)
  --help              this text
`

export interface Arguments {
  readonly log?: string
  readonly incident?: string
  readonly promises?: string
  readonly calendar?: string
  readonly help?: boolean
}

const OPTIONS = {
  incident: { type: 'string' },
  promises: { type: 'string' },
  calendar: { type: 'string' },
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
  const [log, second] = positionals
  if (second !== undefined) return { wrong: `one log at a time, not ${quote(second)} as well` }
  return { ...(values as Arguments), ...(log !== undefined && { log }) }
}
