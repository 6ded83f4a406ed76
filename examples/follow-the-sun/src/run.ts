import { exitCodeOf } from '@holdfast/example-report/exit-code'
import { writePage } from '@holdfast/example-report/files'
import { asText } from '@holdfast/example-report/render-text'
import type { Terminal } from '@holdfast/example-report/terminal'
import { DAY_MILLIS, toLocalDate } from '@holdfast/kernel'
import { HELP, readArguments } from './arguments.ts'
import { bundled, readDocuments } from './documents.ts'
import { type Picture, pictureOf } from './picture.ts'
import { questionOf } from './question.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './sections/sections.ts'

const TITLE = 'Following the sun'

/** The whole program. Answers with its exit code: 0, 1 for input that cannot be used, 2 for a wrong call. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out } = terminal
  return exitCodeOf(readArguments(args), terminal, {
    help: HELP,
    async report(asked) {
      const question = questionOf(asked)
      const picture = pictureOf(await readDocuments(asked, terminal), question)
      const sections = sectionsOf(picture)
      out(`${asText(sections)}\n`)
      out(`The page with the pictures: ${await page(picture, sections, asked.out)}\n`)
    },
  })
}

/** Writes the page, and says where it is from where the user is. */
async function page(
  { variant, span, sites }: Picture,
  sections: readonly Section[],
  folder = bundled('out'),
): Promise<string> {
  // What draws is heavy, and loaded when there is something to draw.
  const { pageOf } = await import('./page.ts')
  const where = sites.map(({ site }) => site).join(', ')
  const [from, to] = [span.from, span.to].map((at) => toLocalDate(at / DAY_MILLIS))
  const when = `${from} to ${to}`
  const subtitle = `${where}: ${when}, ${variant}`
  return writePage(folder, 'duty.html', pageOf({ title: TITLE, subtitle }, sections))
}
