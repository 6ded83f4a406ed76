import { mkdirSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { businessTime } from './chapters/business-time.ts'
import { onCall } from './chapters/on-call.ts'
import { promises } from './chapters/promises.ts'
import { requestLife } from './chapters/request-life.ts'
import { triageRules } from './chapters/triage-rules.ts'
import { whatHappened } from './chapters/what-happened.ts'
import type { Chapter, Teller } from './story.ts'

/** One story that gains a chapter with every capability of the library. */
const chapters: readonly Chapter[] = [
  businessTime,
  triageRules,
  promises,
  onCall,
  requestLife,
  whatHappened,
]

const pictures = new URL('../out/', import.meta.url)

const teller: Teller = {
  say: (text = '') => console.log(text),
  picture(name, svg) {
    mkdirSync(pictures, { recursive: true })
    const path = fileURLToPath(new URL(name, pictures))
    writeFileSync(path, svg)
    return relative(process.env['INIT_CWD'] ?? process.cwd(), path)
  },
}

for (const [index, chapter] of chapters.entries()) {
  const title = `Chapter ${index + 1}. ${chapter.title}`
  teller.say(`${title}\n${'='.repeat(title.length)}\n`)
  await chapter.tell(teller)
  teller.say()
}
