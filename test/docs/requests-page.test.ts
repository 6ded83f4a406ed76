import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCalendar } from '@holdfast/calendar'
import * as requests from '@holdfast/requests'
import {
  commandSchema,
  createLifecycle,
  REQUEST_CONDITIONS,
  requestsPhrases,
  SHIPPED_LIFECYCLES,
  TRIGGERS,
  toMermaid,
} from '@holdfast/requests'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../check/command.ts'
import { blocksOf } from './markdown.ts'

const folder = join(ROOT, 'packages/requests')
const page = readFileSync(join(folder, 'README.md'), 'utf8')
const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, 'src', name), 'utf8') }))
const code = sources
  .filter(({ name }) => !name.endsWith('phrases.ts'))
  .map(({ text }) => text)
  .join('\n')

/** What a pattern with one group finds, each once. */
function found(pattern: RegExp, text = code): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, one = '']) => one))].sort()
}

/** The codes in the first column of the table with a heading. */
function firstColumn(heading: string): string[] {
  const [, table = ''] =
    new RegExp(`^\\| ${heading}.*\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? []
  const cells = table.split('\n').map((row) => row.split(' | ')[0] ?? '')
  return cells.flatMap((cell) => [...cell.matchAll(/`([\w.-]+)`/g)].map(([, one = '']) => one))
}

const REFUSAL = 'requests.refusal.'
const refusals = Object.keys(requestsPhrases)
  .filter((key) => key.startsWith(REFUSAL))
  .map((key) => key.slice(REFUSAL.length))

describe('every refusal', () => {
  it('of the source has a sentence, and there is none for others', () => {
    expect(refusals).toEqual(expect.arrayContaining(found(/refusal\(\s*'([a-z-]+)'/g)))
    for (const refusal of refusals) expect(code).toContain(`'${refusal}'`)
  })

  it('is told by the page, once', () => {
    expect(firstColumn('refusal').sort()).toEqual([...refusals].sort())
  })

  it('has a test that names the situation', () => {
    const tests = readFileSync(join(folder, 'test/refusals.test.ts'), 'utf8')
    for (const refusal of refusals) expect(tests).toContain(`'${refusal}'`)
  })
})

describe('every reason', () => {
  it('of the source has a sentence', () => {
    const known = Object.keys(requestsPhrases)
    expect(known).toEqual(expect.arrayContaining(found(/['`](requests\.[\w.]+\w)['`]/g)))
  })

  it('to tell somebody has a sentence and is told by the page', () => {
    const told = found(/\btold\(\s*[^']*?'(\w+)'/g, textOf('notices.ts'))
    const codes = [...told, 'approvalAsked', 'warn', 'breach', 'resume']
    for (const one of codes) expect(requestsPhrases).toHaveProperty([`requests.notice.${one}`])
    expect(firstColumn('code').sort()).toEqual(['requests.notice.', ...codes].slice(1).sort())
  })
})

describe('the page tells of', () => {
  it('every finding', () => {
    const codes = sources
      .filter(({ name }) => /^check-|^readiness/.test(name))
      .flatMap(({ text }) => found(/code: '([a-z-]+)'/g, text))
    expect(firstColumn('finding')).toEqual(expect.arrayContaining(codes))
  })

  it('every command', () => {
    const types = commandSchema.options.map(({ shape }) => shape.type.value)
    expect(firstColumn('command \\| says').sort()).toEqual([...types].sort())
  })

  it('every event', () => {
    const [, payloads = ''] =
      /interface EventPayloads \{\n(.*?)\n\}/s.exec(textOf('event.ts')) ?? []
    const types = found(/^ {2}(\w+):/gm, payloads)
    expect(firstColumn('events').sort()).toEqual(types)
  })

  it('every trigger, and every condition that guards know', () => {
    expect(firstColumn('trigger').sort()).toEqual([...TRIGGERS].sort())
    for (const name of Object.keys(REQUEST_CONDITIONS)) expect(page).toContain(`\`${name}\``)
  })

  it('every lifecycle to begin with', () => {
    expect(firstColumn('kind')).toEqual(Object.keys(SHIPPED_LIFECYCLES))
  })

  it('everything that the package gives', () => {
    for (const name of Object.keys(requests)) expect(page).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it('the incident as it is', () => {
    const desk = createCalendar({
      id: 'desk',
      version: 1,
      timeZone: 'UTC',
      hours: { mon: [['08:00', '18:00']] },
    })
    const incident = createLifecycle(SHIPPED_LIFECYCLES.incident, { calendars: { desk } })
    const drawn = blocksOf({ path: 'README.md', text: page }).find(({ info }) => info === 'mermaid')
    expect(drawn?.code).toBe(toMermaid(incident).trimEnd())
  })
})

function textOf(file: string): string {
  return sources.find(({ name }) => name === file)?.text ?? ''
}
