import { rosterModel } from '@holdfast/oncall'
import { describe, expect, it } from 'vitest'
import { proveRoster } from '../src/index.ts'
import { matrixOf } from '../src/matrix.ts'
import { solve } from '../src/solve.ts'
import { solverPath } from '../src/solver-path.ts'
import { person, problem, slot, week } from './desk.ts'

const long = problem(
  Array.from({ length: 60 }, (_, nth) =>
    slot(`s${nth}`, Math.floor(nth / 2), nth % 2 === 0 ? 8 : 16),
  ),
  ['ada', 'ben', 'eve', 'jan', 'kim', 'lea'].map((name, nth) => person(name, { share: 100 - nth })),
  { rules: { rest: 'PT11H', maxShifts: [{ shifts: 5, days: 7 }], weeklyBlock: 'PT40H' } },
)

const coded = (code: string) => expect.objectContaining({ code }) as Error

describe('the solver', () => {
  it('does not keep its host waiting', async () => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 5)
    await proveRoster(week)
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(2)
  })

  it('is stopped when its question is given up', async () => {
    const control = new AbortController()
    const proof = proveRoster(long, { signal: control.signal })
    const reason = new Error('the lead has gone home')
    setTimeout(() => control.abort(reason), 50)
    await expect(proof).rejects.toBe(reason)
    await expect(proveRoster(long, { signal: control.signal })).rejects.toBe(reason)
  })

  it('stops when its time is up', async () => {
    const { status } = await proveRoster(long, { timeLimit: 100 })
    expect(['unknown', 'feasible']).toContain(status)
  })

  it('is refused a time below zero', async () => {
    await expect(proveRoster(week, { timeLimit: -1 })).rejects.toThrow(coded('time-limit-invalid'))
  })

  it('fails aloud where it is given what it cannot read', async () => {
    const matrix = { ...matrixOf(rosterModel(week)), numRows: 1 }
    const options = { start: null, timeLimit: null, signal: undefined }
    await expect(solve(matrix, options)).rejects.toThrow(coded('solver-failed'))
  })

  it('is asked for by name where it is not installed', () => {
    expect(() => solverPath('highs-is-not-here')).toThrow(coded('highs-missing'))
  })
})
