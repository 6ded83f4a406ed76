import { calendarPhrases, createCalendar, explained } from '@holdfast/calendar'
import { renderInstant, renderReason } from '@holdfast/kernel/text'
import type { Answer } from './answer.ts'

/** Text for people. It follows the stated zone and locale and the version of the platform, but not the process. */
export function* texts(): Generator<Answer> {
  const timeZone = 'Pacific/Apia'
  const at = '2011-12-29T20:00:00Z'
  const calendar = createCalendar({
    id: 'apia',
    version: 1,
    timeZone,
    hours: { thu: NINE_TO_FIVE },
  })
  const { reason } = explained(calendar).add(at, 'PT6H')
  const options = { timeZone, phrases: [calendarPhrases] }
  yield ['a reason in English', renderReason(reason, options)]
  for (const locale of ['de-CH', 'ar-EG']) {
    yield [`an instant in ${locale}`, renderInstant(at, { timeZone, locale })]
  }
  yield ['an instant without a locale', renderInstant(at, { timeZone })]
}

const NINE_TO_FIVE = [['09:00', '17:00']]
