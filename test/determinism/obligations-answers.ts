import {
  checkObligation,
  createLedger,
  createObligation,
  explained,
  type ObligationState,
  type Terms,
} from '@holdfast/obligations'
import type { Answer } from './answer.ts'
import { calendarIn } from './calendar-answers.ts'
import { askedAt, historyFrom } from './histories.ts'
import { moments, ZONES } from './moments.ts'

/** Clocks of every kind in each hard zone, with their reasons; and what is owed by when, and was kept. */
export function* obligationsAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(timeZone)
  const broken = { ...termsIn('UTC')[0], within: 'PT0S', pauseReasons: ['custmer'] } as Terms
  yield ['findings in terms', checkObligation(broken, { calendars: {} })]
}

function termsIn(timeZone: string): readonly Terms[] {
  const owed: Omit<Terms, 'id' | 'clock'> = {
    version: 1,
    kind: 'sla.any',
    debtor: 'team:support',
    creditor: 'customer:acme',
    start: { any: [{ condition: 'submitted' }, { condition: 'reopened' }] },
    stop: { condition: 'resolved' },
    pauseReasons: ['customer', 'vendor'],
    warnAt: [0.5],
  }
  return [
    {
      ...owed,
      id: 'open time',
      within: 'PT20H',
      clock: { counts: 'businessTime', calendar: timeZone },
    },
    { ...owed, id: 'all time', within: 'PT90H', clock: { counts: 'elapsedTime' } },
    {
      ...owed,
      id: 'days',
      within: 'P4D',
      clock: { counts: 'businessDays', calendar: timeZone, due: 'endOfDay', cutoff: '15:00' },
    },
    { ...owed, id: 'months', within: 'P1M', clock: { counts: 'localDates', timeZone } },
    {
      ...owed,
      id: 'news',
      stop: { condition: 'publicAnswer' },
      every: { period: 'PT8H', from: 'grid', until: { condition: 'over' } },
      clock: { counts: 'businessTime', calendar: timeZone },
    },
  ]
}

function* asked(timeZone: string): Generator<Answer> {
  const calendars = { [timeZone]: calendarIn(timeZone) }
  const obligations = termsIn(timeZone).map((terms) => createObligation(terms, { calendars }))
  const last: ObligationState[] = []
  for (const submitted of moments(2)) {
    const history = historyFrom(submitted)
    for (const obligation of obligations) {
      const about = `${obligation.id} in ${timeZone}, ${submitted}`
      for (const at of askedAt(submitted)) {
        const states = obligation.read(history, at)
        yield [`${about}, at ${at}`, { states, wakeups: obligation.wakeups(history, at) }]
      }
      const [, , middle = 0] = askedAt(submitted)
      yield [`${about}, why`, explained(obligation).read(history, middle).reason]
    }
    const end = askedAt(submitted).at(-1) as number
    last.push(...obligations.flatMap((obligation) => obligation.read(history, end)))
  }
  const ledger = createLedger(last)
  const period = { each: 'week', timeZone } as const
  yield [`ledger in ${timeZone}`, ledger.open()]
  yield [`kept in ${timeZone}`, ledger.fulfillment({ by: ['period', 'kind'], period })]
}
