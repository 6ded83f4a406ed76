import { isDocumentError } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLifecycle, createLifecycle, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { calendars, foundIn, lifecycleOf } from './lifecycle-desk.ts'
import { lifecycleDocuments } from './random-lifecycles.ts'

type Json = ReturnType<typeof JSON.parse>

/** Every place in plain data, as the way to it. */
function placesIn(data: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return [path]
  const inner = Object.keys(data).flatMap((key) => placesIn(data[key], [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

/** What may be put in place of something: another name, another time, or what nobody would write. */
const junk = fc.oneof(
  fc.constantFrom(
    'open',
    'closed',
    'previous',
    'waiting',
    'new',
    'resolve',
    'wait',
    'customer',
    'team:x',
    'PT1H',
    'P1D',
    'P1M',
    'desk',
    'businessDays',
    'localDates',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(0, -1, 1.5, null, undefined, true, [], {}, ['customer'], { all: [] }),
  fc.constant({ condition: 'approved' }),
)

/** A shipped lifecycle in which some places say something else, or nothing. */
const spoiled = fc
  .record({
    document: fc.constantFrom(...Object.values(SHIPPED_LIFECYCLES)),
    changes: fc.array(fc.record({ at: fc.nat(), value: junk, isGone: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ document, changes }) => {
    const copy: Json = JSON.parse(JSON.stringify(document))
    for (const { at, value, isGone } of changes) {
      const places = placesIn(copy)
      const path = places[at % places.length] ?? []
      const key = path.at(-1) ?? ''
      const parent = path.slice(0, -1).reduce((part: Json, step) => part[step], copy)
      if (isGone) delete parent[key]
      else parent[key] = value
    }
    return copy as unknown
  })

describe('the check of a lifecycle', () => {
  it('never throws, and finds an error exactly where none can be made', () => {
    fc.assert(
      fc.property(spoiled, (document) => {
        const found = checkLifecycle(document as never, { calendars })
        const isUsable = found.every(({ severity }) => severity !== 'error')
        try {
          createLifecycle(document as never, { calendars })
          expect(isUsable).toBe(true)
        } catch (error) {
          if (!isDocumentError(error)) throw error
          expect(error.findings).toEqual(found)
          expect(isUsable).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds the same whatever the order of keys', () => {
    fc.assert(
      fc.property(spoiled, (document) => {
        const turned = Object.fromEntries(Object.entries(document as object).reverse())
        expect(foundIn(turned).toSorted()).toEqual(foundIn(document).toSorted())
      }),
      { numRuns: 40 },
    )
  })

  it('finds only what is superfluous in a lifecycle that works', () => {
    fc.assert(
      fc.property(lifecycleDocuments, (document) => {
        const codes = new Set(foundIn(document).map((found) => found.split(' ')[0]))
        codes.delete('transition-never')
        expect([...codes]).toEqual([])
        expect(lifecycleOf(document).table.size).toBe(Object.keys(document.states).length)
      }),
      { numRuns: 40 },
    )
  })
})
