/**
 * Triage rules side by side with a program written by hand and with the engines people use, in one run, on the same
 * requests; every peer gives the same answers. Writes Markdown.
 */
import { backTestRuleSets, createRuleSet, type Facts, type RuleSet } from '@holdfast/rules'
import { formatNanos, table } from '@holdfast/test/measure'
import * as z from 'zod'
import { handWritten, jsonLogicEngine, jsonRulesEngine, type Peer, zenEngine } from './peers.ts'
import { TRIAGE_ACTIONS, triageRequests, triageRules } from './triage-set.ts'

const REQUESTS = 20_000
const ROUNDS = 5

const requests = triageRequests(REQUESTS)

/** What triage requests hold, typed. */
const vocabulary = z.object({
  id: z.string(),
  channel: z.enum(['email', 'chat', 'phone', 'portal', 'api']),
  tier: z.enum(['free', 'basic', 'premium', 'enterprise']),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']),
  product: z.enum(['billing', 'search', 'sync', 'reports', 'mobile', 'admin', 'import', 'export']),
  region: z.enum(['emea', 'amer', 'apac']),
  language: z.string().optional(),
  kind: z.enum(['incident', 'question', 'change', 'problem']),
  sentiment: z.enum(['calm', 'annoyed', 'angry']).optional(),
  plan: z.enum(['monthly', 'yearly', 'trial']).optional(),
  users: z.int().optional(),
  ageHours: z.int(),
  reopened: z.int(),
  messages: z.int(),
  outage: z.boolean(),
  vip: z.boolean(),
  securityRelated: z.boolean(),
  tags: z.array(z.string()).optional(),
  contract: z.object({ level: z.string(), days: z.int() }).optional(),
})

function holdfast(name: string, ruleSet: RuleSet): Peer {
  return {
    name,
    decide: (request) => {
      const evaluation = ruleSet.evaluate(request, { at: 0 })
      return evaluation.ok ? evaluation.matched : []
    },
  }
}

function document(count: number) {
  return { id: 'triage', version: 1, actions: TRIAGE_ACTIONS, rules: triageRules(count) }
}

/** Nanoseconds a request, over as many requests as fit a peer of its speed. */
async function timeOf({ decide }: Peer, count: number): Promise<number> {
  let sink = 0
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const answer = decide(requests[index % REQUESTS] as Facts)
    // An answer that comes at once is not waited for, or waiting would be all that is measured.
    sink += answer instanceof Promise ? (await answer).length : answer.length
  }
  const nanos = ((performance.now() - start) * 1e6) / count
  if (Number.isNaN(sink)) throw new Error('no answer')
  return nanos
}

async function answersAlike(peers: readonly Peer[]): Promise<void> {
  const [first, ...others] = peers
  for (const request of requests.slice(0, 500)) {
    const expected = [...((await first?.decide(request)) ?? [])].sort().join()
    for (const peer of others) {
      const found = [...(await peer.decide(request))].sort().join()
      if (found !== expected) throw new Error(`${peer.name} gives ${found}, not ${expected}`)
    }
  }
}

/** Bytes left behind by a decision. */
function garbageOf({ decide }: Peer): number {
  const count = 2_000
  const collect = globalThis.gc as () => void
  for (const request of requests.slice(0, count)) void decide(request)
  collect()
  const before = process.memoryUsage().heapUsed
  for (const request of requests.slice(0, count)) void decide(request)
  return (process.memoryUsage().heapUsed - before) / count
}

async function compare(count: number): Promise<void> {
  const rules = triageRules(count)
  const start = performance.now()
  const open = createRuleSet(document(count))
  const loading = performance.now() - start
  const peers: [Peer, number][] = [
    [handWritten(rules), REQUESTS],
    [holdfast('@holdfast/rules', open), REQUESTS],
    [
      holdfast(
        '@holdfast/rules, typed facts',
        createRuleSet(document(count), { vocabulary }) as never,
      ),
      REQUESTS,
    ],
    [jsonLogicEngine(rules), REQUESTS],
    [zenEngine(rules), count > 100 ? 1_000 : 3_000],
    [jsonRulesEngine(rules), count > 100 ? 300 : 2_000],
  ]
  await answersAlike(peers.map(([peer]) => peer))
  const times = peers.map(() => [] as number[])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [peer, much]] of peers.entries())
      times[index]?.push(await timeOf(peer, much))
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[ROUNDS >> 1] as number)
  const [byHand = 1] = medians
  console.log(`### ${count} rules\n`)
  console.log(
    table(
      ['', 'a decision', 'to if/else'],
      peers.map(([{ name }], index) => {
        const nanos = medians[index] as number
        return [
          name,
          formatNanos(nanos),
          `${(nanos / byHand).toFixed(nanos < 10 * byHand ? 1 : 0)} x`,
        ]
      }),
    ),
  )
  const bytes = Math.round(garbageOf(holdfast('', open)))
  const slowest = medians[medians.length - 1] as number
  const ratio = Math.round(slowest / (medians[1] as number))
  console.log(
    `\njson-rules-engine takes ${ratio} times as long as @holdfast/rules, which leaves ${bytes} bytes of garbage a decision; loading took ${loading.toFixed(0)} ms.\n`,
  )
}

/** A rule set and its next version: one rule asks for more users. */
function backTest(count: number, many: number): void {
  const before = document(count)
  const after = { ...before, version: 2, rules: triageRules(count, 1).slice(1) }
  function* history() {
    for (let index = 0; index < many; index++) {
      yield { facts: requests[index % REQUESTS] as Facts, at: index }
    }
  }
  const start = performance.now()
  const { total, changed } = backTestRuleSets(
    createRuleSet(before),
    createRuleSet(after),
    history(),
  )
  const seconds = (performance.now() - start) / 1000
  console.log(
    `A back-test of ${total} requests on two versions of ${count} rules took ${seconds.toFixed(1)} s on one core; ${changed} change.\n`,
  )
}

await compare(30)
await compare(300)
backTest(300, 1_000_000)
process.exit()
