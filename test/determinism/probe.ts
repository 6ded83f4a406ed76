import './today.ts'
import { answers } from './answers.ts'
import { eventLogAnswers } from './event-log-answers.ts'
import { holidayAnswers } from './holiday-answers.ts'
import { icalendarAnswers } from './icalendar-answers.ts'
import { texts } from './texts.ts'

/** The zone, the locale and the date that this process runs under. */
function surroundings() {
  const now = new Date()
  return {
    minutesEast: -now.getTimezoneOffset(),
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    today: now.toISOString().slice(0, 10),
  }
}

/** Prints where it ran and what it was answered there. */
const told = [
  ...answers(),
  ...(await eventLogAnswers()),
  ...holidayAnswers(),
  ...icalendarAnswers(),
  ...texts(),
]
console.log(JSON.stringify({ where: surroundings(), answers: told }))
