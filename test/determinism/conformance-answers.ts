import { answer, subjects } from '../conformance/business-time.ts'
import { asked, compare } from '../conformance/oncall.ts'
import { answers, scenarios } from '../conformance/sla-scenarios.ts'
import type { Answer } from './answer.ts'

/** The conformance cases of business time and on-call, and the scenarios of clocks. */
export function* conformanceAnswers(): Generator<Answer> {
  for (const { form, calendar, vectors } of subjects()) {
    for (const vector of vectors) yield [`${vector.id}, ${form}`, answer(calendar, vector)]
  }
  for (const vector of asked) yield [vector.id, compare(vector).answer]
  for (const scenario of scenarios) yield [scenario.id, answers(scenario)]
}
