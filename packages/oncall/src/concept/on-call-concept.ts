import { coverageChapters, rolesChapter, rotationsChapter } from './duty-chapters.ts'
import { escaped } from './markdown.ts'
import { materialOf } from './material.ts'
import {
  fairnessChapter,
  needChapter,
  planChapter,
  restChapter,
  sourcesChapter,
} from './people-chapters.ts'
import type { ConceptQuestion } from './question.ts'

/**
 * The on-call concept of an organization as a Markdown document: who answers for which role, rotations in words, hand-off
 * times by each clock, the proof of coverage or every hole, where people come from, who has how much, rest and its
 * violations, the need of people, and the shifts that are planned. The same data gives the same text, to the letter.
 * Source: R31, with R2, R24, R25, R32 and R37.
 *
 * Throws a `DocumentError` for a schedule that cannot be used; `RangeError` `span-reversed`, `zone-unknown`, and what
 * `toInstant` throws.
 */
export function onCallConcept(question: ConceptQuestion): string {
  const material = materialOf(question)
  const { span, say } = material
  const chapters = [
    `# ${escaped(question.title ?? 'On-call concept')}`,
    `${say.span(span)}. Times are shown in ${question.timeZone}.`,
    rolesChapter(material),
    rotationsChapter(material),
    ...coverageChapters(material),
    sourcesChapter(material),
    fairnessChapter(material),
    restChapter(material),
    needChapter(material),
    planChapter(material),
  ]
  return `${chapters.filter((one) => one !== undefined).join('\n\n')}\n`
}
