import type { Explained, Reason } from './reason.ts'

type Method = (...args: never[]) => unknown

/** The methods of `X`, each answering with its reason beside the value. Properties that are no methods are left out. */
export type Explaining<X> = {
  readonly [K in keyof X as X[K] extends Method ? K : never]: X[K] extends (
    ...args: infer A
  ) => infer R
    ? (...args: A) => Explained<R>
    : never
}

/** For every method of `X`, how the reason of an answer follows from the answer and the arguments. */
export type ReasonsOf<X> = {
  readonly [K in keyof X as X[K] extends Method ? K : never]: X[K] extends (
    ...args: infer A
  ) => infer R
    ? (value: R, ...args: A) => Reason
    : never
}

/**
 * The explaining form of a value: each method asks the plain one and adds the reason. Because the value comes from
 * the plain method, an explanation can never answer otherwise; what the plain method throws is thrown.
 */
export function explainWith<X extends object>(subject: X, reasons: ReasonsOf<X>): Explaining<X> {
  const methods = subject as unknown as Record<string, (...args: unknown[]) => unknown>
  const explaining = Object.entries(reasons).map(([name, reasonOf]) => {
    const explain = reasonOf as (value: unknown, ...args: unknown[]) => Reason
    const method = (...args: unknown[]): Explained<unknown> => {
      const value = methods[name]?.(...args)
      return { value, reason: explain(value, ...args) }
    }
    return [name, method]
  })
  return Object.freeze(Object.fromEntries(explaining)) as Explaining<X>
}
