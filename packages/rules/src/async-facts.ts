import type { Facts } from './facts.ts'

/**
 * Facts of a host that has to fetch some of them: each is a value, a promise of one, or a function that gives either
 * and is called at most once an evaluation, when a rule first asks for its fact.
 */
export type AsyncFacts<F extends Facts = Facts> = {
  readonly [K in keyof F]: F[K] | PromiseLike<F[K]> | (() => F[K] | PromiseLike<F[K]>)
}

/** Facts of one evaluation, each fetched at most once. */
export interface FactReader {
  has(fact: string): boolean
  /** Its value or a promise of it. Never throws or rejects: a fact that could not be fetched is `undefined` and a fault. */
  read(fact: string): unknown
  /** Those of these facts that are given, as plain values. */
  readAll(facts: readonly string[]): Promise<Facts>
  /** Runs something that reads facts; what it throws is a fault, and its answer then `undefined`. */
  attempt<T>(read: () => T): T | undefined
  /** What failed first, in time. */
  fault(): { readonly error: unknown } | undefined
  /** Waits for everything that was asked for. */
  settled(): Promise<void>
}

export function readerOf(given: Facts): FactReader {
  const asked = new Map<string, unknown>()
  let fault: { readonly error: unknown } | undefined

  function fail(error: unknown): undefined {
    fault ??= { error }
    return undefined
  }

  function fetch(fact: string): unknown {
    return attempt(() => {
      const held = given[fact]
      const value: unknown = typeof held === 'function' ? held() : held
      return isPromise(value) ? Promise.resolve(value).then(undefined, fail) : value
    })
  }

  function has(fact: string): boolean {
    return Object.hasOwn(given, fact)
  }

  function read(fact: string): unknown {
    if (!asked.has(fact)) asked.set(fact, has(fact) ? fetch(fact) : undefined)
    return asked.get(fact)
  }

  // A promise that no rule asks for may still fail, and nobody else listens to it.
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(given))) {
    if (isPromise(value)) value.then(undefined, () => {})
  }

  function attempt<T>(call: () => T): T | undefined {
    try {
      return call()
    } catch (error) {
      return fail(error)
    }
  }

  return {
    has,
    read,
    attempt,
    async readAll(facts) {
      const known = facts.filter(has)
      const values = await Promise.all(known.map(read))
      const plain: Record<string, unknown> = Object.create(null)
      for (const [index, fact] of known.entries()) plain[fact] = values[index]
      return plain
    },
    fault: () => fault,
    async settled() {
      await Promise.all(asked.values())
    },
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
