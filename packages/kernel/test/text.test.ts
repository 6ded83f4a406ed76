import { describe, expect, test } from 'vitest'
import { reason } from '../src/index.ts'
import { type Phrases, renderInstant, renderReason, speaker } from '../src/text.ts'

const AT = Date.UTC(2024, 2, 28, 15, 30)
const HOUR = 3_600_000

// The exact words of Intl differ between versions, so tests look for the parts that carry meaning.
const zurich = { timeZone: 'Europe/Zurich' }

describe('an instant in words', () => {
  test('is shown on the clock of the zone', () => {
    expect(renderInstant(AT, zurich)).toMatch(/28 Mar 2024.*16:30/)
    expect(renderInstant(AT, { timeZone: 'America/New_York' })).toMatch(/28 Mar 2024.*11:30/)
    expect(renderInstant(AT, { timeZone: 'Pacific/Auckland' })).toMatch(/29 Mar 2024.*04:30/)
  })

  test('is shown in the language', () => {
    expect(renderInstant(AT, { ...zurich, locale: 'de-CH' })).toMatch(/28.*März.*2024.*16:30/)
  })

  test('has seconds only when it has some', () => {
    expect(renderInstant(AT, zurich)).not.toContain('16:30:00')
    expect(renderInstant(AT + 15_000, zurich)).toContain('16:30:15')
  })

  test('at midnight is 00:00, not 24:00', () => {
    expect(renderInstant('2024-03-28T23:00Z', zurich)).toMatch(/29 Mar 2024.*00:00/)
  })

  test('may be given in any form', () => {
    expect(renderInstant(new Date(AT), zurich)).toBe(renderInstant(AT, zurich))
  })
})

describe('other values in words', () => {
  const say = speaker(zurich)

  test('a local date, whatever the zone', () => {
    for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      expect(speaker({ timeZone }).date('2024-03-29')).toMatch(/Fri.*29 Mar 2024/)
    }
  })

  test.each([
    [1.5 * HOUR, /^1 hr?.*30 m/],
    [100 * HOUR, /^100 h/],
    [90_000, /^1 m.*30 s/],
    [500, /^0\.5 s/],
    [0, /^0 s/],
    [-2 * HOUR, /^−2 h/],
  ])('a duration of %i', (millis, words) => {
    expect(say.duration(millis)).toMatch(words)
  })

  test('a span names its date once when it ends on the same day', () => {
    const words = say.span({ from: AT, to: AT + HOUR })
    expect(words).toMatch(/16:30.*17:30/)
    expect(words.match(/2024/g)).toHaveLength(1)
  })

  test('a span names both dates when it ends on another day', () => {
    expect(say.span({ from: AT, to: AT + 12 * HOUR })).toMatch(/28 Mar 2024.*29 Mar 2024/)
  })

  test('no span is no words', () => {
    expect(say.span(undefined)).toBe('')
  })

  test('anything else as it is', () => {
    expect(say.text('platform')).toBe('platform')
    expect(say.text(3)).toBe('3')
  })
})

const ENGLISH: Phrases = {
  'sla.due': ({ at, after }, say) => `due ${say.instant(at)}, after ${say.duration(after)}`,
  'calendar.holiday': ({ name }, say, { source }) =>
    `${say.text(name)} is a holiday in ${source?.document}`,
  'calendar.open': (_, say, { span }) => `open ${say.span(span)}`,
}

const GERMAN: Phrases = {
  'sla.due': ({ at }, say) => `fällig ${say.instant(at)}`,
  'calendar.holiday': ({ name }, say) => `${say.text(name)} ist ein Feiertag`,
  'calendar.open': (_, say, { span }) => `offen ${say.span(span)}`,
}

const DUE = reason(
  'sla.due',
  { at: AT, after: 4 * HOUR },
  {
    children: [
      reason(
        'calendar.holiday',
        { name: 'Good Friday' },
        {
          source: { document: 'acme', pointer: '/holidays/0' },
          children: [reason('calendar.open', {}, { span: { from: AT, to: AT + HOUR } })],
        },
      ),
      reason('calendar.holiday', { name: 'Easter Monday' }),
    ],
  },
)

describe('a reason in words', () => {
  test('is a list, each reason under the one it explains', () => {
    const lines = renderReason(DUE, { ...zurich, phrases: [ENGLISH] }).split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^due .*16:30.*, after 4 h/)
    expect(lines[1]).toBe('  - Good Friday is a holiday in acme')
    expect(lines[2]).toMatch(/^ {4}- open .*16:30.*17:30/)
    expect(lines[3]).toMatch(/^ {2}- Easter Monday is a holiday/)
  })

  test('speaks another language with another catalog', () => {
    const options = { ...zurich, locale: 'de-CH', phrases: [ENGLISH, GERMAN] }
    const lines = renderReason(DUE, options).split('\n')
    expect(lines[0]).toMatch(/^fällig .*März.*16:30/)
    expect(lines[1]).toBe('  - Good Friday ist ein Feiertag')
  })

  test('takes the later catalog where two know a code, and the earlier where one does', () => {
    const house: Phrases = { 'sla.due': () => 'due soon' }
    const lines = renderReason(DUE, { ...zurich, phrases: [ENGLISH, house] }).split('\n')
    expect(lines[0]).toBe('due soon')
    expect(lines[1]).toContain('Good Friday is a holiday')
  })

  test('without a phrase is printed as it is', () => {
    const unknown = reason('house.rule', { limit: 3 }, { span: { from: 0, to: 1000 } })
    expect(renderReason(unknown, { ...zurich, phrases: [] })).toBe(
      'house.rule {"limit":3} [1970-01-01T00:00:00.000Z, 1970-01-01T00:00:01.000Z)',
    )
    expect(renderReason(reason('toString'), { ...zurich, phrases: [ENGLISH] })).toBe('toString {}')
  })
})
