/**
 * What the life of a case is made of: producing documentation, investigating, fixing, verifying, and waiting. Times their
 * repetition they make up its whole. Source: R100.
 */
export const CASE_ELEMENTS = [
  'documentation',
  'investigation',
  'fix',
  'verification',
  'wait',
] as const

/** What happens to a case at a time; a mark says it in `facts.element`, and for a wait may name whom in `facts.party`. */
export type CaseElement = (typeof CASE_ELEMENTS)[number]
