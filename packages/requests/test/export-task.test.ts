import { describe, expect, it } from 'vitest'
import {
  EXPORTED_TASK_FORMAT,
  exportedTaskJsonSchema,
  exportedTaskSchema,
  exportTask,
} from '../src/tasks/export-task.ts'
import { TASK_WORDS, taskMarkdown } from '../src/tasks/task-markdown.ts'
import { at, refined } from './task-story.ts'
import { story } from './told-story.ts'

const byAda = { by: 'person:ada' } as const
const ticket = { relation: 'blockedBy', to: 'tracker:41' }
const contact = { relation: 'contact', to: 'customer:acme/jo' }

function exportStory() {
  const told = story()
  told.tell(at, {
    type: 'submit',
    by: 'customer:acme',
    kind: 'incident',
    title: 'Exports fail',
    need: 'Close the month',
    customer: 'customer:acme',
    customerFacts: { level: 'gold', products: ['invoicing'] },
    priority: 'P2',
    links: [contact],
  })
  told.tell(at, { type: 'take', ...byAda })
  told.tell(at, { type: 'addTask', ...byAda, task: 't1', title: 'Mend exports', links: [ticket] })
  const into = ['a', 'b'].map((task) => ({ ...refined, task }))
  told.tell(at, { type: 'splitTask', ...byAda, task: 't1', into })
  return told.state
}

describe('a task for the tracker of its team', () => {
  it('says everything that the team needs to know of the request', () => {
    expect(exportTask(exportStory(), 'a')).toEqual({
      format: EXPORTED_TASK_FORMAT,
      task: 'a',
      status: 'draft',
      ...refined,
      required: true,
      priority: 'P2',
      customer: { party: 'customer:acme', level: 'gold' },
      products: ['invoicing'],
      links: [ticket, contact],
      request: {
        id: '7',
        kind: 'incident',
        title: 'Exports fail',
        need: 'Close the month',
        owner: 'team:support',
      },
      partOf: { task: 't1', title: 'Mend exports' },
    })
  })

  it('leaves out what nobody said', () => {
    const told = story()
    told.tell(at, { type: 'submit', by: 'person:ada', kind: 'incident' })
    told.tell(at, { type: 'addTask', ...byAda, task: 't1', title: 'Look', context: 'Here' })
    const { request, customer, ...rest } = exportTask(told.state, 't1')
    expect(request).toEqual({ id: '7', kind: 'incident', owner: 'team:support' })
    expect(customer).toEqual({})
    expect(rest).toEqual({
      format: EXPORTED_TASK_FORMAT,
      task: 't1',
      title: 'Look',
      status: 'draft',
      context: 'Here',
      acceptanceCriteria: [],
      required: true,
      products: [],
      links: [],
    })
  })

  it('is plain JSON of the shape that its schema says', () => {
    const exported = exportTask(exportStory(), 'a')
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported)
    expect(exportedTaskSchema.parse(exported)).toEqual(exported)
    expect(exportedTaskJsonSchema()).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { format: { const: EXPORTED_TASK_FORMAT } },
    })
  })

  it('is refused for a task that is not there', () => {
    expect(() => exportTask(exportStory(), 'z')).toThrow(
      expect.objectContaining({ name: 'RangeError', code: 'task-unknown' }),
    )
  })
})

describe('a task as Markdown', () => {
  it('can be pasted, and its acceptance criteria ticked off', () => {
    expect(taskMarkdown(exportTask(exportStory(), 'a'))).toBe(`# Mend the export of invoices

- **Request:** 7/a · Exports fail
- **Part of:** t1 · Mend exports
- **Team:** team:platform
- **To ask:** team:support
- **Priority:** P2
- **Customer:** customer:acme
- **Level:** gold
- **Products:** invoicing
- **Need:** Close the month

## Context

> Fails since release 41 for accounts with more than one currency

## Acceptance criteria

- [ ] An export of Acme opens in a spreadsheet

## What it means for the customer

> Acme cannot close its month

## Links

- blockedBy: tracker:41
- contact: customer:acme/jo
`)
  })

  it('lets no text look like a part of the task, ping anybody or hide', () => {
    const hostile = {
      ...exportTask(exportStory(), 'a'),
      title: '1. # <b>*Now*</b>\n## Context',
      context: 'one\n\n# two\r\n- [x] @team',
      acceptanceCriteria: ['[x] done\n- [x] this too', '10) | `cell` | <!-- gone -->'],
    }
    const lines = taskMarkdown(hostile).split('\n')
    expect(lines[0]).toBe('# 1\\. \\# \\<b\\>\\*Now\\*\\</b\\> \\#\\# Context')
    expect(lines).toContain('> \\# two')
    expect(lines).toContain('> \\- \\[x\\] \\@team')
    expect(lines).toContain('>')
    expect(lines).toContain('- [ ] \\[x\\] done - \\[x\\] this too')
    expect(lines).toContain('- [ ] 10\\) \\| \\`cell\\` \\| \\<\\!-- gone --\\>')
    expect(lines.filter((line) => line.startsWith('#')).length).toBe(5)
  })

  it('has no sections for what was not said, and other words where they are given', () => {
    const told = exportStory()
    const bare = { ...exportTask(told, 't1'), acceptanceCriteria: [], links: [] }
    expect(bare).not.toHaveProperty('context')
    expect(taskMarkdown(bare)).not.toContain('##')
    const words = { ...TASK_WORDS, priority: 'Dringlichkeit' }
    expect(taskMarkdown(bare, words)).toContain('- **Dringlichkeit:** P2\n')
  })
})
