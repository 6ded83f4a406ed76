import { EMPTY_SET, type Instant, type PartyRef, reason, toInstant } from '@holdfast/kernel'
import { countedSpans, type DutySpan, dutyByPerson } from '../fairness/duty-span.ts'
import { homesOf } from '../fairness/homes.ts'
import { timeOf } from '../span.ts'
import { averageBreaches } from './average-breaches.ts'
import type { RestRule, RestRules } from './document.ts'
import { incidentBreaches } from './incident-breaches.ts'
import type { Breach, Judged } from './judged.ts'
import { restBreaches } from './rest-breaches.ts'
import type { Incident, RestQuestion, RestReport, RestViolation } from './violation.ts'

/**
 * Where duty in `[from, to)` is against rules of rest and working time, as `createRestRules` makes them.
 *
 * - Rest within hours is looked for from the beginning of each duty after enough rest; rest within a week in each week of
 *   the person's own clock, Monday to Monday, that the span touches.
 * - Averages and shares hold for every period that lies in the span, from its beginning and from each local midnight;
 *   for the span itself where it is shorter. Of periods on end that all have too much, the worst is told.
 * - Incidents count in parts of a duty from its beginning.
 *
 * On call at home is not like duty at a desk: give `worked` for rules that count work only. What begins before the span is
 * not told again; shifts around it are looked at, so give them too.
 * Throws `RangeError` `span-reversed`, and what `toInstant` throws.
 */
export function restViolations(
  shifts: readonly DutySpan[],
  pack: RestRules,
  question: RestQuestion,
): RestReport {
  const span = timeOf(question)
  const duty = dutyByPerson(countedSpans(shifts, question.shadows))
  const work =
    question.worked === undefined ? duty : dutyByPerson(countedSpans<DutySpan>(question.worked))
  const absent = dutyByPerson(countedSpans<DutySpan>(question.absences ?? []))
  const people = [...new Set([...duty.keys(), ...work.keys()])].sort()
  const { homes, withoutHome } = homesOf(people, question)
  const canJudge = ({ kind }: RestRule) => kind !== 'incidents' || question.incidents !== undefined
  const violations = people.flatMap((person) => {
    const about = {
      person,
      home: homes.get(person),
      absent: absent.get(person) ?? EMPTY_SET,
      incidents: incidentsOf(person, question.incidents ?? []),
      span,
    }
    return pack.rules
      .filter((rule) => canJudge(rule) && (about.home !== undefined || !needsHome(rule)))
      .flatMap((rule) => {
        const busy = (rule.counts === 'duty' ? duty : work).get(person) ?? EMPTY_SET
        return breachesOf(rule, { ...about, busy }).map((breach) =>
          violationOf(pack, rule, person, breach),
        )
      })
  })
  return {
    ...span,
    pack: pack.id,
    isKept: violations.length === 0,
    violations: violations.sort((a, b) => a.from - b.from),
    withoutHome,
    notJudged: pack.rules.filter((rule) => !canJudge(rule)).map(({ id }) => id),
  }
}

/** Whether a rule speaks of somebody's weeks, nights or dates. */
function needsHome(rule: RestRule): boolean {
  if (rule.kind === 'rest') return rule.within === 'P1W'
  if (rule.kind === 'incidents') return false
  return rule.over !== undefined || (rule.kind === 'average' && rule.night !== undefined)
}

function breachesOf(rule: RestRule, judged: Judged): readonly Breach[] {
  switch (rule.kind) {
    case 'rest':
      return restBreaches(rule, judged)
    case 'incidents':
      return incidentBreaches(rule, judged)
    default:
      return averageBreaches(rule, judged)
  }
}

function incidentsOf(person: PartyRef, incidents: readonly Incident[]): readonly Instant[] {
  return incidents
    .filter((incident) => incident.person === undefined || incident.person === person)
    .map(({ at }) => toInstant(at))
    .sort((a, b) => a - b)
}

const CODES: { readonly [kind in RestRule['kind']]: string } = {
  rest: 'oncall.restTooShort',
  average: 'oncall.workTooLong',
  share: 'oncall.workTooLong',
  incidents: 'oncall.incidentsTooMany',
}

function violationOf(
  { id: pack, version, rules }: RestRules,
  rule: RestRule,
  person: PartyRef,
  { from, to, found, allowed }: Breach,
): RestViolation {
  const { id, kind, title = null, source: law = null } = rule
  const over = Math.abs(found - allowed)
  const pointer = `/rules/${rules.indexOf(rule)}`
  const told = { person, rule: id, title, law, kind, found, allowed, over }
  const why = reason(CODES[kind], told, {
    span: { from, to },
    source: { document: pack, version, pointer },
  })
  return { person, rule: id, kind, from, to, found, allowed, over, reason: why }
}
