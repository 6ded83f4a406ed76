import { createLogMapping, readLog } from '@holdfast/event-log'
import { decomposeCaseLife } from '@holdfast/insight'
import type { Mark } from '@holdfast/kernel'
import { marksOf, type RequestState, replay } from '@holdfast/requests'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CarriedOut, carriedOut } from './carried-out.ts'
import { CONVERSATIONS, conversationLog } from './conversations.ts'
import type { Wish } from './incident-commands.ts'
import { incidentLifecycle } from './incident-lifecycle.ts'

const context = { lifecycles: { incident: incidentLifecycle } }

describe.skipIf(!conversationLog.isThere)(
  '360 conversations of a real help desk, as commands',
  () => {
    const told: { readonly raw: readonly Mark[]; readonly request: CarriedOut }[] = []

    beforeAll(async () => {
      for await (const { id, marks } of readLog(
        conversationLog.path,
        createLogMapping(CONVERSATIONS.human),
      )) {
        told.push({ raw: marks, request: carriedOut(id, wishesOf(marks), context) })
      }
    }, 60_000)

    const messages = ({ marks }: Pick<RequestState, 'marks'>) =>
      marks.filter(({ type }) => type === 'message')

    it('are 7,286 messages, of which two that customers wrote to the desk alone are refused, and then said to all', () => {
      const refused = told.flatMap(({ request }) => request.refused)
      expect(refused.map(({ code }) => code)).toEqual(['customer-internal', 'customer-internal'])
      const all = told.flatMap(({ request: { state } }) => (state === null ? [] : messages(state)))
      expect(all).toHaveLength(7286)
    })

    it('are the same when they are replayed from their events, every one', () => {
      for (const { request } of told) expect(replay(request.events).state).toEqual(request.state)
    })

    it('fall silent for as long, are answered as soon and as often as in the log', () => {
      const lives = told.map(({ raw, request: { events } }) => [
        decomposeCaseLife(raw),
        decomposeCaseLife(marksOf(events)),
      ])
      expect(lives.map(([, life]) => life?.answers)).toEqual(lives.map(([life]) => life?.answers))
      expect(lives.map(([, life]) => life?.elapsed)).toEqual(lives.map(([life]) => life?.elapsed))
      const silent = lives.filter(([, life]) => {
        const { from = 0, to = 0 } = life?.answers.longestSilence ?? {}
        return to - from > 7 * 24 * 3_600_000
      })
      expect(silent).toHaveLength(172)
    })
  },
)

/** What the host would have asked for: the submission, then every message as it was written, or else for all to read. */
function wishesOf(marks: readonly Mark[]): readonly Wish[] {
  const reporter = marks.find(({ by }) => by?.startsWith('customer:'))?.by ?? 'customer:unknown'
  return marks.flatMap(({ type, at, by = reporter, audience, automatic }): Wish[] => {
    if (type === 'submitted') return [{ at, ask: { type: 'submit', by, kind: 'incident' } }]
    if (type !== 'message') return []
    const ask = { type, by, ...(automatic !== undefined && { automatic }) }
    if (audience === undefined) return [{ at, ask }]
    return [{ at, ask: { ...ask, audience }, otherwise: ask }]
  })
}
