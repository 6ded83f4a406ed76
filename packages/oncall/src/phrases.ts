import type { Phrases } from '@holdfast/kernel/text'
import { fairnessPhrases } from './fairness/phrases.ts'
import { payPhrases } from './pay/phrases.ts'
import { rosterPhrases } from './planning/phrases.ts'
import { restPhrases } from './rest/phrases.ts'
import { schedulePhrases } from './schedule-phrases.ts'
import { staffingPhrases } from './staffing/phrases.ts'

/** The English sentences of this package's reasons. Another language is a record with the same keys. */
export const oncallPhrases: Phrases = {
  ...schedulePhrases,
  ...staffingPhrases,
  ...rosterPhrases,
  ...fairnessPhrases,
  ...restPhrases,
  ...payPhrases,
}
