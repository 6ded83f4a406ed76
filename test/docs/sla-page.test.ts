import { readFileSync } from 'node:fs'
import { createCalendar } from '@holdfast/calendar'
import { fromYaml } from '@holdfast/kernel/source'
import { checkChain, checkSlaPolicy, createSlaPolicy, METRICS } from '@holdfast/sla'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../packages/sla/README.md', import.meta.url), 'utf8')
const [, text = ''] = /```yaml\n(.*?)```/s.exec(page) ?? []
const source = fromYaml(text, { name: 'README.md' })
const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: [['09:00', '17:00']], thu: [['09:00', '17:00']] },
})
const deps = { calendars: { office } }

it('the policy of the page is sound, and its chain fits', () => {
  expect(checkSlaPolicy(source, deps)).toEqual([])
  const policy = createSlaPolicy(source, deps)
  expect(checkChain(policy, { from: '2027-01-01T00:00:00Z' }).fits).toBe(true)
})

it('the page tells of every usual metric', () => {
  for (const name of Object.keys(METRICS)) expect(page).toContain(`\n| \`${name}\` |`)
})
