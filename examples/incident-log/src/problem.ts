/** What can be wrong with a row of a log, and what becomes of the row. The order is that of the report. */
export const PROBLEM_KINDS = {
  'quote-unclosed': ['a quote is never closed', 'left out'],
  'column-count': ['wrong number of columns', 'left out'],
  'number-missing': ['no incident number', 'left out'],
  'time-missing': ['no opening or update time', 'left out'],
  'time-unreadable': ['a time that cannot be read', 'left out'],
  'state-unknown': ['an unknown state', 'kept without its state'],
  'priority-unknown': ['an unknown priority', 'kept without its priority'],
  'before-opened': ['updated before it was opened', 'kept'],
  'out-of-order': ['updated before the row above it', 'kept, put in order'],
  'opening-moved': ['opened at another time than before', 'kept, first opening counts'],
  'resolved-before-opened': ['resolved before it was opened', 'kept without its resolution'],
} as const satisfies Record<string, readonly [what: string, treatment: string]>

export type ProblemKind = keyof typeof PROBLEM_KINDS

export interface Problem {
  readonly kind: ProblemKind
  /** Line of the log, counted from 1. */
  readonly line: number
  /** What stands there. */
  readonly found: string
}

export interface ProblemCount {
  readonly kind: ProblemKind
  readonly what: string
  readonly treatment: string
  readonly count: number
  /** The one on the earliest line. */
  readonly first: Problem
}

/** The problems by kind, those that cost a row first. */
export function countProblems(problems: Iterable<Problem>): ProblemCount[] {
  const byKind = new Map<ProblemKind, { count: number; first: Problem }>()
  for (const problem of problems) {
    const { count, first } = byKind.get(problem.kind) ?? { count: 0, first: problem }
    byKind.set(problem.kind, {
      count: count + 1,
      first: problem.line < first.line ? problem : first,
    })
  }
  return Object.entries(PROBLEM_KINDS).flatMap(([key, [what, treatment]]) => {
    const kind = key as ProblemKind
    const counted = byKind.get(kind)
    return counted === undefined ? [] : [{ kind, what, treatment, ...counted }]
  })
}

/** Whether the row is not used at all. */
export function isLeftOut({ treatment }: ProblemCount): boolean {
  return treatment === 'left out'
}
