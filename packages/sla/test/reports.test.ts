import { expect, it } from 'vitest'
import {
  attainment,
  backTestSla,
  checkChain,
  credits,
  diffSlaPolicies,
  forecast,
} from '../src/index.ts'
import {
  type AgreementDocument,
  answered,
  calendars,
  GOLD_P1,
  gold,
  november,
  policyOf,
  request,
} from './report-desk.ts'

const platform: AgreementDocument = {
  id: 'platform',
  kind: 'ola',
  supports: 'gold',
  debtor: 'team:platform',
  creditor: 'team:support',
  targets: [{ metric: 'resolution', within: 'PT9H' }],
}
const credited = [{ metric: 'firstResponse', currency: 'CHF', perBreach: 100 }]
const policy = policyOf([{ ...gold, credits: credited }, platform])
const other = policyOf([{ ...gold, calendar: 'daily', applies: { all: [] } }])
const histories = [
  request('1', [2, '09:00'], GOLD_P1, answered(2, '09:30')),
  request('2', [2, '09:00'], GOLD_P1, [2, '09:30', 'waiting', { reason: 'customer' }]),
  request('3', [2, '09:00'], { level: 'basic' }),
]

const at = november(3, '12:00')
const [from, to] = [november(1, '00:00'), november(9, '00:00')]
const capacity = { agents: 1, handling: 'PT1H', calendar: calendars.office }

it('every report is plain data that survives JSON', () => {
  const reports = [
    attainment(policy, histories, { by: ['metric', 'priority'], at }),
    backTestSla(policy, other, histories, { at }),
    checkChain(policy, { from, to }),
    credits(policy, histories, { from, to }, { at }),
    diffSlaPolicies(policy, other),
    forecast(policy, histories, at, { until: to, capacity }),
  ]
  for (const report of reports) expect(JSON.parse(JSON.stringify(report))).toEqual(report)
})

it('histories are read one at a time, and each but once', () => {
  let reading = 0
  function* streamed() {
    for (const { id, marks } of histories) {
      function* once() {
        reading++
        yield* marks
      }
      yield { id, marks: once() }
    }
  }
  expect(attainment(policy, streamed(), { at })).toEqual(attainment(policy, histories, { at }))
  expect(backTestSla(policy, other, streamed(), { at })).toEqual(
    backTestSla(policy, other, histories, { at }),
  )
  expect(credits(policy, streamed(), { from, to }, { at })).toEqual(
    credits(policy, histories, { from, to }, { at }),
  )
  expect(forecast(policy, streamed(), at, { until: to })).toEqual(
    forecast(policy, histories, at, { until: to }),
  )
  expect(reading).toBe(4 * histories.length)
})
