export {
  CLOCKS,
  OBLIGATION_FORMAT,
  obligationJsonSchema,
  type ReadTerms,
  type Terms,
  termsSchema,
} from './document.ts'
export { type History, historyOf } from './history.ts'
export { MARK_CONDITIONS, markVocabulary } from './mark-facts.ts'
export {
  checkObligation,
  createObligation,
  type Obligation,
  type ObligationDeps,
  type ReadOptions,
  readVersions,
  wakeupsOfVersions,
} from './obligation.ts'
export {
  type Consequence,
  isMet,
  isOpen,
  type Life,
  type ObligationState,
  type Pause,
  type Problem,
  type Segment,
} from './state.ts'
export type { TermsVersion } from './versions.ts'
export type { WakeupPurpose } from './wakeups.ts'
