import type { ExportedTask } from './export-task.ts'

/** The words around the texts of a task; another language is a record with the same keys. */
export interface TaskWords {
  readonly context: string
  readonly acceptanceCriteria: string
  readonly customerImpact: string
  readonly priority: string
  readonly team: string
  readonly customer: string
  readonly level: string
  readonly contract: string
  readonly products: string
  readonly request: string
  readonly need: string
  readonly owner: string
  readonly partOf: string
  readonly links: string
}

export const TASK_WORDS: TaskWords = Object.freeze({
  context: 'Context',
  acceptanceCriteria: 'Acceptance criteria',
  customerImpact: 'What it means for the customer',
  priority: 'Priority',
  team: 'Team',
  customer: 'Customer',
  level: 'Level',
  contract: 'Contract',
  products: 'Products',
  request: 'Request',
  need: 'Need',
  owner: 'To ask',
  partOf: 'Part of',
  links: 'Links',
})

/**
 * A task as Markdown (CommonMark with task lists) to paste into a tracker: acceptance criteria can be ticked off. Texts
 * are shown as they were written, whatever signs are in them; longer ones are quoted, so that they cannot look like
 * parts of the task.
 */
export function taskMarkdown(exported: ExportedTask, words: TaskWords = TASK_WORDS): string {
  const { title, context, acceptanceCriteria, customerImpact, links } = exported
  const parts = [
    `# ${inline(title)}`,
    listOf(linesOf(exported, words).map(([word, value]) => `**${word}:** ${inline(value)}`)),
    section(words.context, context && quoted(context)),
    section(
      words.acceptanceCriteria,
      listOf(acceptanceCriteria.map((criterion) => `[ ] ${inline(criterion)}`)),
    ),
    section(words.customerImpact, customerImpact && quoted(customerImpact)),
    section(
      words.links,
      listOf(links.map(({ relation, to }) => `${inline(relation)}: ${inline(to)}`)),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function linesOf(exported: ExportedTask, words: TaskWords): readonly [string, string][] {
  const { team, priority, customer, products, request, partOf, task } = exported
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.request, [`${request.id}/${task}`, request.title].filter(Boolean).join(' · ')],
    [words.partOf, partOf && `${partOf.task} · ${partOf.title}`],
    [words.team, team],
    [words.owner, request.owner],
    [words.priority, priority],
    [words.customer, customer.party],
    [words.level, customer.level],
    [words.contract, customer.contract],
    [words.products, products.length === 0 ? undefined : products.join(', ')],
    [words.need, request.need],
  ]
  return lines.flatMap(([word, value]) => (value === undefined ? [] : [[word, value]]))
}

function section(heading: string, body: string | undefined): string {
  return body === undefined || body === '' ? '' : `## ${heading}\n\n${body}`
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n')
}

function inline(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim())
}

/** Signs that mean something to Markdown, or to trackers that read it, stand for themselves. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&@!]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space: string, start: string) =>
      /\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
    )
}
