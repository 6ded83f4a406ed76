import { calendarPhrases } from '@holdfast/calendar'
import type { Reason } from '@holdfast/kernel'
import { explanationFaults } from '@holdfast/kernel/testing'
import { obligationsPhrases } from '@holdfast/obligations'
import { rulesPhrases } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { decide, explainedOwed, owed, requestsPhrases } from '../src/index.ts'
import { context, incidentStory, lifecycles, monday, type Story } from './told-story.ts'

const phrases = { ...calendarPhrases, ...obligationsPhrases, ...rulesPhrases, ...requestsPhrases }
const incident = lifecycles['incident'] as NonNullable<(typeof lifecycles)[string]>

/** A request that was offered, declined, and waits for a supplier. */
function waiting(): Story {
  const told = incidentStory()
  told.tell(monday('09:10'), { type: 'take', by: 'person:ada' })
  told.tell(monday('09:20'), { type: 'offer', by: 'person:ada', to: 'team:platform' })
  told.tell(monday('09:30'), { type: 'decline', by: 'person:eve', reason: 'not ours' })
  told.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'vendor' })
  return told
}

/** The faults of a reason by itself, under the law of explanations. */
function faults(reason: Reason): readonly string[] {
  const question = { method: 'told', args: [] }
  const told = () => ({ value: null, reason })
  return explanationFaults({ told: () => null }, { told }, question, phrases)
}

describe('The reason of a decision', () => {
  const wake = { id: 'w', request: '7', type: 'wake', by: 'system:timer' } as const

  it('says what happened, where the request stands now, and with whom', () => {
    const decision = decide(waiting().state, wake, context, '2027-03-04T12:00:00Z')
    if (!decision.ok) throw new Error('it was refused')
    expect(decision.reason).toMatchObject({
      code: 'requests.decided',
      params: { request: '7', events: ['told'], state: 'on-hold', owner: 'team:support' },
    })
    expect(faults(decision.reason)).toEqual([])
    for (const notice of decision.notices) expect(faults(notice.reason)).toEqual([])
  })

  it('says that nothing happens where nothing is due, or a command came before', () => {
    const { state } = waiting()
    const again = { ...wake, id: 'c1' }
    for (const [command, code] of [
      [wake, 'requests.unchanged'],
      [again, 'requests.repeated'],
    ] as const) {
      const decision = decide(state, command, context, monday('10:01'))
      expect(decision).toMatchObject({ ok: true, events: [], notices: [], reason: { code } })
      if (decision.ok) expect(faults(decision.reason)).toEqual([])
    }
  })
})

describe('The reason of what is owed', () => {
  it('has a sentence for each part, and the answer is the plain one', () => {
    const { state } = waiting()
    for (const at of [monday('09:15'), monday('10:30'), '2027-03-08T12:00:00Z']) {
      const question = { method: 'owed', args: [state, incident, at] }
      expect(explanationFaults({ owed }, { owed: explainedOwed }, question, phrases)).toEqual([])
      const { value, reason } = explainedOwed(state, incident, at)
      expect(reason.children).toHaveLength(value.length)
    }
  })
})
