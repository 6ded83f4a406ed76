/**
 * Triage rules and requests as a support desk would have them, in any number, for the benchmarks, the analysis and the
 * agreement of the executors. The same seed gives the same rules.
 */
import type { Condition, Facts, RuleDocument } from '@holdfast/rules'

/** A small generator of numbers from 0 to 1. Source: mulberry32, public domain. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const TEXTS = {
  channel: ['email', 'chat', 'phone', 'portal', 'api'],
  tier: ['free', 'basic', 'premium', 'enterprise'],
  severity: ['P1', 'P2', 'P3', 'P4'],
  product: ['billing', 'search', 'sync', 'reports', 'mobile', 'admin', 'import', 'export'],
  region: ['emea', 'amer', 'apac'],
  language: ['en', 'de', 'fr', 'es', 'ja', 'pt'],
  kind: ['incident', 'question', 'change', 'problem'],
  sentiment: ['calm', 'annoyed', 'angry'],
  plan: ['monthly', 'yearly', 'trial'],
} as const

const NUMBERS = {
  users: [5, 10, 50, 100, 250, 1000],
  ageHours: [1, 4, 8, 24, 72],
  reopened: [1, 2, 3],
  messages: [2, 5, 10, 20],
} as const

const FLAGS = ['outage', 'vip', 'securityRelated'] as const
const TAGS = ['down', 'slow', 'invoice', 'login', 'data-loss', 'gdpr', 'upgrade', 'feature']
const LEVELS = ['bronze', 'silver', 'gold', 'platinum']
const DAYS = [7, 30, 90, 365]
const TEAMS = ['platform', 'billing', 'mobile', 'integrations', 'security', 'success']

type Pick = <T>(list: readonly T[]) => T

/** So many rules, three to five comparisons each: some on one value, some on several, many of them nested. */
export function triageRules(count: number, seed = 1): RuleDocument[] {
  const roll = dice(seed)
  const pick: Pick = (list) => list[Math.floor(roll() * list.length)] as (typeof list)[number]
  const small = count <= 50
  return Array.from({ length: count }, (_, index) => {
    const conditions: Condition[] = [roll() < 0.6 ? equality(pick) : membership(roll, pick)]
    if (roll() < 0.7) conditions.push(comparison(roll, pick))
    // Where there are many rules, each is about less.
    if (!small && roll() < 0.7) conditions.push(equality(pick))
    if (roll() < 0.6) conditions.push(nested(roll, pick, small ? 1 : 2))
    if (roll() < 0.2) conditions.push({ not: comparison(roll, pick) })
    const isAssign = roll() < 0.6
    return {
      id: `rule-${index + 1}`,
      priority: 1 + Math.floor(roll() * 5),
      conditions: { all: conditions },
      event: isAssign
        ? { type: 'assign', params: { team: pick(TEAMS) } }
        : { type: 'tag', params: { tag: pick(TAGS) } },
    }
  })
}

/** The actions of these rules. */
export const TRIAGE_ACTIONS = {
  assign: { hitPolicy: 'collect' },
  tag: { hitPolicy: 'collect' },
}

function equality(pick: Pick): Condition {
  const fact = pick(Object.keys(TEXTS)) as keyof typeof TEXTS
  return { fact, operator: 'equal', value: pick<string>(TEXTS[fact]) }
}

function membership(roll: () => number, pick: Pick): Condition {
  const fact = pick(Object.keys(TEXTS)) as keyof typeof TEXTS
  const value = [pick<string>(TEXTS[fact]), pick<string>(TEXTS[fact])]
  return { fact, operator: roll() < 0.8 ? 'in' : 'notIn', value }
}

/** Either of a comparison and something that lies deeper. */
function nested(roll: () => number, pick: Pick, depth: number): Condition {
  const first = comparison(roll, pick)
  if (depth === 1) return { any: [first, comparison(roll, pick)] }
  return { any: [first, { all: [comparison(roll, pick), nested(roll, pick, depth - 1)] }] }
}

function comparison(roll: () => number, pick: Pick): Condition {
  const kind = roll()
  if (kind < 0.3) return equality(pick)
  if (kind < 0.4) return membership(roll, pick)
  if (kind < 0.62) {
    const fact = pick(Object.keys(NUMBERS)) as keyof typeof NUMBERS
    const operator = pick(['lessThan', 'greaterThan', 'greaterThanInclusive', 'lessThanInclusive'])
    return { fact, operator, value: pick<number>(NUMBERS[fact]) }
  }
  if (kind < 0.75) return { fact: pick(FLAGS), operator: 'equal', value: roll() < 0.7 }
  if (kind < 0.88) {
    return { fact: 'tags', operator: pick(['contains', 'doesNotContain']), value: pick(TAGS) }
  }
  return roll() < 0.5
    ? { fact: 'contract', path: '$.level', operator: 'equal', value: pick(LEVELS) }
    : { fact: 'contract', path: '$.days', operator: 'lessThan', value: pick(DAYS) }
}

/** So many requests. What not every channel asks for is missing from some of them. */
export function triageRequests(count: number, seed = 2): Facts[] {
  const roll = dice(seed)
  const pick: Pick = (list) => list[Math.floor(roll() * list.length)] as (typeof list)[number]
  const below = (limit: number) => Math.floor(roll() * limit)
  return Array.from({ length: count }, (_, index) => ({
    id: `request-${index + 1}`,
    channel: pick(TEXTS.channel),
    tier: pick(TEXTS.tier),
    severity: pick(TEXTS.severity),
    product: pick(TEXTS.product),
    region: pick(TEXTS.region),
    ...(roll() < 0.9 && { language: pick(TEXTS.language) }),
    kind: pick(TEXTS.kind),
    ...(roll() < 0.8 && { sentiment: pick(TEXTS.sentiment) }),
    ...(roll() < 0.9 && { plan: pick(TEXTS.plan) }),
    ...(roll() < 0.9 && { users: below(1200) }),
    ageHours: below(100),
    reopened: below(5),
    messages: below(30),
    outage: roll() < 0.1,
    vip: roll() < 0.15,
    securityRelated: roll() < 0.05,
    ...(roll() < 0.9 && { tags: TAGS.filter(() => roll() < 0.2) }),
    ...(roll() < 0.9 && { contract: { level: pick(LEVELS), days: below(400) } }),
  }))
}
