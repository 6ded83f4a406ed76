import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of what is said about how many people it takes. */
export const staffingPhrases: Phrases = {}
