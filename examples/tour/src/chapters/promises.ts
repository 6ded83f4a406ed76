import { calendarPhrases, createCalendar } from '@holdfast/calendar'
import { formatFinding, toInstant } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { renderReason } from '@holdfast/kernel/text'
import { createLedger, obligationsPhrases } from '@holdfast/obligations'
import {
  checkChain,
  checkSlaPolicy,
  createSlaPolicy,
  explained,
  type SlaPolicy,
  type SlaPolicyDocument,
  slaPhrases,
} from '@holdfast/sla'
import { documentNamed } from '../documents.ts'
import { deskFacts } from '../last-month.ts'
import {
  brief,
  clock,
  promiseRow,
  standing,
  storiesOf,
  tableLines,
  timeZone,
} from '../promise-text.ts'
import { requestPicture } from '../request-picture.ts'
import { slowExports } from '../slow-exports.ts'
import type { Chapter, Teller } from '../story.ts'

const phrases = [calendarPhrases, obligationsPhrases, slaPhrases]

/** A request waits over a weekend, becomes urgent and is late: what is owed, why, and whether it could have been kept. */
export const promises: Chapter = { title: 'Who owes what by when?', tell }

function tell({ say, picture }: Teller): void {
  const desk = createCalendar(documentNamed('desk-hours.yaml'))
  const acme = createCalendar(documentNamed('acme-window.yaml'))
  const deps = { calendars: { 'desk-hours': desk, 'acme-window': acme }, vocabulary: deskFacts }
  const policy = createSlaPolicy(documentNamed('support-promises.yaml'), deps)
  const history = slowExports.map(({ mark }) => mark)
  const now = toInstant('2027-04-13T08:30:00+02:00')

  say('A request of Acme, from Friday, 9 April 2027, on:')
  for (const { mark, text } of slowExports) say(`  ${clock(mark.at)}  ${text}`)
  say()
  const { agreement, states } = policy.read(history, now)
  say(
    `On Tuesday at 08:30 the lead asks what was promised: to Acme under agreement «${agreement}»,`,
  )
  say('and to the desk by the platform team.')
  for (const line of tableLines(states.map(promiseRow))) say(`  ${line}`)
  say('The first answer is Ada’s: a machine’s reply is none, nor is a note that Acme cannot read.')
  say('It was in time when it was given, and a priority that is raised later takes nothing back.')
  say()
  say('What comes next by itself, for the host to set its alarm clocks by:')
  for (const { at, purpose, source } of policy.wakeups(history, now)) {
    say(`  ${clock(at)}  ${source}: ${purpose}`)
  }
  say()

  say('Why was the resolution due on Monday at 17:00?')
  const { reason } = explained(policy).read(history, now)
  for (const story of storiesOf(reason, 'gold/resolution@P1')) {
    say(renderReason(brief(story), { timeZone, phrases }))
  }
  say()
  const changed = (part: Partial<SlaPolicyDocument>) =>
    createSlaPolicy({ ...policy.document, ...part, version: 6 }, deps)
  const anew = changed({ changes: { priority: 'fromChange' } }).read(history, now)
  say('A raised priority holds as if from the beginning, for the policy says nothing else. With')
  say('`changes: { priority: fromChange }` in it, the clock would have begun anew:')
  const then = anew.states.filter(({ metric }) => metric === 'resolution')
  for (const line of tableLines(then.map(promiseRow))) say(`  ${line}`)
  say()

  const ledger = createLedger(states)
  say('What is owed at the moment, most pressing first:')
  for (const [to, question] of [
    ['to Acme', { creditor: 'customer:acme' }],
    ['by the platform team', { debtor: 'team:platform' }],
  ] as const) {
    const owed = ledger.open(question).map((state) => `${state.obligation} (${standing(state)})`)
    say(`  ${to}: ${owed.join(', ')}`)
  }
  say()

  say('So the platform team may still keep its word when the promise to Acme is broken. Do the two')
  say('fit at all? The tightest start of a year, for a request that is a P1 from the beginning:')
  sayChain(policy, say)
  say('They do, if the desk hands over in those 30 minutes. Now Sales would like to count Acme’s')
  say(
    'own hours in New York. The Friday before Whit Monday shows why a team in Zurich could not keep that:',
  )
  const agreements = policy.document.agreements.map((one) =>
    one.id === 'gold' ? { ...one, calendar: 'acme-window' } : one,
  )
  sayChain(changed({ agreements }), say)
  say()

  say('And slips are found where they stand:')
  const slips = fromYaml(SLIPS, { name: 'new-promises.yaml' })
  for (const finding of checkSlaPolicy(slips, deps)) say(`  ${formatFinding(finding)}`)
  say()

  const svg = requestPicture({
    title: 'Request 2714: its clocks, from Friday to Tuesday',
    policy,
    told: slowExports,
    now,
    followed: 'resolution',
    calendar: desk,
    from: toInstant('2027-04-09T14:00:00+02:00'),
    to: toInstant('2027-04-14T11:00:00+02:00'),
  })
  say(`The request as a picture: ${picture('request.svg', svg)}`)
}

/** The tightest chain at the highest priority, from the start that leaves the least time. */
function sayChain(policy: SlaPolicy, say: Teller['say']): void {
  const { reason } = checkChain(policy, { from: '2027-04-01T00:00:00Z' })
  const urgent = reason.children.find(({ params }) => params['priority'] === 'P1')
  if (urgent === undefined) return
  say(`  ${renderReason(urgent, { timeZone, phrases }).replaceAll('\n', '\n  ')}`)
}

const SLIPS = `id: new-promises
version: 1
calendar: desk-hour
priorities: [P1, P2]
agreements:
  - id: gold
    kind: sla
    applies: { all: [{ fact: level, operator: equal, value: golden }] }
    debtor: team:desk
    creditor: { fact: customer }
    targets:
      - { metric: resolution, byPriority: { P1: PT4H, p2: PT8H }, pauseReasons: [custmer] }
`
