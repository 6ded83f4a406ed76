import type { Phrases } from '@holdfast/kernel/text'
import { nextStepPhrases } from './next-step-phrases.ts'
import { noticePhrases } from './notice-phrases.ts'
import { listed, meant, titled } from './phrase-parts.ts'
import { refusalPhrases } from './refusal-phrases.ts'

/**
 * The English sentences of this package's reasons: of decisions, refusals and notices. What guards say of conditions
 * has its sentences in `rulesPhrases`. Another language is a record with the same keys.
 */
export const requestsPhrases: Phrases = {
  ...refusalPhrases,
  ...nextStepPhrases,
  ...noticePhrases,
  'requests.decided': ({ request, events, state, owner }) =>
    `request ${request}: ${listed(events)}; now ${state}, owned by ${owner}`,
  'requests.repeated': ({ request, command }) =>
    `request ${request}: ${command} came before, so nothing happens again`,
  'requests.owed': ({ request, count }) =>
    `request ${request}: ${count === 1 ? '1 promise' : `${count} promises`} over its life`,
  'requests.unchanged': ({ request }) =>
    `request ${request}: everything is like this already, so nothing happens`,
  'requests.whoMay': ({ parties }) => `could be done by ${listed(parties)}`,
  'requests.fault': ({ pointer, message, expected, didYouMean }) => {
    const place = pointer === '' ? 'the command' : pointer
    const asked = expected === undefined ? '' : `; expected ${listed(expected)}`
    return `${place}: ${message}${asked}${meant(didYouMean)}`
  },
  'requests.guard': ({ guard, title }) => `${titled(guard, title)} does not hold`,
  'requests.missing': ({ criterion, title }) => `${titled(criterion, title)} is not said`,
}
