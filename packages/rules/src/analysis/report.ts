import { type Finding, type FindingParts, quote } from '@holdfast/kernel'
import type { Rule, RuleSetModel } from '../model.ts'
import { describePeriods, type Period } from './period.ts'
import type { Answer } from './question.ts'

/** What a question is about: a rule, an action, a named condition. */
export interface Subject {
  readonly name: string
  readonly path: readonly PropertyKey[]
}

export function subjectOf({ id, at }: Rule): Subject {
  return { name: `the rule ${quote(id)}`, path: at }
}

/** When a finding holds, and all the time in which it could. */
export interface When {
  readonly period: Period
  readonly among: readonly Period[]
}

/** Findings as they are made; those that are the same in several periods become one. */
export interface Report {
  add(parts: FindingParts, when?: When): void
  /** Writes down that a question has no answer; `true` when it has one. */
  settles(answer: Answer, subject: Subject, question: string): boolean
  findings(): Finding[]
}

/** How many findings of one kind are told one by one. */
export const MANY = 20

export function reportOf(model: RuleSetModel): Report {
  const entries = new Map<string, { parts: FindingParts; periods: Period[]; when?: When }>()
  const open = {
    undecided: new Map<string, OpenSubject>(),
    unknown: new Map<string, OpenSubject>(),
  }

  function add(parts: FindingParts, when?: When) {
    const key = JSON.stringify([parts.code, parts.path, parts.message])
    const entry = entries.get(key)
    if (entry === undefined) {
      entries.set(key, {
        parts,
        periods: when === undefined ? [] : [when.period],
        ...(when && { when }),
      })
    } else if (when !== undefined) entry.periods.push(when.period)
  }

  function settles(answer: Answer, subject: Subject, question: string): boolean {
    if (answer.kind !== 'undecided' && answer.kind !== 'unknown') return true
    const subjects = open[answer.kind]
    const known = subjects.get(subject.name) ?? { subject, questions: new Set(), labels: new Set() }
    subjects.set(subject.name, known)
    known.questions.add(question)
    if (answer.kind === 'unknown') for (const label of answer.labels) known.labels.add(label)
    return false
  }

  return {
    add,
    settles,
    findings: () => [
      ...[...entries.values()].map(({ parts, periods, when }) => {
        const time = when === undefined ? '' : describePeriods(periods, when.among)
        return model.finding({ ...parts, message: `${parts.message}${time}` })
      }),
      ...openFindings('undecided', [...open.undecided.values()]).map((one) => model.finding(one)),
      ...openFindings('unknown', [...open.unknown.values()]).map((one) => model.finding(one)),
    ],
  }
}

interface OpenSubject {
  readonly subject: Subject
  readonly questions: Set<string>
  readonly labels: Set<string>
}

function openFindings(kind: 'undecided' | 'unknown', subjects: OpenSubject[]): FindingParts[] {
  const severity = kind === 'undecided' ? 'warning' : 'info'
  const code = `analysis-${kind}`
  const finding = (about: string, path: readonly PropertyKey[], all: readonly OpenSubject[]) => {
    const questions = [...new Set(all.flatMap((one) => [...one.questions]))].join(', ')
    const labels = [...new Set(all.flatMap((one) => [...one.labels]))].join(', ')
    const why =
      kind === 'undecided'
        ? 'the steps ran out'
        : `it rests on comparisons outside of what is analyzed${labels === '' ? '' : `: ${labels}`}`
    const message = `whether ${about} is ${questions} is not settled; ${why}`
    return { severity, code, message, path } as const
  }
  if (subjects.length <= MANY) {
    return subjects.map((one) => finding(one.subject.name, one.subject.path, [one]))
  }
  const [first] = subjects as [OpenSubject]
  const about = `${first.subject.name} (and ${subjects.length - 1} more)`
  return [finding(about, first.subject.path, subjects)]
}
