import { describe, expect, it } from 'vitest'
import { answers, scenarios } from './sla-scenarios.ts'

describe('clocks of requests agree with a system people know', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario.source.spec, scenario] as const))(
    '%s, %s',
    (_id, _spec, scenario) => {
      expect(answers(scenario)).toEqual(scenario.expect)
    },
  )

  it('leaves no scenario out, and none without an expectation', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(16)
    expect(scenarios.every(({ expect: asked }) => Object.keys(asked).length > 0)).toBe(true)
  })
})
