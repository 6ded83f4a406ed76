import { type Given, readOptions, type Wrong } from '@holdfast/example-report/options'
import { quote } from '@holdfast/kernel'

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

export interface Arguments extends Given<typeof OPTIONS> {
  readonly log?: string
}

/** What was asked for, or what is wrong with the asking. */
export function readArguments(args: readonly string[]): Arguments | Wrong {
  const read = readOptions(args, OPTIONS)
  if ('wrong' in read) return read
  const [log, second] = read.positionals
  if (second !== undefined) return { wrong: `one log at a time, not ${quote(second)} as well` }
  return { ...read.given, ...(log !== undefined && { log }) }
}
