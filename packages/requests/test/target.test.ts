import { describe, expect, it } from 'vitest'
import { targetFor } from '../src/promises/target.ts'

const targets = [
  { priorities: ['P1'], blockers: ['vendor'] },
  { priorities: ['P1', 'P2'] },
  { states: ['staging'] },
]
const situation = { priority: null, blocker: null, state: 'new' }

describe('the target that applies', () => {
  it('is the first of those that do', () => {
    const both = { ...situation, priority: 'P1', blocker: 'vendor', state: 'staging' }
    expect(targetFor(targets, both)).toBe(0)
    expect(targetFor(targets, { ...both, blocker: 'team' })).toBe(1)
    expect(targetFor(targets, { ...both, priority: 'P3' })).toBe(2)
  })

  it('is none where a priority is asked for and nobody gave one', () => {
    expect(targetFor(targets, situation)).toBe(-1)
  })

  it('is one that asks for nothing, whatever the situation', () => {
    expect(targetFor([...targets, {}], situation)).toBe(3)
  })
})
