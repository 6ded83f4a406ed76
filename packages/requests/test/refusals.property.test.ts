import { calendarPhrases } from '@holdfast/calendar'
import type { Reason } from '@holdfast/kernel'
import { refusalSchema } from '@holdfast/kernel'
import { rulesPhrases } from '@holdfast/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commandSchema,
  decide,
  evolve,
  explainRefusal,
  type RequestCommand,
  type RequestState,
  requestsPhrases,
} from '../src/index.ts'
import { context } from './told-story.ts'

const phrases = { ...calendarPhrases, ...rulesPhrases, ...requestsPhrases }
const START = Date.parse('2027-03-01T09:00:00Z')
const HOUR = 3_600_000

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const parties = one('person:ada', 'person:eve', 'customer:acme', 'system:timer', 'team:support')
const word = one('export', 'deploy', '7', '8', 'risk', 'internal', 'customer', 'person:ada')
const links = fc.array(fc.record({ relation: one('contact', 'product'), to: word }), {
  maxLength: 2,
})
const parts = fc.array(
  fc.record({ task: word, request: word, title: word, links }, { requiredKeys: ['title'] }),
  { maxLength: 2 },
)

/** Any part of any command; those that a type does not have are left out. */
const said = fc.record({
  kind: one('incident', 'change', 'wish'),
  to: one('fixing', 'verifying', 'team:platform', 'team:sales', 'person:ada', 'nowhere'),
  for: one('customer', 'vendor', 'date', 'vendr'),
  until: one<number | string>(START + 3 * HOUR, START - HOUR, 'soon'),
  reason: one('because', ''),
  summary: word,
  cause: word,
  effect: word,
  task: word,
  team: one('team:platform'),
  title: word,
  what: word,
  minutes: one(5, 30),
  approval: word,
  child: word,
  parent: word,
  as: word,
  status: one('open', 'closed'),
  duration: one('PT1H', 'PT0S', 'P1M'),
  audience: one('public', 'internal'),
  link: fc.record({ relation: one('contact'), to: word }),
  into: parts,
})

/** What each type of command can say. */
const options = commandSchema.options.map(({ shape }) => ({
  type: shape.type.value,
  keys: new Set(Object.keys(shape)),
}))

const commands = fc
  .record({ option: one(...options), by: parties, all: said, after: fc.nat({ max: 20 }) })
  .map(({ option: { type, keys }, by, all, after }) => {
    const own = Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)))
    const into = all.into.map(({ task, request, title, links: of }) =>
      type === 'split' ? { request, title, links: of } : { task, title, links: of },
    )
    return { after, command: { type, by, ...own, ...(keys.has('into') && { into }) } }
  })

describe('Whatever is asked of a request', () => {
  it('is done or refused, and every part of a refusal has a sentence', () => {
    fc.assert(
      fc.property(
        one('incident', 'change'),
        fc.array(commands, { maxLength: 30 }),
        (kind, asked) => {
          let state: RequestState | null = null
          let at = START
          const first = { type: 'submit', by: 'customer:acme', kind }
          for (const [nth, command] of [first, ...asked.map((each) => each.command)].entries()) {
            at += (asked[nth - 1]?.after ?? 0) * HOUR
            const whole = { id: `c${nth}`, request: '7', ...command } as RequestCommand
            const decision = decide(state, whole, context, at)
            if (decision.ok) for (const event of decision.events) state = evolve(state, event)
            else {
              expect(refusalSchema.safeParse(decision.refusal).success).toBe(true)
              expect(codesOf(explainRefusal(decision.refusal)).filter(isUnsaid)).toEqual([])
            }
          }
        },
      ),
    )
  })

  it('is refused and not thrown where it is no command at all', () => {
    fc.assert(
      fc.property(fc.anything(), (asked) => {
        const decision = decide(null, asked as never, context, START)
        expect(decision).toMatchObject({ ok: false, refusal: { code: 'command-invalid' } })
      }),
    )
  })
})

function codesOf({ code, children }: Reason): readonly string[] {
  return [code, ...children.flatMap(codesOf)]
}

function isUnsaid(code: string): boolean {
  return !Object.hasOwn(phrases, code)
}
