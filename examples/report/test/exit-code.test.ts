import { expect, test } from 'vitest'
import { exitCodeOf } from '../src/exit-code.ts'
import type { Wrong } from '../src/options.ts'
import { trouble } from '../src/trouble.ts'

/** How a call ends whose report ends like this. */
async function answered(asked: { readonly help?: boolean } | Wrong, error?: Error) {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => (said.out += text),
    err: (text: string) => (said.err += text),
  }
  const report = () => (error === undefined ? Promise.resolve() : Promise.reject(error))
  return { code: await exitCodeOf(asked, terminal, { help: 'how to call', report }), ...said }
}

test('a wrong call is told how to call, and who asks for that is told too', async () => {
  expect(await answered({ wrong: 'no' })).toEqual({ code: 2, out: '', err: 'no\n\nhow to call' })
  expect(await answered({ help: true })).toEqual({ code: 0, out: 'how to call', err: '' })
})

test('what a user can put right is said on a line; what nobody foresaw is thrown', async () => {
  expect(await answered({})).toEqual({ code: 0, out: '', err: '' })
  expect(await answered({}, trouble('shut'))).toEqual({ code: 1, out: '', err: 'shut\n' })
  const neverOpen = Object.assign(new RangeError('never'), { code: 'never-open' })
  expect(await answered({}, neverOpen)).toMatchObject({ code: 1 })
  await expect(answered({}, new RangeError('off'))).rejects.toThrow(RangeError)
})
