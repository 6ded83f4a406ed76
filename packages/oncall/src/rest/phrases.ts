import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of rest and working time. Another language is a record with the same keys. */
export const restPhrases: Phrases = {
  'oncall.restTooShort': (params, say, { span }) =>
    `${params['person']} rests for ${say.duration(params['found'])} on end at most, ${say.duration(params['over'])} less than ${say.duration(params['allowed'])}, ${say.span(span)}${ruleOf(params)}`,
  'oncall.workTooLong': (params, say, { span }) =>
    `${params['person']} has ${say.duration(params['found'])}, ${say.duration(params['over'])} more than ${say.duration(params['allowed'])}, ${say.span(span)}${ruleOf(params)}`,
  'oncall.incidentsTooMany': (params, say, { span }) =>
    `${params['person']} has ${params['found']} incidents, ${params['over']} more than ${params['allowed']}, ${say.span(span)}${ruleOf(params)}`,
}

function ruleOf({ rule, title, law }: Readonly<Record<string, unknown>>): string {
  return ` (${[title ?? rule, law].filter((part) => part !== null).join('; ')})`
}
