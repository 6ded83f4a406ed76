import { basename } from 'node:path'
import { type Log, type LoggedCase, readLog } from '@holdfast/event-log'
import { exitCodeOf } from '@holdfast/example-report/exit-code'
import { writePage } from '@holdfast/example-report/files'
import { asText } from '@holdfast/example-report/render-text'
import { trouble, unreadable } from '@holdfast/example-report/trouble'
import { didYouMean, quote } from '@holdfast/kernel'
import { type Arguments, HELP, readArguments } from './arguments.ts'
import { type Counted, countLog } from './count.ts'
import { bundled, type Documents, readDocuments } from './documents.ts'
import { progressOn } from './progress.ts'
import type { Section } from './section.ts'
import { BRIEF, sectionsOf } from './sections/sections.ts'
import type { Terminal } from './terminal.ts'

const TITLE = 'Where the time went'

/** The whole program. Answers with its exit code: 0, 1 for input that cannot be used, 2 for a wrong call. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out } = terminal
  return exitCodeOf(readArguments(args), terminal, {
    help: HELP,
    async report(asked) {
      const documents = await readDocuments(asked, terminal)
      const path = asked.log ?? bundled('sample/incident-log.csv')
      const counted = await counting(path, documents, asked, terminal)
      const sections = sectionsOf(counted, documents, asked.case !== undefined)
      const shown = asked.brief === true ? sections.filter(({ id }) => BRIEF.has(id)) : sections
      out(`${asText(shown)}\n`)
      out(`The page with the charts: ${await page(path, documents, sections, asked)}\n`)
    },
  })
}

async function counting(
  path: string,
  documents: Documents,
  asked: Arguments,
  terminal: Terminal,
): Promise<Counted> {
  const progress = progressOn(terminal)
  const onProgress = ({ rows }: { readonly rows: number }) => progress.rows(rows)
  const log = readLog(path, documents.mapping, { onProgress })
  const readable = { [Symbol.asyncIterator]: () => casesOf(log, path), report: log.report }
  try {
    const counted = await countLog(readable, documents, asked.case)
    if (asked.case !== undefined && counted.told === undefined) throw noCase(asked.case, counted)
    return counted
  } finally {
    progress.done()
  }
}

/** The cases of a log; what keeps it from being read is said with its path. */
async function* casesOf(log: Log, path: string): AsyncGenerator<LoggedCase> {
  try {
    yield* log
  } catch (error) {
    throw unreadable(path, error)
  }
}

function noCase(asked: string, { others }: Counted): Error {
  const near = didYouMean(asked, others)
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  return trouble(`there is no case ${quote(asked)} in this log${hint}`)
}

/** Writes the page, and says where it is from where the user is. */
async function page(
  path: string,
  { calendar }: Documents,
  sections: readonly Section[],
  asked: Arguments,
): Promise<string> {
  // What draws is heavy, and loaded when the log has been read: that keeps the peak of memory low.
  const { pageOf } = await import('./page.ts')
  const subtitle = `${basename(path)}, times in ${calendar.timeZone}`
  const shown = pageOf({ title: TITLE, subtitle }, sections)
  return writePage(asked.out ?? bundled('out'), 'report.html', shown)
}
