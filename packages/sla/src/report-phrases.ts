import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of what reports say. */
export const reportPhrases: Phrases = {
  'sla.rankingPeople': ({ asked }, say) =>
    `promises are kept by roles and teams; nobody is ranked by ${say.text(asked)}`,
  'sla.askInstead': ({ by }, say) => `ask by ${say.text(by)} instead`,
}
