import { fileURLToPath } from 'node:url'
import { type Calendar, checkCalendar, createCalendar } from '@holdfast/calendar'
import { checkLogMapping, createLogMapping, type LogMapping, MAPPINGS } from '@holdfast/event-log'
import { documentIn } from '@holdfast/example-report/files'
import type { Terminal } from '@holdfast/example-report/terminal'
import { isTrouble, trouble } from '@holdfast/example-report/trouble'
import {
  checkImprovementPlan,
  createImprovementPlan,
  type ImprovementPlan,
} from '@holdfast/insight'
import { type DocumentSource, didYouMean, type Finding, formatFinding } from '@holdfast/kernel'
import { fromJson } from '@holdfast/kernel/source'
import { checkSlaPolicy, createSlaPolicy, type SlaPolicy } from '@holdfast/sla'
import type { Arguments } from './arguments.ts'

/** What a team edits, ready to use. */
export interface Documents {
  readonly mapping: LogMapping
  readonly calendar: Calendar
  readonly policy: SlaPolicy
  readonly plan: ImprovementPlan
}

/** Errors are thrown with the document that has them; what is only worth a look is said to `err`. */
export async function readDocuments(
  asked: Arguments,
  { err }: Pick<Terminal, 'err'>,
): Promise<Documents> {
  const warn = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      if (finding.severity !== 'error') err(`${formatFinding(finding)}\n`)
    }
  }
  const mapping = await mappingSource(asked.mapping)
  warn(checkLogMapping(mapping))
  const hours = await documentIn(asked.calendar ?? bundled('calendar.yaml'))
  warn(checkCalendar(hours))
  const promises = await documentIn(asked.policy ?? bundled('policy.yaml'))
  const steps = await documentIn(asked.plan ?? bundled('plan.yaml'))
  warn(checkImprovementPlan(steps))
  const made = { mapping: createLogMapping(mapping), calendar: createCalendar(hours) }
  const deps = { calendars: { [made.calendar.id]: made.calendar } }
  warn(checkSlaPolicy(promises, deps))
  const policy = createSlaPolicy(promises, deps)
  return { ...made, policy, plan: createImprovementPlan(steps) }
}

/** The path of a file that comes with this program. */
export function bundled(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}

async function mappingSource(asked: string | undefined): Promise<DocumentSource> {
  if (asked === undefined) return documentIn(bundled('mapping.yaml'))
  if (isShipped(asked)) return fromJson(MAPPINGS[asked], { name: asked })
  try {
    return await documentIn(asked)
  } catch (error) {
    const near = didYouMean(asked, Object.keys(MAPPINGS))
    if (!isTrouble(error) || near === undefined) throw error
    throw trouble(`${error.message}; did you mean the mapping ${near}?`)
  }
}

function isShipped(name: string): name is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, name)
}
