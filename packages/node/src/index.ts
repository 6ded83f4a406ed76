export { type ProofOptions, proveRoster } from './prove-roster.ts'
export type { RosterProof } from './roster-proof.ts'
