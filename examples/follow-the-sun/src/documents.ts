import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Calendar, checkCalendar, createCalendar } from '@holdfast/calendar'
import { documentIn } from '@holdfast/example-report/files'
import type { Terminal } from '@holdfast/example-report/terminal'
import { trouble } from '@holdfast/example-report/trouble'
import {
  checkDirectory,
  createDirectory,
  type Directory,
  type DocumentSource,
  didYouMean,
  documentError,
  type Finding,
  formatFinding,
} from '@holdfast/kernel'
import { checkSchedule, createSchedule, type Schedule } from '@holdfast/oncall'
import type { Arguments } from './arguments.ts'

/** The schedules that come with this program, by folder. */
const VARIANTS = ['own-hours', 'one-clock'] as const

/** What teams edit, ready to use. */
export interface Documents {
  /** What the schedules are called together. */
  readonly variant: string
  readonly directory: Directory
  readonly schedules: readonly Schedule[]
  /** Public holidays, by zone. */
  readonly holidays: Readonly<Record<string, Calendar>>
}

/** Everything that is wrong in any document is thrown at once; what is only worth a look is said to `err`. */
export async function readDocuments(
  asked: Arguments,
  { err }: Pick<Terminal, 'err'>,
): Promise<Documents> {
  const variant = asked.variant ?? VARIANTS[0]
  const people = await documentIn(asked.people ?? bundled('people.yaml'))
  const calendars = await sources(asked.holidays ?? bundled('holidays'))
  const rosters = await sources(folderOf(variant), variant)
  const before = [...checkDirectory(people), ...calendars.flatMap((one) => checkCalendar(one))]
  const usable = !before.some(isError)
  const deps = usable ? { directory: createDirectory(people) } : {}
  const findings = [...before, ...rosters.flatMap((one) => checkSchedule(one, deps))]
  if (findings.some(isError)) throw documentError('set of documents', findings)
  for (const finding of findings) err(`${formatFinding(finding)}\n`)
  const directory = createDirectory(people)
  const made = calendars.map((one) => createCalendar(one))
  return {
    variant,
    directory,
    schedules: rosters.map((one) => createSchedule(one, { directory })),
    holidays: Object.fromEntries(made.map((calendar) => [calendar.timeZone, calendar])),
  }
}

/** The path of a file or folder that comes with this program. */
export function bundled(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}

function folderOf(variant: string): string {
  return VARIANTS.some((known) => known === variant) ? bundled(variant) : variant
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

/** The YAML files of a folder, in order of their names. */
async function sources(folder: string, asked = folder): Promise<readonly DocumentSource[]> {
  const names = await filesOf(folder, asked)
  if (names.length === 0) throw trouble(`there is no YAML file in ${folder}`)
  return Promise.all(names.map((name) => documentIn(join(folder, name))))
}

async function filesOf(folder: string, asked: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()
  } catch {
    const near = didYouMean(asked, VARIANTS)
    const hint = near === undefined ? '' : `; did you mean the variant ${near}?`
    throw trouble(`there is no folder ${folder}${hint}`)
  }
}
