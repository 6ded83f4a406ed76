import { isTrouble, trouble } from '@holdfast/example-report/trouble'
import {
  addMonths,
  type DocumentSource,
  localDayAt,
  parseLocalDate,
  quote,
  startOfDay,
  toInstant,
} from '@holdfast/kernel'
import { checkRuleSet, createRuleSet, type PastRequest, type RuleSet } from '@holdfast/rules'
import { type Arguments, HELP, readArguments } from './arguments.ts'
import { bundled, documentOf } from './files.ts'
import { findingText } from './finding-text.ts'
import { historyOf } from './history.ts'
import { pastSection } from './past.ts'
import {
  checkSection,
  diffSection,
  isError,
  type Section,
  testSection,
  type Year,
} from './sections.ts'
import type { Terminal } from './terminal.ts'
import { vocabulary } from './vocabulary.ts'
import { counted, wordsFor } from './words.ts'

/** The whole program. Answers with its exit code: 0, 1 when something is wrong, 2 for a wrong call. */
export function run(args: readonly string[], { out, err, now }: Terminal): number {
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
    const sections = report(withBundled(asked), now)
    out(sections.map(({ text }) => `${text}\n`).join('\n'))
    return sections.some(({ isWrong }) => isWrong) ? 1 : 0
  } catch (error) {
    if (!isTrouble(error)) throw error
    err(`${error.message}\n`)
    return 1
  }
}

/** The bundled rules are compared with their own last version and history, others with what is named. */
function withBundled(asked: Arguments): Arguments & { readonly rules: string } {
  if (asked.rules !== undefined) return { ...asked, rules: asked.rules }
  return {
    rules: bundled('rules/triage.yaml'),
    previous: bundled('rules/triage.previous.yaml'),
    history: bundled('history/requests.jsonl'),
    ...asked,
  }
}

function report(asked: Arguments & { readonly rules: string }, now: () => number): Section[] {
  const source = documentOf(asked.rules)
  const { ruleSet, section } = read(source)
  if (ruleSet === undefined) return [section]
  const history = asked.history === undefined ? [] : historyOf(asked.history)
  const words = wordsFor(zoneOfRules(ruleSet))
  const year = yearFrom(asked.from, words.timeZone, history, now)
  const sections = [
    section,
    checkSection(ruleSet, year, words),
    testSection(ruleSet, source, year.from, words),
  ]
  if (asked.previous === undefined) return sections
  const previous = read(documentOf(asked.previous))
  if (previous.ruleSet === undefined) {
    const why = 'The last version cannot be read with the facts of today, so nothing is compared.'
    return [...sections, { text: `${why}\n${previous.section.text}`, isWrong: false }]
  }
  sections.push(diffSection(previous.ruleSet, ruleSet, year, words))
  if (history.length > 0) {
    const examples = Number(asked.examples ?? 3)
    sections.push(pastSection(previous.ruleSet, ruleSet, history, examples, words))
  }
  return sections
}

/** The rule set, unless something is wrong with its document, and what is to be said of it. */
function read(source: DocumentSource): { ruleSet?: RuleSet; section: Section } {
  const findings = checkRuleSet(source, { vocabulary })
  const lines = findings.map((finding) => findingText(finding, wordsFor('UTC')))
  if (findings.some(isError)) {
    const errors = counted(findings.filter(isError).length, 'error')
    const text = [`${source.name} cannot be used: ${errors}.`, ...lines].join('\n')
    return { section: { text, isWrong: true } }
  }
  const ruleSet = createRuleSet(source, { vocabulary })
  const { id, version, model } = ruleSet
  const { rules, actions } = model
  const size = `${counted(rules.length, 'rule')} for ${counted(actions.size, 'action')}`
  const text = [`${source.name}: ${id}, version ${version}, ${size}.`, ...lines].join('\n')
  return { ruleSet, section: { text, isWrong: false } }
}

function zoneOfRules({ document }: RuleSet): string {
  return document.timeZone ?? 'UTC'
}

/** The year from the start of a day in the zone of the rules: the one asked for, the one after the history, or today. */
function yearFrom(
  text: string | undefined,
  zone: string,
  history: readonly PastRequest[],
  now: () => number,
): Year {
  const day = text === undefined ? firstDay(zone, history, now) : parseLocalDate(text)
  if (day === undefined) throw trouble(`--from takes a date such as 2027-03-01, not ${quote(text)}`)
  return { from: startOfDay(zone, day), to: startOfDay(zone, addMonths(day, 12)) }
}

function firstDay(zone: string, history: readonly PastRequest[], now: () => number): number {
  const last = history.reduce(
    (end, { at }) => Math.max(end, toInstant(at)),
    Number.NEGATIVE_INFINITY,
  )
  return history.length === 0
    ? localDayAt(zone, toInstant(now()))
    : localDayAt(zone, toInstant(last)) + 1
}
