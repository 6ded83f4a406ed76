import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createObligation } from '../src/index.ts'
import { cases } from './arbitraries.ts'

const ABOUTS = ['offer:o1', 'offer:o2', 'wait:w1', 'request:7'] as const

it('two obligations of one kind do not touch each other', () => {
  const abouts = fc.array(fc.constantFrom(...ABOUTS), { minLength: 15, maxLength: 15 })
  fc.assert(
    fc.property(cases(), abouts, ({ terms, place, marks, at }, spread) => {
      const obligation = createObligation(
        { ...terms, per: 'about' },
        { calendars: { place: place.calendar } },
      )
      const several = marks.map(
        (mark, nth): Mark => ({ ...mark, about: nth === 0 ? mark.about : (spread[nth] as string) }),
      )
      const together = obligation.read(several, at)
      for (const about of ABOUTS) {
        const own = several.filter((mark) => mark.about === about || mark.about === 'request:7')
        const alone = obligation.read(own, at).filter((state) => state.about === about)
        expect(together.filter((state) => state.about === about)).toEqual(alone)
      }
    }),
  )
})
