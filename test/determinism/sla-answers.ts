import {
  attainment,
  checkChain,
  checkSlaPolicy,
  createSlaPolicy,
  type SlaPolicyDocument,
} from '@holdfast/sla'
import type { Answer } from './answer.ts'
import { calendarIn } from './calendar-answers.ts'
import { askedAt, historyFrom } from './histories.ts'
import { moments, ZONES } from './moments.ts'

/** A policy that changes on a local date, in each hard zone: what is promised, how it stands, whether it can be kept. */
export function* slaAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(timeZone)
}

function policyIn(timeZone: string): SlaPolicyDocument {
  return {
    id: `policy in ${timeZone}`,
    version: 1,
    timeZone,
    calendar: timeZone,
    priorities: ['P1', 'P2', 'P3'],
    changes: { priority: 'retroactive', facts: 'fromChange', effective: 'retroactive' },
    agreements: [
      {
        id: 'old',
        kind: 'sla',
        effective: { from: '2000-02-29', to: '2011-12-30' },
        debtor: 'team:support',
        creditor: 'customer:acme',
        targets: [{ metric: 'resolution', within: 'PT30H' }],
      },
      {
        id: 'gold',
        kind: 'sla',
        applies: { all: [{ fact: 'level', operator: 'equal', value: 'gold' }] },
        debtor: 'team:support',
        creditor: 'customer:acme',
        targets: [
          { metric: 'firstResponse', byPriority: { P1: 'PT1H', P3: 'PT8H' }, warnAt: ['PT30M'] },
          { metric: 'pausableUpdate', within: 'PT8H' },
          { metric: 'resolution', within: 'PT40H', pauseReasons: ['customer'], chain: STEPS },
        ],
      },
      {
        id: 'platform',
        kind: 'ola',
        supports: 'gold',
        debtor: 'team:platform',
        creditor: 'team:support',
        targets: [
          {
            metric: 'ownership',
            within: 'P3D',
            clock: { counts: 'businessDays', due: 'sameTime' },
          },
        ],
      },
    ],
  }
}

const STEPS = ['platform/ownership']

function* asked(timeZone: string): Generator<Answer> {
  const document = policyIn(timeZone)
  const deps = { calendars: { [timeZone]: calendarIn(timeZone) } }
  const policy = createSlaPolicy(document, deps)
  yield [`findings, ${policy.id}`, checkSlaPolicy({ ...document, priorities: ['P1'] }, deps)]
  const submitted = moments(3)
  for (const from of submitted) {
    const history = historyFrom(from)
    for (const at of askedAt(from)) {
      const answer = { reading: policy.read(history, at), wakeups: policy.wakeups(history, at) }
      yield [`${policy.id}, ${from}, at ${at}`, answer]
    }
  }
  const requests = submitted.map((from) => ({ id: String(from), marks: historyFrom(from) }))
  const kept = attainment(policy, requests, {
    at: '2024-01-01T00:00:00Z',
    by: ['period', 'metric'],
    period: { each: 'month', timeZone },
  })
  yield [`kept, ${policy.id}`, kept]
  const winter = { from: '2011-12-01T00:00:00Z', to: '2012-01-15T00:00:00Z' }
  yield [`chain, ${policy.id}`, checkChain(policy, winter)]
}
