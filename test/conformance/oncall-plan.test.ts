import { describe, expect, it } from 'vitest'
import { expected, planned, planVectors } from './oncall-plan.ts'

describe('simple planning agrees with a system people know', () => {
  it.each(planVectors.map((vector) => [vector.id, vector.note ?? vector.kind, vector] as const))(
    '%s, %s',
    (_id, _note, vector) => {
      expect(planned(vector)).toEqual(expected(vector))
    },
  )

  it('leaves no vector out', () => {
    expect(planVectors.length).toBeGreaterThanOrEqual(8)
  })
})
