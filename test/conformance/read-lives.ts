import {
  createLogMapping,
  type LogInput,
  type LogMappingDocument,
  readLog,
} from '@holdfast/event-log'
import { type CaseLife, decomposeCaseLife } from '@holdfast/insight'

const MINUTE = 60_000

/** A mapping without what every document has. */
export type Mapping = Omit<LogMappingDocument, 'id' | 'version'>

/** The lives of the cases of a log by their names; refuses a log of which something could not be read. */
export async function readLives(
  input: LogInput,
  mapping: Mapping,
): Promise<Readonly<Record<string, CaseLife>>> {
  const log = readLog(input, createLogMapping({ id: 'made-up', version: 1, ...mapping }))
  const lives: Record<string, CaseLife> = {}
  for await (const { id, marks } of log) lives[id] = decomposeCaseLife(marks)
  const report = log.report()
  if (report.bad.length + report.lostCases > 0) throw new Error(JSON.stringify(report))
  return lives
}

/** The text of a log from its lines. */
export const lines = (...each: readonly string[]): readonly [string] => [each.join('\n')]

/** The elements of a life in minutes, by the party of a wait or their own name. */
export function minutes(life: CaseLife | undefined): Readonly<Record<string, number>> {
  const parts = life?.elements.map(({ element, party, elapsed }) => [
    party ?? element,
    elapsed / MINUTE,
  ])
  return Object.fromEntries(parts ?? [])
}
