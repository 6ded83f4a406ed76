import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import { checkChain, createSlaPolicy, slaPhrases, succession } from '../src/index.ts'
import {
  type AgreementDocument,
  calendars,
  november,
  policyDocument,
  policyOf,
} from './report-desk.ts'

const HOUR = 3_600_000
/** The first half of November 2026, which begins on a Sunday. */
const window = { from: november(1, '00:00'), to: november(16, '00:00') }

type Target = AgreementDocument['targets'][number]

const sla = (...targets: Target[]): AgreementDocument => ({
  id: 'gold',
  kind: 'sla',
  debtor: 'team:support',
  creditor: 'customer:acme',
  targets,
})

const ola = (id: string, ...targets: Target[]): AgreementDocument => ({
  id,
  kind: 'ola',
  supports: 'gold',
  debtor: `team:${id}`,
  creditor: 'team:support',
  targets,
})

const resolution = (within: string, parts: Partial<Target> = {}): Target => ({
  metric: 'resolution',
  within,
  ...parts,
})

const check = (...agreements: AgreementDocument[]) => checkChain(policyOf(agreements), window)

describe('a chain', () => {
  it('fits where the team has as long as the customer was promised, on the same clock', () => {
    expect(check(sla(resolution('PT8H')), ola('platform', resolution('PT8H')))).toMatchObject({
      fits: true,
      links: [{ agreement: 'gold', metric: 'resolution', priority: null, slack: 0, fits: true }],
      unsupported: [],
    })
  })

  it('does not fit where the team rests while the customer’s clock runs, and a start proves it', () => {
    const daily = { counts: 'businessTime', calendar: 'daily' } as const
    const report = check(
      sla(resolution('PT8H', { clock: daily })),
      ola('platform', resolution('PT4H')),
    )
    // From Friday 13:00 the team has until it opens on Monday; the customer's clock ran 7 hours on Friday, 1 on Saturday.
    const start = november(6, '13:00')
    expect(report).toMatchObject({
      fits: false,
      links: [
        {
          fits: false,
          slack: november(7, '11:00') - november(9, '09:00'),
          steps: [['platform/resolution']],
          tightest: {
            start,
            latestToMeet: november(7, '11:00'),
            steps: [{ target: 'platform/resolution', from: start, to: november(9, '09:00') }],
          },
        },
      ],
    })
  })

  it('takes a step for kept until it is late, be it after closing time', () => {
    const elapsed = resolution('PT4H', { clock: { counts: 'elapsedTime' } })
    const [link] = check(sla(elapsed), ola('platform', resolution('PT2H'))).links
    expect(link?.tightest?.steps[0]?.to).toBe(november(9, '09:00'))
    expect(link?.fits).toBe(false)
  })

  it('runs steps one after the other, and those of a list side by side', () => {
    const chain = ['first/resolution', ['second/resolution', 'third/resolution']]
    const teams = ['PT2H', 'PT3H', 'PT4H'].map((within, nth) =>
      ola(['first', 'second', 'third'][nth] as string, resolution(within)),
    )
    expect(check(sla(resolution('PT6H', { chain })), ...teams)).toMatchObject({
      fits: true,
      links: [
        { slack: 0, steps: [['first/resolution'], ['second/resolution', 'third/resolution']] },
      ],
    })
    const [link] = check(sla(resolution('PT5H', { chain })), ...teams).links
    expect(link).toMatchObject({ fits: false, tightest: { steps: [{}, {}, {}] } })
    const inSequence = ['first/resolution', 'second/resolution', 'third/resolution']
    expect(check(sla(resolution('PT6H', { chain: inSequence })), ...teams).fits).toBe(false)
    expect(check(sla(resolution('PT9H', { chain: inSequence })), ...teams).fits).toBe(true)
  })

  it('is looked at for each priority', () => {
    const report = check(
      sla({ metric: 'resolution', byPriority: { P1: 'PT4H', P2: 'PT8H' } }),
      ola('platform', resolution('PT6H')),
    )
    expect(report.links).toMatchObject([
      { priority: 'P1', fits: false },
      { priority: 'P2', fits: true },
    ])
  })

  it('tells where a supporting agreement promises nothing of the kind', () => {
    const targets = [resolution('PT8H'), { metric: 'firstResponse', within: 'PT1H' }]
    const report = check(
      sla(...targets),
      ola('platform', { metric: 'resolution', byPriority: { P1: 'PT8H' } }),
    )
    expect(report).toMatchObject({
      fits: true,
      links: [{ metric: 'resolution', priority: 'P1' }],
      unsupported: [
        { agreement: 'gold', metric: 'resolution', priority: 'P2', supporter: 'platform' },
        { agreement: 'gold', metric: 'firstResponse', priority: null, supporter: 'platform' },
      ],
    })
  })

  it('does not fit where a step that it names promises nothing at a priority', () => {
    const report = check(
      sla(resolution('PT8H', { chain: ['platform/resolution'] })),
      ola('platform', { metric: 'resolution', byPriority: { P1: 'PT1H' } }),
    )
    expect(report.fits).toBe(false)
    expect(report.links).toMatchObject([
      { priority: 'P1', fits: true },
      {
        priority: 'P2',
        fits: false,
        missing: ['platform/resolution'],
        slack: null,
        tightest: null,
      },
    ])
  })

  it('holds suppliers to what the teams promise that rest on them', () => {
    const vendor: AgreementDocument = {
      ...ola('vendor', resolution('PT6H')),
      kind: 'underpinning',
      supports: 'platform',
    }
    const report = check(sla(resolution('PT8H')), ola('platform', resolution('PT4H')), vendor)
    expect(report.links).toMatchObject([
      { agreement: 'gold', fits: true },
      { agreement: 'platform', fits: false, steps: [['vendor/resolution']] },
    ])
  })

  it('knows days with a cut-off: what comes a moment after it is due a day later', () => {
    const days = (cutoff: string) => ({ counts: 'businessDays', due: 'endOfDay', cutoff }) as const
    const report = check(
      sla(resolution('P1D', { clock: days('16:00') })),
      ola('platform', resolution('P1D', { clock: days('15:00') })),
    )
    expect(report.links).toMatchObject([{ fits: false, tightest: { start: november(5, '15:00') } }])
    const elapsed = { counts: 'elapsedTime' } as const
    const [link] = check(
      sla(resolution('PT48H', { clock: elapsed })),
      ola('platform', resolution('P1D', { clock: days('15:00') })),
    ).links
    expect(link?.tightest?.start).toBe(november(5, '15:00'))
  })

  it('finds the start on a Saturday though Sunday leads to the same day', () => {
    const sameTime = { counts: 'businessDays', due: 'sameTime' } as const
    const early = { counts: 'businessTime', calendar: 'early' } as const
    const policy = policyOf([
      sla(
        resolution('PT72H', {
          clock: { counts: 'elapsedTime' },
          chain: ['first/resolution', 'second/resolution'],
        }),
      ),
      ola('first', resolution('P1D', { clock: sameTime })),
      ola('second', resolution('PT1H', { clock: early })),
    ])
    const weekend = { from: november(7, '00:00'), to: november(10, '00:00') }
    // From 17:00 on both lead to Tuesday at nine, when the second team has until after its break at eleven.
    expect(checkChain(policy, weekend).links).toMatchObject([
      { slack: 6 * HOUR, tightest: { start: november(7, '17:00') } },
    ])
  })

  it('is looked at in the time in which each of several policies is in effect', () => {
    const halves = [
      { from: '2026-01-01', to: '2026-11-09' },
      { from: '2026-11-09', to: '2027-01-01' },
    ].map((effective, nth) =>
      createSlaPolicy(
        policyDocument([sla(resolution(`PT${8 + nth}H`)), ola('platform', resolution('PT9H'))], {
          effective,
          version: nth + 1,
        }),
        { calendars },
      ),
    )
    const [first, second] = halves as [(typeof halves)[0], (typeof halves)[0]]
    expect(checkChain(succession([first, second]), window).links).toMatchObject([
      { version: 1, fits: false },
      { version: 2, fits: true },
    ])
  })

  it('is looked at for a year when no end is given', () => {
    const policy = policyOf([sla(resolution('PT8H')), ola('platform', resolution('PT8H'))])
    const { from, to } = checkChain(policy, { from: '2026-03-01T00:00:00Z' })
    expect(to - from).toBe(365 * 24 * HOUR)
    expect(() => checkChain(policy, { from, to: from })).toThrow(
      expect.objectContaining({ code: 'interval-empty' }),
    )
  })

  it('has a sentence for everything that it says', () => {
    const chain = ['platform/resolution', 'data/resolution']
    const { reason } = check(
      sla(resolution('PT8H', { chain }), { metric: 'firstResponse', within: 'PT1H' }),
      ola('platform', resolution('PT4H'), { metric: 'firstResponse', within: 'PT1H' }),
      ola('data', { metric: 'resolution', byPriority: { P1: 'PT8H' } }),
    )
    const text = renderReason(reason, { timeZone: 'Europe/Zurich', phrases: [slaPhrases] })
    expect(text).not.toContain('sla.')
    expect(text.split('\n')).toHaveLength(8)
  })
})
