import { describe, expect, it } from 'vitest'
import { agentsNeeded, blocking, offeredLoad, queueOf, waitProbability } from '../../src/index.ts'
import { codesOf, faultsOf, partOf } from './reasons.ts'

/** 200 calls an hour of three minutes each, and 80 % of them answered in 20 seconds. */
const calls = { arrivals: 200, interval: 'PT1H', handleTime: 'PT3M', targetWait: 'PT20S' }
const classic = { ...calls, serviceLevel: 0.8 }

describe('the load of work', () => {
  it('is the number of agents it keeps busy', () => {
    expect(offeredLoad({ arrivals: 20, interval: 'PT1H', handleTime: 'PT3M' })).toBe(1)
    expect(offeredLoad({ arrivals: 0, interval: 'PT1H', handleTime: 'PT3M' })).toBe(0)
    expect(offeredLoad({ arrivals: 1.5, interval: 1_000, handleTime: 500 })).toBe(0.75)
  })
})

describe('who finds all busy', () => {
  it('is everybody where there is nobody to serve', () => {
    expect(blocking(3, 0)).toBe(1)
    expect(waitProbability(3, 3)).toBe(1)
    expect(waitProbability(3, 2)).toBe(1)
  })

  it('is nobody where nobody comes', () => {
    expect(blocking(0, 2)).toBe(0)
    expect(waitProbability(0, 2)).toBe(0)
  })

  it('can be counted for a thousand erlangs, and for a million', () => {
    expect(blocking(1_000, 1_000)).toBeCloseTo(0.024_5, 3)
    expect(waitProbability(1_000, 1_001)).toBeCloseTo(0.961, 3)
    // Of many servers as busy as this, the share is about the root of 2 / (pi * servers).
    expect(blocking(1_000_000, 1_000_000)).toBeCloseTo(Math.sqrt(2e-6 / Math.PI), 5)
  })
})

describe('a queue', () => {
  it('is what the agents who are there make of it', () => {
    const queue = queueOf({ ...calls, agents: 14 })
    expect(queue).toMatchObject({ ok: true, load: 10, abandonment: 0 })
    if (!queue.ok) return
    expect(queue.serviceLevel).toBeCloseTo(0.888_35, 6)
    expect(queue.averageWait).toBeCloseTo(7_836, 0)
  })

  it('grows for ever when there are no more agents than load, and that is refused', () => {
    for (const agents of [9, 10]) {
      const queue = queueOf({ ...calls, agents })
      expect(queue).toMatchObject({
        ok: false,
        refusal: {
          code: 'queue-grows',
          params: { load: 10, agents },
          nextSteps: [{ code: 'oncall.queueMoreAgents', params: { agents: 11 } }],
        },
      })
      if (queue.ok) return
      expect(faultsOf([...queue.refusal.reasons, ...queue.refusal.nextSteps])).toEqual([])
    }
  })

  it('does not grow for ever when people give up: half of them where there are half the agents', () => {
    const queue = queueOf({ ...calls, agents: 5, patience: 'PT2M' })
    expect(queue.ok && queue.abandonment).toBeCloseTo(0.5, 1)
    expect(queue.ok && queue.occupancy).toBeLessThan(1)
  })

  it('where nobody may wait at all answers those who come while somebody is free', () => {
    const queue = queueOf({ ...calls, targetWait: 0, agents: 14 })
    expect(queue.ok && queue.serviceLevel + queue.waitProbability).toBeCloseTo(1, 12)
  })

  it('where nobody comes keeps everybody idle, patient or not', () => {
    const idle = { waitProbability: 0, serviceLevel: 1, averageWait: 0, occupancy: 0 }
    const none = { ...calls, arrivals: 0, agents: 1 }
    expect(queueOf(none)).toEqual({ ok: true, load: 0, abandonment: 0, ...idle })
    expect(queueOf({ ...none, patience: 'PT1M' })).toEqual(queueOf(none))
  })
})

describe('the agents that are needed', () => {
  it('are 14 for the classic example', () => {
    const { agents, agentsWithShrinkage, load } = agentsNeeded(classic)
    expect({ agents, agentsWithShrinkage, load }).toEqual({
      agents: 14,
      agentsWithShrinkage: 14,
      load: 10,
    })
  })

  it('are at least one more than a whole load', () => {
    expect(agentsNeeded({ ...classic, serviceLevel: 0 }).agents).toBe(11)
    expect(agentsNeeded({ ...classic, arrivals: 0 }).agents).toBe(1)
  })

  it('may be fewer than the load where people give up', () => {
    const impatient = { ...classic, serviceLevel: 0.3, patience: 'PT1M' }
    expect(agentsNeeded(impatient).agents).toBeLessThan(10)
  })

  it('are more where fewer may give up', () => {
    const impatient = { ...classic, serviceLevel: 0.5, patience: 'PT5M' }
    const few = agentsNeeded({ ...impatient, maxAbandonment: 0.02 })
    expect(few.agents).toBeGreaterThan(agentsNeeded(impatient).agents)
    expect(few.abandonment).toBeLessThanOrEqual(0.02)
  })

  it('are not one more because of rounding', () => {
    // 2.1 erlangs keep 3 agents busy to 70 %, and 7 of 10 are there when 30 % are away.
    const busy = { arrivals: 63, interval: 'PT1H', handleTime: 'PT2M', targetWait: 'PT30M' }
    const { agents } = agentsNeeded({ ...busy, serviceLevel: 0.5, maxOccupancy: 0.7 })
    expect(agents).toBe(3)
    const away = { ...classic, arrivals: 0, shrinkage: 0.9 }
    expect(agentsNeeded(away).agentsWithShrinkage).toBe(10)
  })

  it('come with what they rest on, and with what one fewer would miss', () => {
    const { reason } = agentsNeeded({ ...classic, shrinkage: 0.3, maxOccupancy: 0.85 })
    expect(codesOf(reason)).toEqual([
      'oncall.agentsNeeded',
      'oncall.offeredLoad',
      'oncall.queueServed',
      'oncall.queueBusy',
      'oncall.queueOneFewer',
      'oncall.queueShrinkage',
    ])
    expect(partOf(reason, 'oncall.queueOneFewer')?.params).toEqual({
      agents: 13,
      missed: ['serviceLevel'],
    })
    expect(partOf(reason, 'oncall.offeredLoad')?.params).toEqual({
      arrivals: 200,
      interval: 3_600_000,
      handleTime: 180_000,
      load: 10,
    })
    expect(faultsOf([reason])).toEqual([])
  })

  it('say which targets one fewer would miss', () => {
    const missedBy = (terms: object) =>
      partOf(agentsNeeded({ ...classic, ...terms }).reason, 'oncall.queueOneFewer')?.params[
        'missed'
      ]
    expect(missedBy({ serviceLevel: 0 })).toEqual(['stability'])
    expect(missedBy({ maxOccupancy: 0.5 })).toEqual(['occupancy'])
    expect(missedBy({ patience: 'PT5M', serviceLevel: 0, maxAbandonment: 0.01 })).toEqual([
      'abandonment',
    ])
    expect(missedBy({ arrivals: 0 })).toBeUndefined()
    expect(faultsOf([agentsNeeded({ ...classic, patience: 'PT5M' }).reason])).toEqual([])
  })
})

describe('what means nothing is refused, every value of it named', () => {
  const refused = (terms: object) => () => agentsNeeded({ ...classic, ...terms })
  const thrownBy = (act: () => unknown): { code?: string; message?: string; name?: string } => {
    try {
      act()
      return {}
    } catch (error) {
      return error as object
    }
  }

  it.each([
    [{ arrivals: -1 }, 'arrivals-invalid'],
    [{ arrivals: Number.NaN }, 'arrivals-invalid'],
    [{ arrivals: 1e9 }, 'load-invalid'],
    [{ interval: 0 }, 'interval-invalid'],
    [{ interval: 'PT1X' }, 'duration-invalid'],
    [{ interval: 'P1D' }, 'duration-not-fixed'],
    [{ handleTime: -1 }, 'handle-time-invalid'],
    [{ targetWait: -1 }, 'target-wait-invalid'],
    [{ patience: 0 }, 'patience-invalid'],
    [{ patience: 'PT5000H' }, 'patience-invalid'],
    [{ serviceLevel: 1 }, 'service-level-invalid'],
    [{ maxOccupancy: 0 }, 'max-occupancy-invalid'],
    [{ maxOccupancy: 1.1 }, 'max-occupancy-invalid'],
    [{ shrinkage: 1 }, 'shrinkage-invalid'],
    [{ maxAbandonment: 0 }, 'max-abandonment-invalid'],
    [{ maxOccupancy: 1e-9 }, 'agents-out-of-range'],
    [{ arrivals: 20e6 }, 'agents-out-of-range'],
  ])('%j: %s', (terms, code) => {
    expect(refused(terms)).toThrow(expect.objectContaining({ code }))
  })

  it('names all that is wrong at once', () => {
    const { code, message } = thrownBy(refused({ arrivals: -7, shrinkage: 12, serviceLevel: 80 }))
    expect(code).toBe('arrivals-invalid')
    for (const value of ['-7', '12', '80']) expect(message).toContain(value)
  })

  it('is a matter of type where something is no number', () => {
    const { code, name } = thrownBy(refused({ arrivals: -7, shrinkage: '30 %' }))
    expect({ code, name }).toEqual({ code: 'shrinkage-invalid', name: 'TypeError' })
  })

  it('is asked for with whole agents', () => {
    for (const agents of [0, 1.5, 2_000_000]) {
      expect(thrownBy(() => queueOf({ ...calls, agents })).code).toBe('agents-invalid')
      expect(thrownBy(() => waitProbability(1, agents)).code).toBe('agents-invalid')
    }
    expect(thrownBy(() => blocking(1, -1)).code).toBe('servers-invalid')
    expect(thrownBy(() => blocking(-1, 1)).code).toBe('load-invalid')
  })
})
