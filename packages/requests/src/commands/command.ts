import type { InstantLike } from '@holdfast/kernel'
import type * as z from 'zod'
import type { CommandType, commandSchema } from './command-document.ts'

type Deep<T> = T extends readonly (infer E)[]
  ? readonly Deep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T

type Told = z.input<typeof commandSchema>

/** What somebody asks of a request. Plain JSON, but that times may be any `InstantLike`. */
export type RequestCommand = {
  readonly [T in CommandType]: Deep<Omit<Extract<Told, { type: T }>, 'at' | 'until'>> & {
    /** When it happened, where that was before it was told. */
    readonly at?: InstantLike | undefined
  } & (T extends 'wait' ? { readonly until?: InstantLike | undefined } : unknown)
}[CommandType]

/** The command of a type. */
export type CommandOf<T extends CommandType> = Extract<RequestCommand, { type: T }>
