import { answer, subjects } from '../conformance/business-time.ts'
import type { Answer } from './answer.ts'

/** The conformance cases of business time. */
export function* conformanceAnswers(): Generator<Answer> {
  for (const { form, calendar, vectors } of subjects()) {
    for (const vector of vectors) yield [`${vector.id}, ${form}`, answer(calendar, vector)]
  }
}
