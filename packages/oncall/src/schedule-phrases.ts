import type { Params } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of what schedules and coverage say. Another language is a record with the same keys. */
export const schedulePhrases: Phrases = {
  'oncall.onCallAt': ({ schedule, at, people }, say) =>
    `${say.instant(at)}: ${names(people) ?? 'nobody'} on duty (${schedule})`,
  'oncall.next': ({ schedule, at, people }, say) =>
    `from ${say.instant(at)}: ${names(people) ?? 'nobody'} on duty (${schedule})`,
  'oncall.noNext': ({ schedule, at }, say) =>
    `after ${say.instant(at)} nothing changes in ${schedule} for ten years`,
  'oncall.shifts': ({ schedule, count }, say, { span }) =>
    `${schedule}, ${say.span(span)}: ${counted(count, 'shift')}`,
  'oncall.gaps': ({ schedule, count }, say, { span }) =>
    `${schedule}, ${say.span(span)}: ${count === 0 ? 'no gap' : counted(count, 'gap')}`,
  'oncall.overlaps': ({ schedule, count }, say, { span }) =>
    `${schedule}, ${say.span(span)}: ${counted(count, 'stretch', 'stretches')} with several on duty`,
  'oncall.together': ({ people }, say, { span }) => `${say.span(span)}: ${names(people)}`,
  'oncall.duty': (params, say, { span }) => {
    const { person, seat, source, team, isShadow } = params
    const when = span === undefined ? '' : `${say.span(span)}: `
    const from = source === null || source === 'own' ? '' : `, ${source}`
    const of = team === null ? '' : ` of ${team}`
    return `${when}${person}${of}${isShadow === true ? ' comes along' : ` on ${seat}`}${from}`
  },
  'oncall.turn': ({ layer, member, turn, roster, timeZone, absent, skipsTurns }, say, { span }) => {
    const of = roster === null ? '' : ` of roster ${roster}`
    const away =
      absent === null ? '' : `; away (${absent}), so the turn is used up and nobody has it`
    const skipped = skipsTurns === true ? '; turns without duty pass nobody by' : ''
    return `turn ${turn}${of} of ${layer} is ${possessive(member)}, ${say.span(span)} by the clock of ${timeZone}${skipped}${away}`
  },
  'oncall.swap': ({ id, between }, say, { span }) =>
    `${names(between)} change places, ${say.span(span)} (${id})`,
  'oncall.replace': ({ id, person, by, layer }, say, { span }) =>
    `${person ?? 'everybody'}${on(layer)} ${by === null ? 'is taken off' : `is covered by ${by}`}, ${say.span(span)} (${id})`,
  'oncall.add': ({ id, person, layer }, say, { span }) =>
    `${person} comes in addition${on(layer)}, ${say.span(span)} (${id})`,
  'oncall.fixed': ({ id }, say, { span }) => `only fixed shifts count, ${say.span(span)} (${id})`,
  'oncall.shadow': ({ id, person, of }, say, { span }) =>
    `${person} comes along with ${of ?? 'whoever is on duty'}, ${say.span(span)} (${id})`,
  'oncall.change': ({ id }) => `by ${id}`,
  'oncall.hidden': ({ person, layer, priority, by, fixed }) =>
    fixed === null
      ? `hides ${person} on ${layer}: priority ${priority} under ${by}`
      : `hides ${person} on ${layer}: the fixed shifts of ${fixed} count alone`,
  'oncall.nobody': ({ layers, fixed }, say, { span }) => {
    const when = span === undefined ? '' : `${say.span(span)}: `
    if (fixed !== null) return `${when}nobody: the fixed shifts of ${fixed} count alone`
    return `${when}nobody on ${names(layers) ?? 'any layer'}`
  },
  'oncall.coverage': (params, say, { span }) => {
    const { role, isCovered, covered, asked } = params
    const who = role === null ? 'somebody' : `somebody for ${role}`
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
  'oncall.region': ({ schedule, timeZone, begins, ends }) =>
    `${schedule} takes over at ${names(begins) ?? 'no time'} and hands over at ${names(ends) ?? 'no time'} by the clock of ${timeZone}`,
}

function names(list: Params[string] | undefined): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined
  const all = list.map(String)
  const last = all.pop()
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`
}

function counted(count: unknown, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function possessive(name: unknown): string {
  return `${name}’s`
}

function on(layer: unknown): string {
  return layer === null ? '' : ` on ${layer}`
}
