import { parseArgs } from 'node:util'
import { didYouMean, quote } from '@holdfast/kernel'

export const HELP = `Who is on duty around the world, and when nobody is: a report to read here, and a page with charts.

  pnpm start [options]

  --variant NAME    which schedules: own-hours (each site by its own clock), one-clock (the repaired ones), or a
                    folder of your own
  --from DATE       the first day asked about (2027-10-01); days are those of UTC
  --to DATE         the day on which it ends, excluded (2028-01-01)
  --at INSTANT      when to say who is on duty and why (2027-11-25T16:00Z, or --from when that lies outside)
  --people FILE     who there is, and in which zone (people.yaml)
  --holidays FOLDER public holidays, a calendar for each zone (holidays)
  --out FOLDER      where the page goes (out)
  --help            this text
`

export interface Arguments {
  readonly variant?: string
  readonly from?: string
  readonly to?: string
  readonly at?: string
  readonly people?: string
  readonly holidays?: string
  readonly out?: string
  readonly help?: boolean
}

const OPTIONS = {
  variant: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  at: { type: 'string' },
  people: { type: 'string' },
  holidays: { type: 'string' },
  out: { type: 'string' },
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
  const [extra] = positionals
  if (extra !== undefined) return { wrong: `${quote(extra)} belongs to no option` }
  return values as Arguments
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name)
}
