import { createRuleSet, evaluateWithEngine, type RuleSetDocument } from '@holdfast/rules'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'

const AT = '2026-03-02T09:00:00Z'

const DOCUMENT: RuleSetDocument = {
  id: 'triage',
  version: 1,
  actions: { assign: { hitPolicy: 'first' }, notify: { hitPolicy: 'collect' } },
  rules: [
    {
      id: 'vip',
      priority: 2,
      conditions: { all: [{ fact: 'customer', operator: 'equal', value: 'gold', path: '$.tier' }] },
      event: { type: 'assign', params: { team: 'platinum' } },
    },
    {
      id: 'rest',
      conditions: { all: [{ fact: 'severity', operator: 'in', value: ['P1', 'P2', 'P3'] }] },
      event: { type: 'assign', params: { team: { fact: 'team' } } },
    },
  ],
}

const ruleSet = createRuleSet(DOCUMENT, { replaceFactsInEventParams: true })

function later<T>(value: T, millis = 1): Promise<T> {
  return new Promise((done) => setTimeout(done, millis, value))
}

describe('facts that have to be fetched', () => {
  it('are fetched once however many rules ask for them, promises awaited', async () => {
    const severity = vi.fn(() => later('P2'))
    const twice = createRuleSet({
      ...DOCUMENT,
      rules: [1, 2, 3].map((n) => ({
        id: `r${n}`,
        conditions: { any: [{ fact: 'severity', operator: 'equal', value: 'P2' }] },
        event: { type: 'notify' },
      })),
    })
    const answer = await evaluateWithEngine(twice, { severity }, { at: AT })
    expect(answer).toMatchObject({ ok: true, matched: ['r1', 'r2', 'r3'] })
    expect(severity).toHaveBeenCalledTimes(1)
  })

  it('are not fetched when no rule asks', async () => {
    const team = vi.fn(() => 'core')
    const weather = vi.fn(() => 'rain')
    const facts = { customer: later({ tier: 'gold' }), severity: 'P1', team, weather }
    const answer = await evaluateWithEngine(ruleSet, facts, { at: AT })
    expect(answer).toMatchObject({ events: [{ rule: 'vip', params: { team: 'platinum' } }] })
    expect(team).not.toHaveBeenCalled()
    expect(weather).not.toHaveBeenCalled()
  })

  it('take their place in the parameters of what is decided', async () => {
    const facts = { customer: { tier: 'basic' }, severity: () => 'P1', team: () => later('core') }
    const answer = await evaluateWithEngine(ruleSet, facts, { at: AT })
    expect(answer).toMatchObject({ events: [{ rule: 'rest', params: { team: 'core' } }] })
  })

  it('reject the evaluation with their own error, after everything has settled', async () => {
    const error = new Error('the directory is down', { cause: 'cable' })
    let isSettled = false
    const customer = () => later(undefined, 5).then(() => (isSettled = true))
    const severity = () => Promise.reject(error)
    await expect(evaluateWithEngine(ruleSet, { customer, severity }, { at: AT })).rejects.toBe(
      error,
    )
    expect(isSettled).toBe(true)
  })

  it('reject it also when they throw at once', async () => {
    const error = new Error('no access')
    const severity = () => {
      throw error
    }
    await expect(evaluateWithEngine(ruleSet, { severity }, { at: AT })).rejects.toBe(error)
  })

  it('reject it where looking into them throws', async () => {
    const error = new Error('revoked')
    const customer = Object.defineProperty({}, 'tier', {
      get() {
        throw error
      },
    })
    const facts = { customer, severity: 'P1' }
    await expect(evaluateWithEngine(ruleSet, facts, { at: AT })).rejects.toBe(error)
    expect(() => ruleSet.evaluate(facts, { at: AT })).toThrow(error)
  })

  it('may fail unheard when no rule asks for them', async () => {
    const facts = {
      severity: 'P1',
      team: 'core',
      weather: Promise.reject(new Error('no forecast')),
    }
    expect(await evaluateWithEngine(ruleSet, facts, { at: AT })).toMatchObject({ ok: true })
  })
})

describe('a vocabulary', () => {
  const vocabulary = z.object({
    customer: z.object({ tier: z.string() }),
    severity: z.enum(['P1', 'P2', 'P3']),
    team: z.string().optional(),
    note: z.string().optional(),
  })
  const checked = createRuleSet(DOCUMENT, { vocabulary, replaceFactsInEventParams: true })

  it('has its facts fetched first, at once and once, to check them', async () => {
    const note = vi.fn(() => later('x'))
    const customer = vi.fn(() => later({ tier: 'gold' }))
    const facts = { customer, severity: 'P1' as const, note }
    const answer = await evaluateWithEngine(checked, facts, { at: AT })
    expect(answer).toMatchObject({ ok: true, matched: ['vip', 'rest'] })
    expect([note, customer].map((fetch) => fetch.mock.calls.length)).toEqual([1, 1])
  })

  it('refuses fetched facts as it refuses plain ones', async () => {
    const wrong = { customer: { tier: 'gold' }, severity: 'P9' }
    const plain = checked.evaluate(wrong as never, { at: AT })
    const fetched = { ...wrong, severity: () => later('P9') }
    expect(plain).toMatchObject({ refusal: { code: 'facts-invalid' } })
    expect(await evaluateWithEngine(checked, fetched as never, { at: AT })).toEqual(plain)
  })
})

it('a fact that is missing is refused by name where that is asked for', async () => {
  const answer = await evaluateWithEngine(
    ruleSet,
    { severity: 'P1' },
    { at: AT, missing: 'refuse' },
  )
  expect(answer).toMatchObject({
    refusal: { code: 'facts-missing', params: { facts: ['customer', 'team'] } },
  })
})

it('1,000 evaluations at the same time on one rule set are all right', async () => {
  const tiers = ['gold', 'basic']
  const severities = ['P1', 'P3', 'P9']
  const soon = async <T>(value: T, n: number): Promise<T> => {
    if (n % 3 === 0) return later(value, 1 + (n % 4))
    for (let turns = n % 17; turns > 0; turns--) await Promise.resolve()
    return value
  }
  const requests = Array.from({ length: 1000 }, (_, n) => ({
    n,
    facts: {
      customer: { tier: tiers[n % 2] },
      severity: severities[n % 3],
      team: `team-${n}`,
    },
  }))
  const answers = await Promise.all(
    requests.map(({ n, facts: { customer, severity, team } }) => {
      const facts = {
        customer: () => soon(customer, n),
        severity: soon(severity, n * 7),
        team: () => soon(team, n * 13),
      }
      return evaluateWithEngine(ruleSet, facts, { at: AT })
    }),
  )
  expect(answers).toEqual(requests.map(({ facts }) => ruleSet.evaluate(facts, { at: AT })))
})

it('an instant that is none is refused before anything is fetched', async () => {
  const severity = vi.fn(() => 'P1')
  await expect(evaluateWithEngine(ruleSet, { severity }, { at: 'soon' })).rejects.toMatchObject({
    code: 'not-an-instant',
  })
  expect(severity).not.toHaveBeenCalled()
})
