export {
  CLOCKS,
  effectFields,
  OBLIGATION_FORMAT,
  obligationJsonSchema,
  type ReadTerms,
  type Terms,
  termsSchema,
} from './document.ts'
export { type ExplainedObligation, explained, explainedVersions } from './explained.ts'
export {
  type Fulfillment,
  type FulfillmentAnswer,
  type FulfillmentGrouping,
  type FulfillmentQuestion,
  periodOf,
} from './fulfillment.ts'
export { compareParts, type GroupKey, groupsBy, personAmong } from './grouping.ts'
export { type History, historyOf } from './history.ts'
export { createLedger, type Ledger, type LedgerOptions, type OpenQuestion } from './ledger.ts'
export { MARK_CONDITIONS, markVocabulary } from './mark-facts.ts'
export { isPublicAnswer } from './messages.ts'
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
  type Outcome,
  type OutcomeCount,
  type OutcomeTotals,
  outcomeCount,
  outcomeOf,
  rateOf,
} from './outcome-count.ts'
export { type GroupParty, type Membership, membership, type SharedParty } from './parties.ts'
export { obligationsPhrases } from './phrases.ts'
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
export { untilOf } from './wait-end.ts'
export type { WakeupPurpose } from './wakeups.ts'
