import type { Mark } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import { decomposeCaseLife, explainedCaseLife, insightPhrases } from '../src/index.ts'

const HOUR = 3_600_000
const about = 'request:7'

const mark = (id: string, hour: number, type: Mark['type'], rest: Partial<Mark> = {}): Mark => ({
  id,
  at: hour * HOUR,
  type,
  about,
  ...rest,
})

const history: readonly Mark[] = [
  mark('a', 0, 'submitted', {
    facts: { element: 'wait', party: 'queue', assignedTo: 'team:desk' },
  }),
  mark('b', 1, 'resumed', { facts: { element: 'investigation' } }),
  mark('c', 2, 'assigned', { facts: { assignedTo: 'team:network' } }),
  mark('d', 3, 'waiting', { reason: 'customer' }),
  mark('e', 4, 'message', { by: 'person:ada' }),
  mark('f', 8, 'message', { by: 'person:ada' }),
  mark('g', 9, 'resumed', { facts: { driver: 'verbal instructions' } }),
  mark('h', 10, 'assigned', { facts: { assignedTo: 'team:desk' } }),
  mark('i', 11, 'resolved'),
  mark('j', 12, 'reopened'),
  mark('k', 14, 'resolved'),
  mark('l', 20, 'closed'),
]

describe('the explanation of a case life', () => {
  const { value, reason } = explainedCaseLife(history)

  it('answers what the plain question answers', () => {
    expect(value).toEqual(decomposeCaseLife(history))
  })

  it('tells every element with its stretches, and every stretch once', () => {
    const elements = reason.children.filter(({ code }) => code === 'insight.element')
    expect(elements.map(({ params }) => [params['element'], params['party']])).toEqual(
      value.elements.map(({ element, party }) => [element, party]),
    )
    const spans = elements.flatMap(({ children }) => children.map(({ span }) => span))
    expect(spans.toSorted((a, b) => Number(a?.from) - Number(b?.from))).toEqual(
      value.stretches.map(({ from, to }) => ({ from, to })),
    )
  })

  it('tells why an element went on again', () => {
    const stretches = reason.children.flatMap(({ children }) => children)
    const again = stretches.filter(({ params }) => params['driver'] !== null)
    expect(again.map(({ params }) => [params['driver'], params['mark']])).toEqual([
      ['handOver', 'c'],
      ['verbal instructions', 'g'],
      ['handOver', 'h'],
      ['reopened', 'j'],
    ])
  })

  it('tells the hand-overs, the resolution that did not hold, the silence and the close lag', () => {
    const others = reason.children.filter(({ code }) => code !== 'insight.element')
    expect(others.map(({ code, params }) => [code, params['elapsed'] ?? params['held']])).toEqual([
      ['insight.handOver', undefined],
      ['insight.handOver', undefined],
      ['insight.undone', HOUR],
      ['insight.silence', 4 * HOUR],
      ['insight.closeLag', 6 * HOUR],
    ])
  })

  it('tells what cannot be', () => {
    const odd = explainedCaseLife(history.slice(1)).reason
    expect(odd.children.at(-1)).toMatchObject({
      code: 'insight.lifeProblem',
      params: { problem: 'no-submission', marks: ['b'] },
    })
  })

  it('has words for all of it', () => {
    const early = mark('early', -1, 'resumed')
    const told = [history, history.slice(1), [early, ...history], history.slice(0, 5)].map(
      (marks) =>
        renderReason(explainedCaseLife(marks, {}).reason, {
          timeZone: 'UTC',
          phrases: [insightPhrases],
        }),
    )
    for (const text of told) expect(text).not.toMatch(/insight\.|undefined|\[object/)
    expect(told[0]?.split('\n')).toHaveLength(18)
  })
})
