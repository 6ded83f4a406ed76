import { describe, expect, it } from 'vitest'
import { answer, CASES, normal, subjects } from './business-time.ts'

describe('business time agrees with the systems people know', () => {
  it.each(subjects())('$id, $form', ({ calendar, vectors }) => {
    const answers = vectors.map((vector) => ({ id: vector.id, answer: answer(calendar, vector) }))
    expect(answers).toEqual(vectors.map(({ id, expected }) => ({ id, answer: normal(expected) })))
  })

  it('leaves no case out', () => {
    const asked = new Set(subjects().flatMap(({ vectors }) => vectors.map(({ id }) => id)))
    expect(asked.size).toBe(CASES)
    expect(CASES).toBeGreaterThan(300)
  })
})
