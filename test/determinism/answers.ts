import type { Answer } from './answer.ts'
import { calendarAnswers } from './calendar-answers.ts'
import { conformanceAnswers } from './conformance-answers.ts'
import { insightAnswers } from './insight-answers.ts'
import { kernelAnswers } from './kernel-answers.ts'
import { obligationsAnswers } from './obligations-answers.ts'
import { oncallAnswers } from './oncall-answers.ts'
import { requestsAnswers } from './requests-answers.ts'
import { rulesAnswers } from './rules-answers.ts'
import { slaAnswers } from './sla-answers.ts'

/**
 * What must be answered alike everywhere: under any process zone, locale and date, on every Node and in browsers.
 * Another package adds its own generator here.
 */
export function* answers(): Generator<Answer> {
  yield* kernelAnswers()
  yield* calendarAnswers()
  yield* rulesAnswers()
  yield* obligationsAnswers()
  yield* slaAnswers()
  yield* oncallAnswers()
  yield* requestsAnswers()
  yield* insightAnswers()
  yield* conformanceAnswers()
}
