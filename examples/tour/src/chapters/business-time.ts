import {
  calendarPhrases,
  checkCalendar,
  createCalendar,
  diffCalendars,
  explained,
  intersection,
} from '@holdfast/calendar'
import { formatFinding, toInstant } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { renderReason, speaker } from '@holdfast/kernel/text'
import { documentNamed } from '../documents.ts'
import type { Chapter, Teller } from '../story.ts'
import { weekPicture } from '../week-picture.ts'

const timeZone = 'Europe/Zurich'
const reading = { timeZone, phrases: [calendarPhrases], sources: true }

/** A customer's service window meets a team's hours over Easter, when Europe's clocks change and New York's do not. */
export const businessTime: Chapter = { title: 'When does time count?', tell }

function tell({ say, picture }: Teller): void {
  const acme = createCalendar(documentNamed('acme-window.yaml'))
  const desk = createCalendar(documentNamed('desk-hours.yaml'))
  const served = intersection(acme, desk, { timeZone, id: 'served' })
  const words = speaker({ timeZone })

  const asked = toInstant('2027-03-25T15:00:00Z')
  const due = served.add(asked, 'PT4H')
  say(`Acme in New York writes on ${words.instant(asked)}. We promised an answer within 4 hours`)
  say('of the time in which Acme may call on us and the platform team in Zurich works.')
  say()
  say(`It is due on ${words.instant(due)}. Why then?`)
  say()
  say(renderReason(explained(served).add(asked, 'PT4H').reason, reading))
  say()
  say('Before Easter the two share five hours a day. New York has had summer time for two weeks;')
  say('when Zurich follows on Sunday, its team goes home an hour earlier on the common clock:')
  for (const date of ['2027-03-25', '2027-03-30']) {
    const shared = served.between(`${date}T00:00:00Z`, `${date}T23:59:59Z`)
    say(`  ${words.date(date)}: ${words.duration(shared)}`)
  }
  say()

  say('What if the team worked on Easter Monday? The two calendars differ by this:')
  const document = desk.definition.kind === 'document' ? desk.definition.document : undefined
  if (document === undefined) return
  const holidays = document.holidays?.filter(
    (holiday) => !(typeof holiday === 'object' && 'easter' in holiday && holiday.easter === 1),
  )
  const working = createCalendar({ ...document, version: 8, ...(holidays && { holidays }) })
  const diff = diffCalendars(desk, working, '2027-03-22T00:00:00Z', '2027-04-03T00:00:00Z')
  say(renderReason(diff.reason, reading))
  say()

  say('And a slip in a document is found before it ships, with everything else that is wrong:')
  const slips = fromYaml(SLIPS, { name: 'new-desk.yaml' })
  for (const finding of checkCalendar(slips)) say(`  ${formatFinding(finding)}`)
  say()

  const svg = weekPicture({
    title: `Answer to Acme: asked ${words.instant(asked)}, due ${words.instant(due)}`,
    timeZone,
    first: '2027-03-25',
    days: 7,
    rows: [
      { label: 'Acme may call', calendar: acme, color: '#9db7d5' },
      { label: 'team works', calendar: desk, color: '#c9b78f' },
      { label: 'both', calendar: served, color: '#5b8c5a' },
    ],
    promise: { from: asked, to: due, calendar: served },
  })
  say(`The week as a picture: ${picture('week.svg', svg)}`)
}

const SLIPS = `id: new-desk
version: 1
timeZone: Europe/Zurch
hours:
  mon: [["08:00", "12:00"], ["11:30", "17:00"]]
  tue: [["8:00", "23:59"]]
  freitag: [["08:00", "12:00"]]
holidays: [2027-02-29]
`
