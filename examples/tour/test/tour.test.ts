import { expect, it } from 'vitest'
import { businessTime } from '../src/chapters/business-time.ts'
import { onCall } from '../src/chapters/on-call.ts'
import { promises } from '../src/chapters/promises.ts'
import { requestLife } from '../src/chapters/request-life.ts'
import { triageRules } from '../src/chapters/triage-rules.ts'
import { whatHappened } from '../src/chapters/what-happened.ts'
import type { Chapter } from '../src/story.ts'

interface Heard {
  readonly text: string
  readonly pictures: ReadonlyMap<string, string>
}

const heard = new Map<Chapter, Heard>()

/** What a chapter tells, and the pictures it leaves. It is told once, however many tests ask. */
async function listenTo(chapter: Chapter): Promise<Heard> {
  const before = heard.get(chapter)
  if (before !== undefined) return before
  const lines: string[] = []
  const pictures = new Map<string, string>()
  await chapter.tell({
    say: (text = '') => lines.push(text),
    picture: (name, svg) => {
      pictures.set(name, svg)
      return name
    },
  })
  const now = { text: lines.join('\n'), pictures }
  heard.set(chapter, now)
  return now
}

it('tells of a promise over Easter and a clock change, and why it is due then', async () => {
  const { text } = await listenTo(businessTime)
  expect(text).toContain('It is due on Tue, 30 Mar 2027, 16:00 CEST')
  expect(text).toContain('Fri, 26 Mar 2027 is Good Friday')
  expect(text).toContain('clocks go forward')
  expect(text).toContain('new-desk.yaml:5:29 error interval-overlap')
})

it('draws the week, with the two pieces of time that were counted', async () => {
  const svg = (await listenTo(businessTime)).pictures.get('week.svg') ?? ''
  expect(svg.match(/stroke="#b03a2e"/g)).toHaveLength(2)
  expect(svg).toContain('Good Friday')
  expect(svg).toContain('23 hours long')
})

it('tells of an edit that hides a promise, by two rules together, and of the request that shows it', async () => {
  const { text } = await listenTo(triageRules)
  expect(text).toMatch(
    /rule-shadowed at \/rules\/2: .*"large-vips-to-success".*"small-vips-to-partners"/,
  )
  expect(text).toContain('shown by: level platinum, seats 200, kind incident, tags [security]')
  expect(text).toContain('tags contains "security": yes, it is ["security"]')
  expect(text).toContain('version 4: no request makes it decide')
  expect(text).toContain('kind from "question" to "incident"')
  expect(text.split('\n').length).toBeLessThanOrEqual(60)
})

it('tells how many would have felt the edit, and that in the right place it changes only what was meant', async () => {
  const { text } = await listenTo(triageRules)
  expect(text).toContain('would have sent 88 elsewhere')
  expect(text).toContain('7 of the 7 that reached the engineer on call')
  expect(text).toContain('proved, for every request there could be')
  expect(text).toContain('81 would have gone elsewhere, 0 of them promised an engineer')
})

it('tells what was promised to a request that waited, became urgent and is late', async () => {
  const { text } = await listenTo(promises)
  expect(text).toMatch(/firstResponse@P3 .* 1 hr 10 mins of 4 hrs .* kept, 2 hrs 50 mins to spare/)
  expect(text).toMatch(
    /resolution@P1 .* 5 hrs 30 mins of 4 hrs .* Mon 17:00 .* late by 1 hr 30 mins/,
  )
  expect(text).toMatch(/platform\/fix@P1 .* 2 hrs 40 mins of 3 hrs .* Tue 08:50 .* 20 mins left/)
  expect(text.match(/gold\/pausableUpdate .* of 4 hrs/g)).toHaveLength(2)
  expect(text.split('\n').length).toBeLessThanOrEqual(72)
})

it('tells what comes next, and what is owed to the customer and by the platform team', async () => {
  const { text } = await listenTo(promises)
  expect(text).toContain(
    [
      '  Tue 08:50  platform/fix@P1: breach',
      '  Tue 10:20  gold/pausableUpdate: warn',
      '  Tue 11:20  gold/pausableUpdate: breach',
    ].join('\n'),
  )
  expect(text).toMatch(/to Acme: gold\/resolution@P1 .*, gold\/pausableUpdate/)
  expect(text).toMatch(/by the platform team: platform\/fix@P1 \(20 mins left\)$/m)
})

it('tells each move of the deadline, and what another way to treat a raised priority would promise', async () => {
  const { text } = await listenTo(promises)
  expect(text).toContain('the deadline of Tue, 13 Apr 2027, 11:30 CEST was lifted')
  expect(text).toContain('the deadline became Wed, 14 Apr 2027, 10:00 CEST')
  expect(text).toContain(
    'the deadline moved from Wed, 14 Apr 2027, 10:00 CEST to Mon, 12 Apr 2027, 17:00 CEST',
  )
  expect(text).toContain('escalate to role:duty-manager follows from the breach')
  expect(text).toMatch(/resolution@P1 {2}3 hrs of 4 hrs {2}due Tue 09:30 {2}1 hr left/)
})

it('tells that the teams’ promises fit, and on which day they would not under the customer’s hours', async () => {
  const { text } = await listenTo(promises)
  expect(text).toContain('gold/resolution at P1 is kept by what it rests on, with 30 mins left')
  expect(text).toContain('is missed by 85 hrs 30 mins from Fri, 14 May 2027, 14:30 CEST')
  expect(text).toContain('is kept until Tue, 18 May 2027, 08:00 CEST')
})

it('finds the slips of a policy where they stand', async () => {
  const { text } = await listenTo(promises)
  expect(text).toMatch(/new-promises\.yaml:3:11 error calendar-unknown .*"desk-hours"\?$/m)
  expect(text).toMatch(/new-promises\.yaml:12:55 error priority-unknown .*"P2"\?$/m)
  expect(text).toMatch(/new-promises\.yaml:12:82 error pause-reason-unknown .*"customer"\?$/m)
  expect(text).toMatch(/new-promises\.yaml:8:61 error enum-unknown .*"gold"\?$/m)
})

it('draws the request: what counted, what waited, what is late, and every deadline it had', async () => {
  const svg = (await listenTo(promises)).pictures.get('request.svg') ?? ''
  expect(svg).toContain('due Tue 11:30: 16 hrs at P3')
  expect(svg).toContain('due Wed 10:00: 16 hrs at P3')
  expect(svg).toContain('due Mon 17:00: 4 hrs at P1')
  // The late time of the resolution, on Monday evening and Tuesday morning; the third is the legend.
  expect(svg.match(/<rect [^>]*fill="#c0392b"/g)).toHaveLength(3)
})

it('tells who is paged in the night in which the clocks go forward, and why', async () => {
  const { text } = await listenTo(onCall)
  expect(text).toMatch(/Sun, 28 Mar 2027, 03:00 CEST +person:ben/)
  expect(text).toMatch(/Sun, 28 Mar 2027, 08:00 CEST +nobody in Zurich/)
  expect(text).toContain('The night of twelve hours lasts 11 hrs')
  expect(text).toMatch(/person:cyn is covered by person:ben, .* \(wedding\)/)
})

it('proves the quarter covered only once Pune makes up for the clocks of Zurich', async () => {
  const { text } = await listenTo(onCall)
  expect(text).toContain('not covered: 2,155 hrs of 2,159 hrs, 4 holes')
  expect(text).toContain('the first hole: Sun, 28 Mar 2027, 08:00 CEST – 09:00 CEST')
  expect(text).toContain('covered: 2,159 hrs of 2,159 hrs, 0 holes')
  expect(text).toMatch(/person:dan +.* more/)
})

it('tells what was read of a log, where the time went, and how hand-overs went', async () => {
  const { text } = await listenTo(whatHappened)
  expect(text).toMatch(/^Cases +600$/m)
  expect(text).toMatch(/an unknown state .* line \d+: "-100"/)
  expect(text).toMatch(/^Waiting for the customer +[\d.]+ % +[\d.]+ %/m)
  expect(text).toMatch(/^Ping-pong +[\d.]+ %/m)
  expect(text).toMatch(/The page with the charts: .*report\.html$/m)
})

it('shows that picture to readers as it is drawn today', async () => {
  const svg = (await listenTo(promises)).pictures.get('request.svg') ?? ''
  await expect(svg).toMatchFileSnapshot('../pictures/request.svg')
})

it('draws no label over another, nor past the edge', async () => {
  const svg = (await listenTo(promises)).pictures.get('request.svg') ?? ''
  const width = Number(/width="([\d.]+)"/.exec(svg)?.[1])
  const labels = labelsOf(svg)
  expect(labels.length).toBeGreaterThan(50)
  for (const [nth, one] of labels.entries()) {
    expect(one.left, one.text).toBeGreaterThanOrEqual(0)
    expect(one.right, one.text).toBeLessThanOrEqual(width)
    const over = labels.slice(nth + 1).filter((other) => areOver(one, other))
    expect(over, one.text).toEqual([])
  }
})

interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
}

/** Where the labels of a picture are, letters taken wide. */
function labelsOf(svg: string): Label[] {
  const found = svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g)
  return [...found].map(([, x, y, anchor, text = '']) => {
    const width = text.length * 6.6
    const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
    return { text, left, right: left + width, y: Number(y) }
  })
}

function areOver(a: Label, b: Label): boolean {
  return Math.abs(a.y - b.y) < 12 && a.left < b.right && b.left < a.right
}

it('tells of a request that is declined once and accepted by another, accountable to one party all the time', async () => {
  const { text } = await listenTo(requestLife)
  const owners = [...text.matchAll(/accountable: (\S+);/g)].map(([, owner]) => owner)
  expect(owners).toEqual([
    'team:support',
    'team:network',
    'team:network',
    'team:network',
    'team:network',
  ])
  expect(text).toContain('next: team:platform is to accept by Mon, 12 Apr 14:40')
  expect(text).toContain('could be done by team:platform')
  expect(text).toContain('the resolution lacks cause, effect, summary')
})

it('reminds a silent customer when two business days are over, and closes when nobody objects', async () => {
  const { text } = await listenTo(requestLife)
  expect(text).toContain('Wed, 14 Apr 18:00  a reminder')
  expect(text).toContain('Thu, 22 Apr 18:00  closed, because nobody objected')
  expect(text).toContain('1 hand-over, and 174 hrs 55 mins until it was closed')
})
