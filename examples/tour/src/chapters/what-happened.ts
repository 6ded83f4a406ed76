import { run } from '@holdfast/example-incident-log/run'
import type { Chapter, Teller } from '../story.ts'

/** A log of 600 incidents: where their time went, as a lead would see it of the own desk. */
export const whatHappened: Chapter = { title: 'What really happened?', tell }

async function tell({ say }: Teller): Promise<void> {
  say('Promises say what should happen. The log of the service desk says what did. It is read by a')
  say('mapping, a document that says which column means what, and the life of every incident is')
  say('taken apart into what went on and how often it went on again. Nothing is guessed.')
  say()
  const lines: string[] = []
  const code = await run(['--brief'], {
    out: (text) => lines.push(text),
    err: (text) => lines.push(text),
    isInteractive: false,
    now: () => 0,
  })
  for (const line of lines.join('').trimEnd().split('\n')) say(line)
  if (code !== 0) throw new Error('the report on the bundled log could not be made')
  say()
  say(
    'All of it, with what would shorten lives, what an intervention did, and why one incident took',
  )
  say('so long, of this log or of your own:')
  say('  npx -y pnpm@12.21.0 --filter @holdfast/example-incident-log start [path/to/log.csv.gz]')
}
