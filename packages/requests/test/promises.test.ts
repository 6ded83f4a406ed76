import { isDocumentError, type Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { termsOfPromises } from '../src/promises/promise-terms.ts'
import { compilePromises } from '../src/promises/promises.ts'
import {
  bug,
  desk,
  document,
  monday,
  note,
  on,
  requestAfter,
  resumed,
  submitted,
  waits,
} from './promise-desk.ts'

/** A note, a wait for a vendor, and on with it. */
function marksOfDay(): readonly Mark[] {
  return requestAfter(
    [monday('09:00'), submitted],
    [monday('10:00'), note],
    [monday('11:00'), waits('vendor')],
    [monday('12:00'), resumed],
  ).marks
}

/** The codes of a document error. */
function codeOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (isDocumentError(error)) return error.findings.map(({ code }) => code)
    throw error
  }
  return []
}

describe('the promises of a lifecycle', () => {
  it('are obligations of the kinds that a ledger counts', () => {
    const { attention, news, tell, acceptance, silence, closure } = bug.promises
    const all = [...attention, ...news, ...tell.values(), ...acceptance, ...silence, closure]
    expect(all.map((one) => `${one?.id} ${one?.kind}`)).toEqual([
      'attention request.attention',
      'attention request.attention',
      'news inform.customer',
      'news inform.customer',
      'news inform.customer',
      'tell inform.customer',
      'acceptance handover.acceptance',
      'acceptance handover.acceptance',
      'silence-1 customer.answer',
      'silence-2 customer.answer',
      'closure customer.objection',
    ])
  })

  it('count on the clock of their own section, and else on that of the lifecycle', () => {
    const clocks = Object.fromEntries(
      termsOfPromises(document).map(({ promise, terms }) => [promise, terms.clock.counts]),
    )
    expect(clocks).toEqual({
      attention: 'businessTime',
      news: 'businessTime',
      tell: 'businessTime',
      acceptance: 'elapsedTime',
      silence: 'businessDays',
      closure: 'businessDays',
    })
  })

  it('are none about silence or objection where the lifecycle does nothing about them', () => {
    const nothing = { ...document, silentCustomer: undefined, closeAfter: undefined }
    const { silence, closure } = compilePromises(nothing, { desk })
    expect(silence).toEqual([])
    expect(closure).toBe(null)
  })

  it('are not made of a time that does not fit its clock', () => {
    const unfit = { ...document, attention: { targets: [{ every: 'P2D' }] } }
    expect(codeOf(() => compilePromises(unfit, { desk }))).toContain('period-unfit')
    expect(codeOf(() => compilePromises(document, {}))).toContain('calendar-unknown')
  })

  it('can be read over a whole history without the request', () => {
    const [attention] = bug.promises.attention.slice(1)
    const lives = attention?.read(marksOfDay(), on(2, '12:00')).map(({ life }) => life)
    expect(lives).toEqual(['fulfilled', 'cancelled', 'running'])
  })
})
