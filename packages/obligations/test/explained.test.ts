import { calendarPhrases } from '@holdfast/calendar'
import type { Mark, Reason } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  createObligation,
  explained,
  explainedVersions,
  obligationsPhrases,
  type Terms,
} from '../src/index.ts'
import {
  answered,
  asked,
  at,
  cancelled,
  deps,
  hour,
  news,
  priorityChanged,
  promise,
  read,
  reopened,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

/** The reasons under that of the last state. */
function why(terms: Terms, marks: readonly Mark[], when: string): readonly Reason[] {
  const { reason } = explained(createObligation(terms, deps)).read(marks, at(when))
  return reason.children.at(-1)?.children ?? expect.fail('nothing was owed')
}

/** The parameters of the reasons with a code. */
function told(reasons: readonly Reason[], code: string) {
  return reasons.filter((one) => one.code === `obligations.${code}`).map(({ params }) => params)
}

describe('an explanation says', () => {
  const opened = submitted('Mon 10:00', { id: 'opened' })

  it('which mark started it, who made it and when', () => {
    expect(told(why(promise(), [opened], 'Mon 11:00'), 'started')).toEqual([
      {
        mark: 'opened',
        type: 'submitted',
        by: 'customer:acme',
        at: at('Mon 10:00'),
        from: at('Mon 10:00'),
      },
    ])
  })

  it('where the terms lay it down', () => {
    const { reason } = explained(createObligation(promise({ version: 7 }), deps)).read(
      [opened],
      at('Mon 11:00'),
    )
    const state = reason.children[0]
    expect(state?.source).toEqual({ document: 'answer', version: 7, pointer: '' })
    expect(state?.children.map(({ code, source }) => [code, source?.pointer])).toEqual([
      ['obligations.started', '/start'],
      ['obligations.terms', '/within'],
      ['obligations.counted', undefined],
      ['obligations.toGo', '/clock'],
    ])
  })

  it('which stretches counted on which calendar, and which entry opened it', () => {
    const reasons = why(promise(), [opened, waits('Tue 09:00', { reason: 'sales' })], 'Tue 10:00')
    const counted = reasons.filter(({ code }) => code === 'obligations.counted')
    expect(counted).toMatchObject([
      {
        params: { millis: 8 * hour, calendar: 'office' },
        span: { from: at('Mon 10:00'), to: at('Tue 10:00') },
        children: [
          { code: 'calendar.open', children: [{ code: 'calendar.hours' }] },
          { code: 'calendar.closed' },
          { code: 'calendar.open' },
        ],
      },
    ])
  })

  it('of a long stretch its beginning and its end, and how much lies between', () => {
    const slow = promise({ within: 'PT400H' })
    const counted = why(slow, [opened], '2026-04-30 17:00').find(
      ({ code }) => code === 'obligations.counted',
    )
    const children = counted?.children ?? []
    const open = children.filter(({ code }) => code === 'calendar.open')
    const between = children.find(({ code }) => code === 'obligations.between')
    const millis = open.reduce((sum, { params }) => sum + Number(params['millis']), 0)
    expect(open).toHaveLength(16)
    expect(millis + Number(between?.params['millis'])).toBe(counted?.params['millis'])
  })

  it('what is left, on the calendar, until the deadline', () => {
    expect(told(why(promise(), [opened], 'Mon 11:00'), 'toGo')).toEqual([
      { millis: 3 * hour, dueAt: at('Mon 14:00'), calendar: 'office' },
    ])
  })

  it('until when it is in time where nothing counts after the deadline', () => {
    const reasons = why(promise(), [submitted('Mon 13:00')], 'Mon 14:00')
    expect(told(reasons, 'latest')).toEqual([
      { dueAt: at('Mon 17:00'), latestToMeet: at('Tue 09:00') },
    ])
  })

  it('who paused it, for what, since when and until when', () => {
    const marks = [
      opened,
      waits('Mon 11:00', { id: 'w', by: 'person:ada' }),
      resumed('Mon 12:00'),
      waits('Mon 13:00', { about: 'wait:w2', facts: { until: '2026-03-03T09:00:00+01:00' } }),
    ]
    const reasons = why(solution(), marks, 'Mon 15:00')
    expect(told(reasons, 'paused')).toMatchObject([
      {
        mark: 'w',
        by: 'person:ada',
        reason: 'customer',
        from: at('Mon 11:00'),
        to: at('Mon 12:00'),
        until: null,
      },
      { about: 'wait:w2', by: null, from: at('Mon 13:00'), to: null, until: at('Tue 09:00') },
    ])
    expect(told(reasons, 'undecided')).toEqual([{ remaining: 6 * hour }])
  })

  it('that a wait for something else pauses nothing', () => {
    const wait = waits('Mon 11:00', { id: 'w', reason: 'vendor' })
    expect(told(why(solution(), [opened, wait], 'Mon 12:00'), 'notPaused')).toMatchObject([
      { mark: 'w', reason: 'vendor' },
    ])
  })

  it('that it was fulfilled in time, by whom, and how much was left', () => {
    const marks = [opened, answered('Mon 11:00', { id: 'answer' })]
    expect(told(why(promise(), marks, 'Fri 09:00'), 'fulfilled')).toEqual([
      {
        mark: 'answer',
        type: 'message',
        by: 'person:ada',
        at: at('Mon 11:00'),
        inTime: true,
        left: 3 * hour,
      },
    ])
  })

  it('that it was fulfilled late, and how late on its clock', () => {
    const terms = promise({
      warnAt: [0.5],
      consequences: [
        { on: 'breach', kind: 'escalate', to: 'role:lead' },
        { on: 'warning', kind: 'notify' },
      ],
    })
    const reasons = why(terms, [opened, answered('Tue 10:00')], 'Fri 09:00')
    expect(told(reasons, 'fulfilled')).toMatchObject([{ inTime: false, left: -4 * hour }])
    expect(told(reasons, 'breached')).toEqual([
      {
        breachedAt: at('Mon 14:00') + 1,
        latestToMeet: at('Mon 14:00'),
        late: 4 * hour,
        underEarlierTerms: false,
      },
    ])
    expect(told(reasons, 'warned')).toEqual([{ at: at('Mon 12:00') }])
    expect(told(reasons, 'consequence')).toMatchObject([
      { on: 'breach', kind: 'escalate', to: 'role:lead' },
      { on: 'warning', kind: 'notify', to: null },
    ])
  })

  it('what ended it without fulfilling it', () => {
    const cause = (terms: Terms, marks: readonly Mark[], nth = 0) => {
      const obligation = createObligation(terms, deps)
      const { reason } = explained(obligation).read([opened, ...marks], at('Fri 09:00'))
      return told(reason.children[nth]?.children ?? [], 'cancelled')
    }
    expect(cause(solution(), [cancelled('Mon 11:00', { id: 'c' })])).toMatchObject([
      { cause: 'cancel', mark: 'c', at: at('Mon 11:00') },
    ])
    expect(cause(news('grid'), [resolved('Mon 11:00', { id: 'r' })])).toMatchObject([
      { cause: 'until', mark: 'r' },
    ])
    const untilDate = '2026-03-02T12:00:00+01:00'
    const every = { period: 'PT4H', from: 'grid', untilDate } as const
    expect(cause(news('grid', { every }), [])).toMatchObject([
      { cause: 'untilDate', mark: null, at: at('Mon 12:00') },
    ])
    const anew = promise({ reset: { condition: 'priorityChanged' } })
    expect(cause(anew, [priorityChanged('Mon 11:00', { id: 'p' })])).toMatchObject([
      { cause: 'reset', mark: 'p' },
    ])
  })

  it('that the terms ended what nobody owes any more', () => {
    const terms = createObligation(promise(), deps)
    const versions = [{ from: at('Mon 11:00'), terms: null, onChange: 'retroactive' }] as const
    const { reason } = explained(terms).read([opened], at('Mon 12:00'), { versions })
    expect(told(reason.children[0]?.children ?? [], 'cancelled')).toMatchObject([
      { cause: 'termsChanged', at: at('Mon 11:00') },
    ])
  })

  it('how a cycle follows from the one before it', () => {
    const codes = (terms: Terms, marks: readonly Mark[]) =>
      why(terms, [opened, ...marks], 'Tue 16:00')[0]
    const answer = answered('Mon 11:00', { id: 'a' })
    expect(codes(news('fulfillment'), [answer])).toMatchObject({
      code: 'obligations.startedAfter',
      params: { mark: 'a' },
    })
    expect(codes(news('grid'), [answer])).toMatchObject({
      code: 'obligations.nextPeriod',
      params: { period: 2, from: at('Mon 14:00') },
    })
    const anew = promise({ reset: { condition: 'priorityChanged' } })
    expect(codes(anew, [priorityChanged('Mon 11:00', { id: 'p' })])).toMatchObject({
      code: 'obligations.startedOver',
      params: { mark: 'p' },
    })
    expect(codes(solution(), [resolved('Mon 11:00'), reopened('Tue 09:00')])).toMatchObject({
      code: 'obligations.started',
      params: { type: 'reopened' },
    })
  })

  it('how many further periods went by unmet', () => {
    expect(told(why(news('grid'), [opened], 'Tue 16:30'), 'missed')).toEqual([{ count: 2 }])
  })

  it('that nothing has met its start', () => {
    const { reason } = explained(createObligation(promise(), deps)).read(
      [asked('Mon 10:00')],
      at('Mon 11:00'),
    )
    expect(reason.children).toMatchObject([
      { code: 'obligations.inactive', source: { pointer: '/start' } },
    ])
  })

  it('what cannot be right in the history', () => {
    const early = asked('Mon 09:00', { id: 'early' })
    expect(told(why(promise(), [early, opened], 'Mon 11:00'), 'problem')).toMatchObject([
      { code: 'inconsistent-history', marks: ['early'] },
    ])
    const { reason } = explained(createObligation(promise(), deps)).read(
      [asked('Mon 09:00', { at: Number.NaN } as object), asked('Mon 10:00')],
      at('Mon 11:00'),
    )
    expect(told(reason.children[0]?.children ?? [], 'problem')).toHaveLength(1)
  })
})

describe('why an answer did not count', () => {
  const opened = submitted('Mon 10:00')
  const reasonsOf = (terms: Terms, marks: readonly Mark[]) =>
    told(why(terms, [opened, ...marks], 'Tue 10:00'), 'notCounted').map(({ mark, why }) => [
      mark,
      why,
    ])

  it('is that a machine wrote it, that the customer cannot read it, or both', () => {
    const marks = [
      answered('Mon 10:00', { id: 'auto', automatic: true }),
      answered('Mon 11:00', { id: 'note', audience: 'internal' }),
      answered('Mon 12:00', { id: 'both', automatic: true, audience: 'internal' }),
      asked('Mon 13:00', { id: 'customer' }),
    ]
    const expected = [
      ['auto', 'automatic'],
      ['note', 'private'],
      ['both', 'automaticAndPrivate'],
    ]
    expect(reasonsOf(promise(), marks)).toEqual(expected)
    expect(reasonsOf(promise({ stop: { condition: 'message' } }), marks)).toEqual(expected)
  })

  it('is not told of what came after it was fulfilled', () => {
    const marks = [answered('Mon 11:00'), answered('Mon 12:00', { automatic: true })]
    expect(reasonsOf(promise(), marks)).toEqual([])
  })

  it('is not told of a note where notes fulfill it', () => {
    const terms = promise({ stop: { condition: 'message' }, privateNotesFulfill: true })
    expect(reasonsOf(terms, [answered('Mon 11:00', { audience: 'internal' })])).toEqual([])
  })

  it('is told of each clock apart, where there is one for each thing', () => {
    const terms = promise({
      per: 'about',
      start: { condition: 'message' },
      stop: { condition: 'publicAnswer' },
    })
    const about = 'task:7/1'
    const marks = [
      asked('Mon 11:00', { about }),
      answered('Mon 12:00', { id: 'task', about, automatic: true }),
      answered('Mon 12:00', { id: 'other', about: 'task:7/2', automatic: true }),
      answered('Mon 13:00', { id: 'request', automatic: true }),
    ]
    const { value, reason } = explained(createObligation(terms, deps)).read(marks, at('Tue 10:00'))
    const nth = value.findIndex((state) => state.about === about)
    const unheard = told(reason.children[nth]?.children ?? [], 'notCounted')
    expect(unheard.map(({ mark }) => mark)).toEqual(['task', 'request'])
  })

  it('is that its period had not begun', () => {
    const marks = [answered('Mon 11:00'), answered('Mon 12:00', { id: 'early' })]
    expect(reasonsOf(news('grid'), marks)).toEqual([['early', 'early']])
  })
})

describe('what moved a deadline', () => {
  const opened = submitted('Mon 10:00', { id: 'opened' })

  it('is each pause and each end of one, with the mark that made it', () => {
    const marks = [opened, waits('Mon 11:00', { id: 'w' }), resumed('Mon 12:00', { id: 'r' })]
    const reasons = why(solution({ within: 'PT4H' }), marks, 'Mon 13:00')
    const moves = reasons.filter(({ code }) => code === 'obligations.moved')
    expect(moves).toMatchObject([
      {
        params: { at: at('Mon 11:00'), from: at('Mon 14:00'), to: null },
        children: [{ params: { mark: 'w' } }],
      },
      {
        params: { at: at('Mon 12:00'), from: null, to: at('Mon 15:00') },
        children: [{ params: { mark: 'r' } }],
      },
    ])
  })

  it('is the date until which a wait was to last', () => {
    const wait = waits('Mon 11:00', { id: 'w', facts: { until: '2026-03-02T12:00:00+01:00' } })
    const reasons = why(solution({ within: 'PT4H' }), [opened, wait], 'Mon 13:00')
    expect(reasons.filter(({ code }) => code === 'obligations.moved').at(-1)).toMatchObject({
      params: { at: at('Mon 12:00'), from: null, to: at('Mon 15:00') },
      children: [{ code: 'obligations.waitOver', params: { mark: 'w', about: 'wait:w1' } }],
    })
  })

  it('is nothing of the next period, which ends before it begins', () => {
    const terms = news('grid', {
      start: { any: [{ condition: 'submitted' }, { condition: 'reopened' }] },
    })
    const marks = [opened, answered('Mon 11:00'), resolved('Mon 12:00'), reopened('Mon 13:00')]
    const reasons = why(terms, marks, 'Mon 14:00')
    expect(told(reasons, 'toGo')).toMatchObject([{ dueAt: at('Mon 17:00') }])
    expect(told(reasons, 'moved')).toEqual([])
  })

  it('is told of hundreds of pauses without delay', () => {
    const pauses = Array.from({ length: 300 }, (_, nth) => {
      const from = at('Mon 11:00') + nth * hour
      return [waits(from), resumed(from + hour / 2)]
    })
    const reasons = why(
      solution({ within: 'PT200H' }),
      [opened, ...pauses.flat()],
      '2026-06-01 12:00',
    )
    expect(told(reasons, 'moved')).toHaveLength(600)
  })

  it('is a change of terms, as if from the beginning or with a clock that begins anew', () => {
    const before = createObligation(promise({ within: 'PT4H' }), deps)
    const after = createObligation(promise({ within: 'PT2H', version: 2 }), deps)
    const reasonsOf = (onChange: 'retroactive' | 'fromChange') => {
      const versions = [{ from: at('Mon 11:00'), terms: after, onChange }]
      const { reason } = explained(before).read([opened], at('Mon 11:30'), { versions })
      return reason.children[0]?.children ?? []
    }
    const [retroactive, fromChange] = [reasonsOf('retroactive'), reasonsOf('fromChange')]
    const moves = retroactive.filter(({ code }) => code === 'obligations.moved')
    expect(moves).toMatchObject([
      {
        params: { at: at('Mon 11:00'), from: at('Mon 14:00'), to: at('Mon 12:00') },
        children: [{ code: 'obligations.termsChanged', params: { version: 2 } }],
      },
    ])
    expect(told(retroactive, 'countsAnew')).toEqual([])
    expect(told(fromChange, 'countsAnew')).toEqual([{ at: at('Mon 11:00') }])
    expect(told(fromChange, 'moved')).toMatchObject([{ to: at('Mon 13:00') }])
  })
})

describe('the reason of wake-ups', () => {
  it('says what will happen at each, and to what', () => {
    const obligation = createObligation(promise({ warnAt: [0.5] }), deps)
    const { value, reason } = explained(obligation).wakeups(
      [submitted('Mon 10:00')],
      at('Mon 11:00'),
    )
    expect(reason.children).toHaveLength(value.length)
    expect(told(reason.children, 'wakeup')).toEqual([
      { purpose: 'warn', at: at('Mon 12:00'), obligation: 'answer', about: 'request:7', cycle: 1 },
      {
        purpose: 'breach',
        at: at('Mon 14:00') + 1,
        obligation: 'answer',
        about: 'request:7',
        cycle: 1,
      },
    ])
  })

  it('tells of terms that will change', () => {
    const terms = createObligation(promise(), deps)
    const made = [
      { from: at('Mon 09:00'), terms, onChange: 'retroactive' },
      { from: at('Fri 09:00'), terms: null, onChange: 'retroactive' },
    ] as const
    const { reason } = explainedVersions(made).wakeups([], at('Mon 11:00'))
    expect(told(reason.children, 'wakeup')).toMatchObject([
      { purpose: 'change', about: null, at: at('Fri 09:00') },
    ])
  })
})

it('goes only once through a history that can be read only once', () => {
  const obligation = createObligation(promise(), deps)
  const marks = [submitted('Mon 10:00')]
  const once = explained(obligation).read(marks.values(), at('Mon 11:00'))
  expect(once).toEqual(explained(obligation).read(marks, at('Mon 11:00')))
  expect(once.value).toEqual(read(promise(), marks, 'Mon 11:00'))
})

it('becomes text in the zone of the reader', () => {
  const obligation = createObligation(solution(), deps)
  const marks = [submitted('Mon 10:00'), waits('Mon 11:00'), resumed('Mon 12:00')]
  const { reason } = explained(obligation).read(marks, at('Tue 16:00'))
  const options = { timeZone: 'Europe/Zurich', phrases: [calendarPhrases, obligationsPhrases] }
  expect(renderReason(reason, options)).not.toMatch(/obligations\.|undefined|null|NaN/)
})
