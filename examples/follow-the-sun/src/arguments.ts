import { type Given, readOptions, type Wrong } from '@holdfast/example-report/options'
import { quote } from '@holdfast/kernel'

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

export type Arguments = Given<typeof OPTIONS>

/** What was asked for, or what is wrong with the asking. */
export function readArguments(args: readonly string[]): Arguments | Wrong {
  const read = readOptions(args, OPTIONS)
  if ('wrong' in read) return read
  const [extra] = read.positionals
  if (extra !== undefined) return { wrong: `${quote(extra)} belongs to no option` }
  return read.given
}
