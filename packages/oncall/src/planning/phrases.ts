import type { Phrases, Say } from '@holdfast/kernel/text'

const OUTCOMES: Record<string, string> = {
  found: 'every seat is taken and every rule is kept',
  'none-found': 'no complete roster was found, which does not say that there is none',
  impossible: 'there is no complete roster',
}

const RULES: Record<string, string> = {
  absence: 'is absent',
  skill: 'lacks a skill',
  language: 'lacks a language',
  'one-at-a-time': 'is on duty at the same time',
  rest: 'would have too little rest',
  'max-shifts': 'would have too many shifts in those days',
  'weekly-block': 'would have no free block in that week',
  'max-share': 'would be on duty more than the greatest share',
  presence: 'would leave others without a skill or language that is needed',
}

/** The English sentences of rosters. Another language is a record with the same keys. */
export const rosterPhrases: Phrases = {
  'oncall.roster': ({ outcome, taken, seats }, say, { span }) =>
    `${taken} of ${seats} seats ${spanned(say, span)}: ${OUTCOMES[String(outcome)] ?? outcome}`,
  'oncall.roster.shortage': ({ rule, slots, demand, supply }, say, { span }) =>
    rule === 'presence'
      ? `${demand} with it are needed ${spanned(say, span)} for ${listed(slots)}, and ${supply} can be there`
      : `${demand} seats ${spanned(say, span)}, and those who can take them can take ${supply}: ${listed(slots)}`,
  'oncall.roster.most': ({ person, most }) => `${person} can take at most ${most}`,
  'oncall.roster.uncovered': ({ slot, seats }, say, { span }) =>
    `nobody for ${slot} ${spanned(say, span)}${Number(seats) > 1 ? ` (${seats} seats)` : ''}`,
  'oncall.roster.hindrance': ({ person, rule, slots }) =>
    `${person} ${RULES[String(rule)] ?? rule}${Array.isArray(slots) && slots.length > 0 ? ` beside ${listed(slots)}` : ''}`,
  'oncall.roster.unmetNeed': ({ kind, name, slots, needed, have }, say, { span }) =>
    `${have} of ${needed} with the ${kind} ${name} ${spanned(say, span)} in ${listed(slots)}`,
  'oncall.roster.spread': ({ measure, spread }) => `spread of ${measure}: ${spread}`,
  'oncall.roster.unmetWish': ({ person, kind }, say, { span }) =>
    `${person} wished to be ${kind === 'on' ? 'on duty' : 'free'} ${spanned(say, span)}`,
  'oncall.roster.change': ({ slot, from, to, cost }) => {
    const who = from === null ? String(to) : `${to} instead of ${from}`
    return `${slot} to ${who}${cost === null ? ' is against a rule' : ` would cost ${cost}`}`
  },
  'oncall.roster.cost': ({ rule, cost }) => `${rule}: ${Number(cost) > 0 ? '+' : ''}${cost}`,
}

function spanned(say: Say, span: Parameters<Say['span']>[0]): string {
  return span === undefined ? '' : say.span(span)
}

function listed(names: unknown): string {
  if (!Array.isArray(names)) return String(names)
  const more = names.length - 3
  return `${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
