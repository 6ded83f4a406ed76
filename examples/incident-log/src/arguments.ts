import { parseArgs } from 'node:util'
import { didYouMean, quote } from '@holdfast/kernel'

export const HELP = `Where the time of the cases in a log went: a report to read here, and a page with charts.

  pnpm start [log] [options]

  log               a CSV or JSON lines file, plain or gzip; a small sample when left out
  --mapping FILE    what the columns of the log mean (mapping.yaml), or the name of a mapping that comes with
                    Holdfast: serviceNow, jira, zendesk, gitHub
  --calendar FILE   the hours that count (calendar.yaml)
  --policy FILE     what was promised (policy.yaml)
  --plan FILE       what could be done, and what has been done (plan.yaml)
  --case ID         why this case took so long, in place of the longest
  --out FOLDER      where the page goes (out)
  --brief           prints the most important parts only; the page has them all
  --help            this text
`

export interface Arguments {
  readonly log?: string
  readonly mapping?: string
  readonly calendar?: string
  readonly policy?: string
  readonly plan?: string
  readonly case?: string
  readonly out?: string
  readonly brief?: boolean
  readonly help?: boolean
}

const OPTIONS = {
  mapping: { type: 'string' },
  calendar: { type: 'string' },
  policy: { type: 'string' },
  plan: { type: 'string' },
  case: { type: 'string' },
  out: { type: 'string' },
  brief: { type: 'boolean' },
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
    if (!isOption(name)) {
      const near = didYouMean(name, Object.keys(OPTIONS))
      const hint = near === undefined ? '' : `; did you mean --${near}?`
      return { wrong: `there is no option ${rawName}${hint}` }
    }
    const takesValue = OPTIONS[name].type === 'string'
    if (!takesValue && value !== undefined) return { wrong: `--${name} takes no value` }
    if (takesValue && (value === undefined || value === '')) {
      return { wrong: `${rawName} needs a value` }
    }
  }
  const [log, second] = positionals
  if (second !== undefined) return { wrong: `one log at a time, not ${quote(second)} as well` }
  return { ...(values as Arguments), ...(log !== undefined && { log }) }
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name)
}
