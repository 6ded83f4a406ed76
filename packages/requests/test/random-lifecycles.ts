import fc from 'fast-check'
import type { LifecycleDocument } from '../src/index.ts'
import { small } from './lifecycle-desk.ts'

type Ways = LifecycleDocument['transitions']

/** Names with letters that mean something to machines and diagrams. */
const NAMES = ['a', 'b.c', '#d', 'e*', 'x:y', 'In Progress', 'constructor', '%2E', '1']

/** How many guards random lifecycles have: each holds when the fact of its number says so. */
export const GUARDS = 3

/** A condition that holds when a fact says so. */
function flag(nth: number) {
  return { all: [{ fact: 'facts', path: `$.g${nth}`, operator: 'equal', value: true }] }
}

const some = (states: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...states), { minLength: 1, maxLength: 3 })

const guards = fc
  .uniqueArray(fc.nat({ max: GUARDS - 1 }), { maxLength: 2 })
  .map((flags) => flags.map((nth) => ({ id: `g${nth}`, condition: flag(nth) })))

/** Any lifecycle in which nothing is wrong: every state is reached and left, with more ways by chance. */
export const lifecycleDocuments: fc.Arbitrary<LifecycleDocument> = fc
  .record({
    names: fc.shuffledSubarray(NAMES, { minLength: 7 }),
    open: fc.integer({ min: 1, max: 3 }),
    waiting: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ names, open, waiting }) => {
    const working = names.slice(0, open)
    const waits = names.slice(open, open + waiting)
    const [done, closed] = names.slice(open + waiting) as [string, string]
    const underWay = [...working, ...waits]
    const to = (on: string, from: readonly string[], targets: readonly string[]) =>
      fc
        .record({ from: some(from), to: fc.constantFrom(...targets), guards })
        .map((way): Ways[number] => ({ on, ...way }))
    const extra = fc.oneof(
      to('move', working, working),
      to('take', working, working),
      to('wait', underWay, waits),
      fc
        .record({ way: to('wait', underWay, waits), blockers: some(['customer', 'team', 'date']) })
        .map(({ way, blockers }) => ({ ...way, blockers })),
      to('resume', waits, [...working, 'previous']),
      to('customerMessage', waits, ['previous', ...working]),
      to('customerMessage', [...underWay, done], working),
      to('resolve', underWay, [done]),
      to('reopen', [done], working),
      to('cancel', underWay, [closed]),
    )
    const chain: Ways = working.slice(1).map((state, nth) => {
      return { on: 'move', from: working[nth] as string, to: state }
    })
    const enter: Ways = waits.map((state, nth) => {
      return { on: 'wait', from: working, to: state, blockers: [nth === 0 ? 'vendor' : 'sales'] }
    })
    const leave: Ways = [
      { on: 'resume', from: waits, to: 'previous' },
      { on: 'resolve', from: underWay, to: done },
      { on: 'close', from: done, to: closed },
    ]
    const states = Object.fromEntries([
      ...working.map((state) => [state, { category: 'open' }]),
      ...waits.map((state) => [state, { category: 'waiting' }]),
      [done, { category: 'resolved' }],
      [closed, { category: 'closed' }],
    ])
    return fc
      .record({ more: fc.array(extra, { maxLength: 8 }), isFirst: fc.boolean() })
      .map(({ more, isFirst }): LifecycleDocument => {
        const sure = [...chain, ...enter, ...leave]
        const transitions = isFirst ? [...more, ...sure] : [...sure, ...more]
        return { ...small, initial: working[0] as string, states, transitions }
      })
  })
