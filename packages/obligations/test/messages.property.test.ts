import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { historyOf } from '../src/index.ts'
import { triggerOf } from '../src/triggers.ts'

const marks = fc.record(
  {
    id: fc.constant('m'),
    at: fc.constant(0),
    type: fc.constantFrom('message', 'message', 'waiting', 'resolved'),
    about: fc.constant('request:7'),
    by: fc.constantFrom('customer:acme', 'customer', 'customers:x', 'system:desk', 'person:ada'),
    audience: fc.constantFrom('public', 'internal'),
    automatic: fc.boolean(),
  },
  { requiredKeys: ['id', 'at', 'type', 'about'] },
) as fc.Arbitrary<Mark>

it.each(['customerMessage', 'publicAnswer'])(
  '%s is met by what its condition says',
  (condition) => {
    const asFunction = triggerOf({ condition })
    const asCondition = triggerOf({ all: [{ condition }] })
    fc.assert(
      fc.property(marks, (mark) => {
        const history = historyOf([mark])
        const [type] = history.types
        expect(asFunction.meets(history, 0, null)).toBe(asCondition.meets(history, 0, null))
        expect(asFunction.mayMeet(type as number)).toBe(asCondition.mayMeet(type as number))
      }),
      { numRuns: 500 },
    )
  },
)
