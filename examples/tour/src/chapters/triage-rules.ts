import { formatFinding } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import {
  backTestRuleSets,
  type Condition,
  createRuleSet,
  diffRuleSets,
  explained,
  type Facts,
  type RuleEvent,
  type RuleSet,
  rulesPhrases,
  type WitnessRequest,
} from '@holdfast/rules'
import { documentNamed } from '../documents.ts'
import { type DeskFacts, deskFacts, lastMonth } from '../last-month.ts'
import type { Chapter, Teller } from '../story.ts'

type Desk = RuleSet<DeskFacts>

const timeZone = 'Europe/Zurich'
const reading = { timeZone, phrases: [rulesPhrases] }
const year = { from: '2027-04-01T00:00:00Z', to: '2028-04-01T00:00:00Z' }
const at = '2027-04-01T08:00:00Z'

/** A team lead edits the triage rules, and a promise is about to be broken that nobody touched. */
export const triageRules: Chapter = { title: 'Which case applies?', tell }

function tell({ say }: Teller): void {
  const before = rulesNamed('desk-triage.yaml')
  const edited = rulesNamed('desk-triage-edited.yaml')
  const repaired = rulesNamed('desk-triage-repaired.yaml')

  say('The desk promises platinum customers such as Acme an engineer at once when security is at')
  say(
    'stake. A team lead puts two new rules on top: VIPs with 200 seats and more go to the success',
  )
  say('team, smaller ones to partners. Neither takes every such request, but both together do:')
  say()
  const [finding] = edited.check(year)
  if (finding === undefined) return
  say(`  ${formatFinding(finding)}`)
  const { facts } = finding.witness as WitnessRequest & { facts: DeskFacts }
  say(`  shown by: ${requestText(facts)}`)
  say()
  say('Why does that request not reach the engineer on call? Every comparison, as it came out:')
  say()
  say(renderReason(explained(edited).evaluate(facts, { at }).reason, reading))
  say()
  say('What would have to be different? Under the edited rules nothing helps, under the old ones a')
  say('question about security is one fact away:')
  const question: DeskFacts = { ...facts, kind: 'question' }
  for (const [ruleSet, asked] of [
    [edited, facts],
    [before, question],
  ] as const) {
    const { reason } = explained(ruleSet).whyNot('security-to-on-call', asked, { at })
    // The rule itself was explained above.
    const change = reason.children.find(({ code }) => code !== 'rules.rule')
    if (change === undefined) continue
    const words = renderReason(change, reading).replaceAll('\n', '\n  ')
    say(`  version ${ruleSet.version}: ${words}`)
  }
  say()

  say('What the edit changes, over all requests there could be, one to show each:')
  sayDifferences(before, edited, say)
  const past = backTestRuleSets(before, edited, lastMonth())
  const { lost = 0, before: were = 0 } = past.byRule['security-to-on-call'] ?? {}
  say(
    `Of the ${past.total} requests of last month it would have sent ${past.changed} elsewhere, among them`,
  )
  say(`${lost} of the ${were} that reached the engineer on call.`)
  say()

  const findings = repaired.check(year).length
  const apart = [before, repaired].map((one) => except(one, whatWasMeant)) as [Desk, Desk]
  const isProved = diffRuleSets(...apart, year).equivalent
  const now = backTestRuleSets(before, repaired, lastMonth())
  const broken = now.byRule['security-to-on-call']?.lost ?? 0
  say(
    `So the two rules move below the promise. Now the check finds ${findings} faults. Apart from what else`,
  )
  say('platinum customers ask for, which was meant to change, every request is decided as before:')
  say(`  ${isProved ? 'proved, for every request there could be' : 'not so'}`)
  say(
    `Of last month’s requests ${now.changed} would have gone elsewhere, ${broken} of them promised an engineer.`,
  )
}

const whatWasMeant: Condition = {
  all: [
    { fact: 'level', operator: 'equal', value: 'platinum' },
    {
      not: {
        all: [
          { fact: 'kind', operator: 'equal', value: 'incident' },
          { fact: 'tags', operator: 'contains', value: 'security' },
        ],
      },
    },
  ],
}

/** The same rules with a case taken out: a rule on top decides it, whatever the others say. */
function except({ document }: Desk, conditions: Condition): Desk {
  const event = { type: 'assign', params: { to: 'nobody' } }
  const rules = [{ id: 'excepted', conditions, event }, ...(document.rules ?? [])]
  return createRuleSet({ ...document, rules } as never, { vocabulary: deskFacts })
}

function rulesNamed(name: string): Desk {
  return createRuleSet(documentNamed(name), { vocabulary: deskFacts })
}

function sayDifferences(a: Desk, b: Desk, say: Teller['say']) {
  const told = new Set<string>()
  for (const { witness, before, after } of diffRuleSets(a, b, year).differences) {
    const way = `  from ${receiver(before)} to ${receiver(after)}, for example ${requestText(witness.facts)}`
    if (!told.has(way)) say(way)
    told.add(way)
  }
}

function receiver(events: readonly RuleEvent[]): string {
  return events.map(({ params }) => String(params['to'])).join(', ')
}

function requestText(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`)
    .join(', ')
}
