import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Link } from '../src/state.ts'
import { restoredLinks, unionOfLinks, withoutLinks } from '../src/tasks/links.ts'
import { type Family, family } from './family.ts'

const link = fc.record({
  relation: fc.constantFrom('about', 'causedBy'),
  to: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
})
const keyOf = ({ relation, to }: Link) => `${relation} ${to}`
const links = fc.uniqueArray(link, { selector: keyOf, maxLength: 8 })

/** Splits off a child with those of the links that are picked and still there. */
function splitOff(told: Family, request: string, picks: readonly boolean[]): void {
  const taken = told.of('7').links.filter((_, nth) => picks[nth % picks.length] === true)
  const into = [{ request, title: 'A part', links: taken }]
  expect(told.tell({ type: 'split', into })).toBeUndefined()
}

const picks = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 })

it('split, then re-join in any order, restores the very same links', () => {
  fc.assert(
    fc.property(links, fc.array(picks, { maxLength: 4 }), fc.nat(), (links, splits, turn) => {
      const told = family(links)
      const names = splits.map((_, nth) => `c${nth}`)
      for (const [nth, each] of splits.entries()) splitOff(told, names[nth] as string, each)
      const from = names.length === 0 ? 0 : turn % names.length
      const order = [...names.slice(from), ...names.slice(0, from)]
      if (turn % 2 === 1) order.reverse()
      for (const child of order) expect(told.tell({ type: 'rejoin', child })).toBeUndefined()
      expect(told.of('7').links).toEqual(links)
      expect(told.lost).toEqual([])
    }),
  )
})

it('no link is lost or doubled, whatever is linked meanwhile', () => {
  fc.assert(
    fc.property(links, picks, links, links, (links, picks, own, theirs) => {
      const told = family(links)
      splitOff(told, '8', picks)
      for (const one of own) told.tell({ type: 'link', link: one })
      for (const one of theirs) told.tell({ type: 'link', request: '8', link: one })
      told.tell({ type: 'rejoin', child: '8' })
      const keys = told.of('7').links.map(keyOf)
      expect(keys.slice(0, links.length)).toEqual(links.map(keyOf))
      expect(new Set(keys)).toEqual(new Set([...links, ...own, ...theirs].map(keyOf)))
      expect(keys.length).toBe(new Set(keys).size)
    }),
  )
})

it('children that share all links, and take none, change none', () => {
  fc.assert(
    fc.property(links, (links) => {
      const told = family(links)
      told.tell({ type: 'split', into: [{ request: '8', title: 'All' }] })
      expect(told.of('8').links).toEqual(links)
      expect(told.of('7').links).toEqual(links)
      told.tell({ type: 'rejoin', child: '8' })
      expect(told.of('7').links).toEqual(links)
    }),
  )
})

it('what is taken out of links and put back is where it was', () => {
  fc.assert(
    fc.property(links, links, (all, some) => {
      const taken = all.filter((one) => some.some((other) => keyOf(other) === keyOf(one)))
      expect(restoredLinks(withoutLinks(all, taken), taken, all)).toEqual(all)
      expect(unionOfLinks(all, taken)).toEqual(all)
      expect(new Set(unionOfLinks(withoutLinks(all, taken), taken))).toEqual(new Set(all))
    }),
  )
})
