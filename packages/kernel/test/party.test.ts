import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { isParty, PARTY_KINDS, parseParty, partyRefSchema } from '../src/index.ts'
import { codeOf } from './expectations.ts'

describe('a party', () => {
  test.each(PARTY_KINDS)('can be a %s', (kind) => {
    expect(parseParty(`${kind}:x`)).toEqual({ kind, id: 'x' })
  })

  test.each([
    ['team:platform', 'platform'],
    ['customer:Acme & Sons: Zürich', 'Acme & Sons: Zürich'],
    ['person:constructor', 'constructor'],
  ])('%s has an id of the organization', (party, id) => {
    expect(parseParty(party).id).toBe(id)
    expect(partyRefSchema.safeParse(party).success).toBe(true)
    expect(isParty(party)).toBe(true)
  })

  test.each([
    'platform',
    'team:',
    'team: ',
    'team: x',
    'team:x ',
    ':x',
    'Team:x',
    'squad:x',
    ' team:x',
    'team:x\n',
    'team:a\nb',
    '',
  ])('%j is none', (party) => {
    expect(codeOf(() => parseParty(party))).toBe('party-invalid')
    expect(partyRefSchema.safeParse(party).success).toBe(false)
    expect(isParty(party)).toBe(false)
  })

  test('is never anything but a text', () => {
    expect(partyRefSchema.safeParse({ team: 'platform' }).success).toBe(false)
    expect(isParty({ team: 'platform' })).toBe(false)
    expect(isParty(['team:platform'])).toBe(false)
  })

  test('has a pattern in JSON Schema that says the same', () => {
    const schema = z.toJSONSchema(partyRefSchema)
    expect(schema.type).toBe('string')
    const pattern = new RegExp(schema.pattern ?? '', 'u')
    expect(pattern.test('team:platform')).toBe(true)
    expect(pattern.test('platform')).toBe(false)
  })
})
