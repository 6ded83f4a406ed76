import { describe, expect, it } from 'vitest'
import { answer, vectors } from './erlang.ts'

/** What the library calls the errors of the vectors. */
const CODES: Readonly<Record<string, string>> = {
  'unstable: agents must exceed the load': 'queue-grows',
}

describe('staffing agrees with a library people know', () => {
  it.each(vectors.map((vector) => [vector.id, vector.kind, vector] as const))(
    '%s, %s',
    (_id, _kind, vector) => {
      const answered = answer(vector)
      for (const [name, expected] of Object.entries(vector.expect)) {
        const given = answered[name]
        if (typeof expected === 'string') expect([name, given]).toEqual([name, CODES[expected]])
        else if (Number.isInteger(expected)) expect([name, given]).toEqual([name, expected])
        else expect(Math.abs((given as number) - expected), name).toBeLessThan(1e-6)
      }
    },
  )

  it('leaves no case out, and none without an expectation', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(46)
    expect(vectors.every(({ expect: asked }) => Object.keys(asked).length > 0)).toBe(true)
  })
})
