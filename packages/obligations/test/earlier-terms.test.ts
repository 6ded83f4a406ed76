import { describe, expect, it } from 'vitest'
import { createObligation, type Terms, type TermsVersion } from '../src/index.ts'
import { at, deps, hour, priorityChanged, promise, readOnly, submitted } from './desk.ts'

const start = submitted('Mon 09:00')

/** Other terms from an instant on, with a clock that begins anew. */
function anewAt(when: string, terms: Terms): TermsVersion {
  return { from: at(when), terms: createObligation(terms, deps), onChange: 'fromChange' }
}

describe('a promise whose clock begins anew', () => {
  const warning = { warnAt: [0.5], consequences: [{ on: 'warning', kind: 'notify' }] }
  const urgent = promise({ ...warning, within: 'PT2H' })
  const marks = [start, priorityChanged('Mon 12:00')]
  const versions = [anewAt('Mon 12:00', urgent)]

  it('keeps the warnings that it gave before, and what followed from them', () => {
    const state = readOnly(promise(warning), marks, 'Mon 13:30', { versions })
    expect(state.warnedAt).toEqual([at('Mon 11:00'), at('Mon 13:00')])
    expect(state.consequences.map((one) => one.at)).toEqual([at('Mon 11:00'), at('Mon 13:00')])
  })

  it('wakes for the next warning by a key that was not used', () => {
    const obligation = createObligation(promise(warning), deps)
    const keys = (when: string, options = {}) =>
      obligation.wakeups(marks, at(when), options).map(({ key }) => key)
    expect(keys('Mon 10:00')).toContain('answer|request:7|1|warn|1')
    expect(keys('Mon 12:30', { versions })).toContain('answer|request:7|1|warn|2')
  })

  it('goes on as it was under terms that only have another version or other words', () => {
    const renewed = promise({ ...warning, version: 2, title: 'First answer', reason: 'Renewed' })
    const same = [anewAt('Mon 12:00', renewed)]
    expect(readOnly(promise(warning), marks, 'Mon 12:30', { versions: same })).toMatchObject({
      used: 3.5 * hour,
      dueAt: at('Mon 13:00'),
    })
  })
})
