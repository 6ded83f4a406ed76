import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NODE, ROOT, run } from '../check/command.ts'

const PROBE = join(ROOT, 'test/survival/probe.ts')

function probe(what: 'ours' | 'stock') {
  const flags = ['--conditions=@holdfast/source', '--import', 'tsx']
  return run(NODE, [...flags, PROBE, what], { cwd: join(ROOT, 'test') })
}

it('two faults in one run end a process in which the stock engine is caught', async () => {
  expect((await probe('stock')).code).not.toBe(0)
})

it('and are a refusal in ours, with every rejection handled', async () => {
  const { code, stdout } = await probe('ours')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    refused: ['facts-missing', 'facts-missing', 'facts-missing', 'value-not-list', 'facts-missing'],
    unhandled: 0,
  })
})
