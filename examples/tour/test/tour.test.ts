import { expect, it } from 'vitest'
import { businessTime } from '../src/chapters/business-time.ts'
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
