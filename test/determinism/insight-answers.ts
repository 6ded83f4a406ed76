import {
  type CaseLife,
  type CaseLifeGroup,
  caseLifeTally,
  checkImprovementPlan,
  createImprovementPlan,
  decomposeCaseLife,
  explainedCaseLife,
  type ImprovementPlanDocument,
  mixShift,
  prematureResolutions,
} from '@holdfast/insight'
import type { Answer } from './answer.ts'
import { calendarIn } from './calendar-answers.ts'
import { askedAt, historyFrom } from './histories.ts'
import { moments, ZONES } from './moments.ts'

const states = { queued: { element: 'wait', party: 'queue' } } as const

/** What became of cases, in each hard zone: every life, why it came out so, and all of them by the month they began in. */
export function* insightAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(timeZone)
}

function* asked(timeZone: string): Generator<Answer> {
  const calendar = calendarIn(timeZone)
  const submitted = moments(6)
  for (const from of submitted) {
    for (const at of askedAt(from)) {
      const explained = explainedCaseLife(historyFrom(from), { calendar, at, states })
      yield [`life in ${timeZone}, ${from}, at ${at}`, explained]
    }
  }
  const lives = submitted.map((from) =>
    decomposeCaseLife(
      historyFrom(from).map((mark) => ({ ...mark, about: `request:${from}` })),
      { calendar, at: from + 1_000_000_000 },
    ),
  )
  const tally = caseLifeTally({ by: ['period', 'holder'], period: { each: 'month', timeZone } })
  const all = caseLifeTally()
  for (const life of lives) {
    tally.add(life)
    all.add(life)
  }
  yield [`lives by month in ${timeZone}`, { report: tally.report(), partial: tally.partial() }]
  yield [`premature in ${timeZone}`, prematureResolutions(lives, { within: 'PT480H' })]
  const answer = all.report()
  const groups = answer.ok ? answer.groups : []
  yield [`mix in ${timeZone}`, mixShift(groups, groups)]
  yield* planned(timeZone, lives, groups)
}

function* planned(
  timeZone: string,
  lives: readonly CaseLife[],
  [whole]: readonly CaseLifeGroup[],
): Generator<Answer> {
  const document: ImprovementPlanDocument = {
    id: timeZone,
    version: 1,
    levels: ['team', 'company'],
    levers: [
      { id: 'a', level: 'team', changes: [{ element: 'wait', shorterBy: 0.3 }] },
      { id: 'b', level: 'company', changes: [{ element: 'unknown', fewerRepeats: 0.5 }] },
    ],
    interventions: [{ id: 'i', at: '2012-01-01T00:00:00Z', window: 'PT96000H' }],
  }
  yield [`findings in ${timeZone}`, checkImprovementPlan({ ...document, levels: ['team'] })]
  const plan = createImprovementPlan(document)
  if (whole !== undefined) yield [`levers in ${timeZone}`, plan.levers(whole)]
  const tally = plan.interventions()
  for (const life of lives) tally.add(life)
  yield [`interventions in ${timeZone}`, tally.report()]
}
