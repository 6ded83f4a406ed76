import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ADVICE } from '../src/advice.ts'
import { sampleHistory } from '../src/sample-history.ts'
import { schemaText } from '../src/schema.ts'

function textOf(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
}

test('the schema for editors is that of the vocabulary; `pnpm schema` writes it', () => {
  expect(textOf('rules/triage.schema.json')).toBe(schemaText())
})

test('the rules name the schema, so that editors find it', () => {
  expect(textOf('rules/triage.yaml')).toMatch(
    /^# yaml-language-server: \$schema=triage.schema.json/,
  )
})

test('the history is the one that is made up; `pnpm history` writes it', () => {
  expect(textOf('history/requests.jsonl')).toBe(sampleHistory())
})

test('the README says what to do about every kind of finding that has advice', () => {
  const readme = textOf('README.md')
  for (const code of Object.keys(ADVICE)) expect(readme).toContain(`| \`${code}\` |`)
})
