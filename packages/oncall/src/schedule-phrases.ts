import type { Params } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of what schedules and coverage say. Another language is a record with the same keys. */
export const schedulePhrases: Phrases = {
  'oncall.onCallAt': ({ schedule, at, people }, say) =>
    `${say.instant(at)}: ${names(people) ?? 'nobody'} on duty (${say.text(schedule)})`,
  'oncall.next': ({ schedule, at, people }, say) =>
    `from ${say.instant(at)}: ${names(people) ?? 'nobody'} on duty (${say.text(schedule)})`,
  'oncall.noNext': ({ schedule, at }, say) =>
    `after ${say.instant(at)} nothing changes in ${say.text(schedule)} for ten years`,
  'oncall.shifts': ({ schedule, count }, say, { span }) =>
    `${say.text(schedule)}, ${say.span(span)}: ${counted(count, 'shift')}`,
  'oncall.gaps': ({ schedule, count }, say, { span }) =>
    `${say.text(schedule)}, ${say.span(span)}: ${count === 0 ? 'no gap' : counted(count, 'gap')}`,
  'oncall.overlaps': ({ schedule, count }, say, { span }) =>
    `${say.text(schedule)}, ${say.span(span)}: ${counted(count, 'stretch', 'stretches')} with several on duty`,
  'oncall.together': ({ people }, say, { span }) => `${say.span(span)}: ${names(people)}`,
  'oncall.duty': (params, say, { span }) => {
    const { person, seat, source, team, isShadow } = params
    const when = span === undefined ? '' : `${say.span(span)}: `
    const from = source === null || source === 'own' ? '' : `, ${say.text(source)}`
    const of = team === null ? '' : ` of ${say.text(team)}`
    return `${when}${say.text(person)}${of}${isShadow === true ? ' comes along' : ` on ${say.text(seat)}`}${from}`
  },
  'oncall.turn': (params, say, { span }) => {
    const { layer, member, turn, roster, timeZone, isAway, absent, skipsTurns } = params
    const of = roster === null ? '' : ` of roster ${say.text(roster)}`
    const why = absent === null ? '' : ` (${say.text(absent)})`
    const away = isAway === true ? `; away${why}, so the turn is used up and nobody has it` : ''
    const skipped = skipsTurns === true ? '; turns without duty pass nobody by' : ''
    return `turn ${say.text(turn)}${of} of ${say.text(layer)} is ${possessive(member)}, ${say.span(span)} by the clock of ${say.text(timeZone)}${skipped}${away}`
  },
  'oncall.swap': ({ id, between }, say, { span }) =>
    `${names(between)} change places, ${say.span(span)} (${say.text(id)})`,
  'oncall.replace': ({ id, person, by, layer }, say, { span }) =>
    `${say.text(person ?? 'everybody')}${on(layer)} ${by === null ? 'is taken off' : `is covered by ${say.text(by)}`}, ${say.span(span)} (${say.text(id)})`,
  'oncall.add': ({ id, person, layer }, say, { span }) =>
    `${say.text(person)} comes in addition${on(layer)}, ${say.span(span)} (${say.text(id)})`,
  'oncall.fixed': ({ id }, say, { span }) =>
    `only fixed shifts count, ${say.span(span)} (${say.text(id)})`,
  'oncall.shadow': ({ id, person, of }, say, { span }) =>
    `${say.text(person)} comes along with ${say.text(of ?? 'whoever is on duty')}, ${say.span(span)} (${say.text(id)})`,
  'oncall.change': ({ id }, say) => `by ${say.text(id)}`,
  'oncall.hidden': ({ person, layer, priority, by, fixed }, say) =>
    fixed === null
      ? `hides ${say.text(person)} on ${say.text(layer)}: priority ${say.text(priority)} under ${say.text(by)}`
      : `hides ${say.text(person)} on ${say.text(layer)}: the fixed shifts of ${say.text(fixed)} count alone`,
  'oncall.nobody': ({ layers, fixed }, say, { span }) => {
    const when = span === undefined ? '' : `${say.span(span)}: `
    if (fixed !== null) return `${when}nobody: the fixed shifts of ${say.text(fixed)} count alone`
    return `${when}nobody on ${names(layers) ?? 'any layer'}`
  },
  'oncall.coverage': (params, say, { span }) => {
    const { role, isCovered, covered, asked } = params
    const who = role === null ? 'somebody' : `somebody for ${say.text(role)}`
    const of = `${say.duration(covered)} of ${say.duration(asked)}`
    return isCovered === true
      ? `${who} is on duty at every instant, ${say.span(span)}: ${of}`
      : `${who} is on duty for ${of}, ${say.span(span)}`
  },
  'oncall.hole': ({ open }, say, { span }) => `nobody for ${say.duration(open)}: ${say.span(span)}`,
  'oncall.doubled': ({ schedules, doubled }, say, { span }) =>
    `${names(schedules)} together for ${say.duration(doubled)}: ${say.span(span)}`,
  'oncall.clockPhase': ({ changed, holes, doubled }, say, { span }) => {
    const why = names(changed)
    const since = why === undefined ? '' : `, after the clocks of ${why} changed`
    return `${say.span(span)}${since}: ${say.duration(holes)} open, ${say.duration(doubled)} covered twice`
  },
  'oncall.region': ({ schedule, timeZone, begins, ends }, say) =>
    `${say.text(schedule)} takes over at ${names(begins) ?? 'no time'} and hands over at ${names(ends) ?? 'no time'} by the clock of ${say.text(timeZone)}`,
}

function names(list: Params[string] | undefined): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined
  const all = list.map(String)
  const last = all.pop()
  return all.length === 0 ? last : `${all.join(', ')} and ${last ?? ''}`
}

function counted(count: unknown, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`
}

function possessive(name: unknown): string {
  return `${String(name)}’s`
}

function on(layer: unknown): string {
  return typeof layer === 'string' ? ` on ${layer}` : ''
}
