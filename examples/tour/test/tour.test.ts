import { expect, it } from 'vitest'
import { businessTime } from '../src/chapters/business-time.ts'
import { triageRules } from '../src/chapters/triage-rules.ts'
import type { Chapter } from '../src/story.ts'

/** What a chapter tells, and the pictures it leaves. */
function listenTo(chapter: Chapter): { text: string; pictures: Map<string, string> } {
  const lines: string[] = []
  const pictures = new Map<string, string>()
  chapter.tell({
    say: (text = '') => lines.push(text),
    picture: (name, svg) => {
      pictures.set(name, svg)
      return name
    },
  })
  return { text: lines.join('\n'), pictures }
}

it('tells of a promise over Easter and a clock change, and why it is due then', () => {
  const { text } = listenTo(businessTime)
  expect(text).toContain('It is due on Tue, 30 Mar 2027, 16:00 CEST')
  expect(text).toContain('Fri, 26 Mar 2027 is Good Friday')
  expect(text).toContain('clocks go forward')
  expect(text).toContain('new-desk.yaml:5:29 error interval-overlap')
})

it('draws the week, with the two pieces of time that were counted', () => {
  const svg = listenTo(businessTime).pictures.get('week.svg') ?? ''
  expect(svg.match(/stroke="#b03a2e"/g)).toHaveLength(2)
  expect(svg).toContain('Good Friday')
  expect(svg).toContain('23 hours long')
})

it('tells of an edit that hides a promise, by two rules together, and of the request that shows it', () => {
  const { text } = listenTo(triageRules)
  expect(text).toMatch(
    /rule-shadowed at \/rules\/2: .*"large-vips-to-success".*"small-vips-to-partners"/,
  )
  expect(text).toContain('shown by: level platinum, seats 200, kind incident, tags [security]')
  expect(text).toContain('tags contains "security": yes, it is ["security"]')
  expect(text).toContain('version 4: no request makes it decide')
  expect(text).toContain('kind from "question" to "incident"')
  expect(text.split('\n').length).toBeLessThanOrEqual(60)
})

it('tells how many would have felt the edit, and that in the right place it changes only what was meant', () => {
  const { text } = listenTo(triageRules)
  expect(text).toContain('would have sent 88 elsewhere')
  expect(text).toContain('7 of the 7 that reached the engineer on call')
  expect(text).toContain('proved, for every request there could be')
  expect(text).toContain('81 would have gone elsewhere, 0 of them promised an engineer')
})
