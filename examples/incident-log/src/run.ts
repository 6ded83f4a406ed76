import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkCalendar, createCalendar } from '@holdfast/calendar'
import {
  type DocumentSource,
  didYouMean,
  type Finding,
  formatFinding,
  isDocumentError,
  quote,
} from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { type Arguments, HELP, readArguments } from './arguments.ts'
import { worst } from './figures.ts'
import { incidentsOf } from './incident.ts'
import { textOf } from './open-log.ts'
import { progressOn } from './progress.ts'
import { checkPromises, createPromises, type Promises } from './promise.ts'
import { type Log, readLog } from './read-log.ts'
import { handOversText, promisesText, readingText, whyText, worstText } from './report.ts'
import type { Terminal } from './terminal.ts'
import { type Verdict, verdictOn } from './verdict.ts'

/** Something a user can put right; the message says what. */
class Trouble extends Error {}

/** The whole program. Answers with its exit code: 0, 1 for input that cannot be used, 2 for a wrong call. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err } = terminal
  const asked = readArguments(args)
  if ('wrong' in asked) {
    err(`${asked.wrong}\n\n${HELP}`)
    return 2
  }
  if (asked.help === true) {
    out(HELP)
    return 0
  }
  try {
    const promises = await promisesOf(asked, err)
    const log = await logOf(asked.log ?? bundled('sample/incident-log.csv'), terminal)
    report(log, promises, asked, out)
    return 0
  } catch (error) {
    if (!isForTheUser(error)) throw error
    err(`${error.message}\n`)
    return 1
  }
}

/** A calendar too seldom open for what was promised comes to light only with an incident. */
function isForTheUser(error: unknown): error is Error {
  if (error instanceof Trouble || isDocumentError(error)) return true
  return error instanceof RangeError && 'code' in error && error.code === 'never-open'
}

async function promisesOf(asked: Arguments, err: Terminal['err']): Promise<Promises> {
  const hours = await document(asked.calendar ?? bundled('calendar.yaml'))
  warn(checkCalendar(hours), err)
  const calendar = createCalendar(hours)
  const source = await document(asked.promises ?? bundled('promises.yaml'))
  const calendars = { [calendar.id]: calendar }
  warn(checkPromises(source, calendars), err)
  return createPromises(source, calendars)
}

/** Errors are thrown with the document; what is only worth a look is said here. */
function warn(findings: readonly Finding[], err: Terminal['err']): void {
  for (const finding of findings) {
    if (finding.severity !== 'error') err(`${formatFinding(finding)}\n`)
  }
}

async function logOf(path: string, terminal: Terminal): Promise<Log> {
  const progress = progressOn(terminal)
  try {
    return await readLog(textOf(path), progress.rows)
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    progress.done()
  }
}

function report(log: Log, promises: Promises, asked: Arguments, out: Terminal['out']): void {
  const { incidents, problems } = incidentsOf(log.events)
  const logEnd = log.events.reduce((end, { at, opened }) => Math.max(end, at, opened), 0)
  const verdicts = incidents.map((incident) => verdictOn(incident, promises, logEnd))
  const chosen = chosenOf(verdicts, asked.incident)
  const all = [...log.problems, ...problems]
  out(`${readingText(log, all, verdicts, logEnd, promises.calendar.timeZone)}\n`)
  out(`${promisesText(verdicts, promises)}\n`)
  out(`${handOversText(verdicts)}\n`)
  out(`${worstText(verdicts, promises)}\n`)
  if (chosen !== undefined) out(`${whyText(chosen, promises)}\n`)
}

/** The one asked for; otherwise the worst, or the first when no promise was missed. */
function chosenOf(verdicts: readonly Verdict[], number: string | undefined): Verdict | undefined {
  if (number === undefined) return worst(verdicts, 1)[0] ?? verdicts[0]
  const found = verdicts.find(({ incident }) => incident.number === number)
  if (found !== undefined) return found
  const near = didYouMean(
    number,
    verdicts.map(({ incident }) => incident.number),
  )
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  throw new Trouble(`there is no incident ${quote(number)} in this log${hint}`)
}

async function document(path: string): Promise<DocumentSource> {
  try {
    return fromYaml(await readFile(path, 'utf8'), { name: path })
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): Trouble {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new Trouble(`there is no file ${resolve(path)}`)
  if (code === 'EISDIR') return new Trouble(`${path} is a folder, not a file`)
  return new Trouble(`${path} cannot be read: ${message}`)
}

function bundled(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
