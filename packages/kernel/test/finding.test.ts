import { describe, expect, test } from 'vitest'
import {
  assertUsable,
  documentError,
  type Finding,
  formatFinding,
  isDocumentError,
  toPointer,
} from '../src/index.ts'

const finding = (parts: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  code: 'time-invalid',
  message: '"25:00" is no time',
  document: 'acme.yaml',
  pointer: '/hours/mon/0/1',
  ...parts,
})

describe('a finding on one line', () => {
  test('begins with the place, as compilers write it', () => {
    const line = formatFinding(finding({ line: 7, column: 12 }))
    expect(line).toMatch(/^acme\.yaml:7:12 error time-invalid at \/hours\/mon\/0\/1: /)
  })

  test('says what may stand there and what was probably meant', () => {
    const line = formatFinding(finding({ expected: 'a time', didYouMean: '05:00' }))
    expect(line).toContain('a time')
    expect(line).toContain('"05:00"')
  })

  test('names the document alone when it did not come as text, and no pointer for the whole of it', () => {
    const line = formatFinding(finding({ pointer: '' }))
    expect(line).toMatch(/^acme\.yaml error time-invalid: /)
  })
})

describe('a pointer', () => {
  test('is a JSON Pointer (RFC 6901)', () => {
    expect(toPointer([])).toBe('')
    expect(toPointer(['hours', 'mon', 0, 1])).toBe('/hours/mon/0/1')
  })

  test('escapes what means something in pointers', () => {
    expect(toPointer(['a/b', 'm~n', '~1', ''])).toBe('/a~1b/m~0n/~01/')
  })
})

describe('a document that cannot be used', () => {
  const warning = finding({ severity: 'warning', code: 'never-open' })
  const error = finding()

  test('throws one error that holds every finding', () => {
    try {
      assertUsable('calendar', [warning, error])
      expect.unreachable()
    } catch (thrown) {
      if (!isDocumentError(thrown)) throw thrown
      expect(thrown.findings).toEqual([warning, error])
      expect(thrown).toBeInstanceOf(Error)
      expect(thrown.name).toBe('DocumentError')
    }
  })

  test('lists the errors, and not the warnings, in the message', () => {
    const { message } = documentError('calendar', [warning, error])
    expect(message).toContain('calendar')
    expect(message).toContain('time-invalid')
    expect(message).not.toContain('never-open')
  })

  test('is one with an error: warnings alone do not stop it', () => {
    expect(() => assertUsable('calendar', [warning])).not.toThrow()
    expect(() => assertUsable('calendar', [])).not.toThrow()
  })
})

describe('whether an error is a DocumentError', () => {
  test('can be told of one from another realm, whose Error is a different one', () => {
    const foreign: unknown = { name: 'DocumentError', message: 'no', findings: [finding()] }
    expect(foreign).not.toBeInstanceOf(Error)
    expect(isDocumentError(foreign)).toBe(true)
  })

  test.each([
    ['another error', new Error('no')],
    ['an error that only has findings', Object.assign(new Error('no'), { findings: [] })],
    ['an error that only has the name', Object.assign(new Error('no'), { name: 'DocumentError' })],
    ['a text', 'DocumentError'],
    ['nothing', undefined],
    ['null', null],
  ])('is denied of %s', (_, value) => {
    expect(isDocumentError(value)).toBe(false)
  })
})
