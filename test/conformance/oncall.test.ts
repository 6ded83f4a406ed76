import { describe, expect, it } from 'vitest'
import { asked, compare, vectors } from './oncall.ts'
import { OTHER_KINDS, OTHER_RULES } from './oncall-deviations.ts'

describe('who is on duty agrees with the systems people know', () => {
  it.each(asked.map((vector) => [vector.id, vector.kind, vector] as const))(
    '%s, %s',
    (_id, _kind, vector) => {
      const { answer, expected } = compare(vector)
      expect(expected).toBeDefined()
      expect(answer).toEqual(expected)
    },
  )

  it('leaves out only cases and kinds that there are', () => {
    const [ids, kinds] = [vectors.map(({ id }) => id), vectors.map(({ kind }) => kind)]
    expect(Object.keys(OTHER_RULES).filter((id) => !ids.includes(id))).toEqual([])
    expect(Object.keys(OTHER_KINDS).filter((kind) => !kinds.includes(kind))).toEqual([])
    expect(asked.length).toBeGreaterThanOrEqual(100)
  })
})
