import * as z from 'zod'
import { quote, rangeError } from './errors.ts'

/** The kinds of party that can owe, own, be asked or be told. */
export const PARTY_KINDS = ['team', 'role', 'person', 'customer', 'system'] as const

export type PartyKind = (typeof PARTY_KINDS)[number]

/** Who: a kind and an id of the organization's own, `team:platform`, `role:triage`, `person:ada`. */
export type PartyRef = `${PartyKind}:${string}`

const PARTY = /^(team|role|person|customer|system):(\S(?:.*\S)?)$/

/** Its input type is any string, because TypeScript types the texts of an imported JSON module as `string`. */
export const partyRefSchema = z
  .string()
  .refine((text) => PARTY.test(text), {
    params: {
      code: 'party-invalid',
      expected: `one of ${PARTY_KINDS.join(', ')}, then ":" and an id`,
    },
  })
  .meta({ pattern: PARTY.source })
  .describe('A party, such as `team:platform`') as unknown as z.ZodType<PartyRef, string>

/** Whether a value is a party: what `partyRefSchema` asks, for those who ask it of every mark. */
export function isParty(value: unknown): value is PartyRef {
  return typeof value === 'string' && PARTY.test(value)
}

/** Kind and id of a party. Throws `RangeError` `party-invalid`. */
export function parseParty(party: string): { kind: PartyKind; id: string } {
  const match = PARTY.exec(party)
  if (match === null) {
    throw rangeError('party-invalid', `${quote(party)} is not a party such as "team:platform"`)
  }
  return { kind: match[1] as PartyKind, id: match[2] as string }
}
