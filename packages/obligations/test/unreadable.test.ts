import { describe, expect, it } from 'vitest'
import { checkObligation, type Terms } from '../src/index.ts'
import { deps, promise } from './desk.ts'

const codes = (terms: unknown) => checkObligation(terms as Terms, deps).map(({ code }) => code)

describe('terms that cannot be looked at', () => {
  it('are found unreadable, and nothing else', () => {
    const throwing = Object.defineProperty(promise(), 'kind', {
      enumerable: true,
      get: () => {
        throw new Error('not today')
      },
    })
    expect(codes(throwing)).toEqual(['unreadable'])
  })

  it('are found too deep where they contain themselves', () => {
    const circle: Record<string, unknown> = { ...promise() }
    circle['conditions'] = { again: circle }
    expect(codes(circle)).toEqual(['too-deep'])
  })

  it('may hold a number that JSON has no word for', () => {
    const start = { all: [{ fact: 'facts', path: '$.size', operator: 'equal', value: 10n }] }
    expect(() => codes({ ...promise(), start })).not.toThrow()
  })
})
