import { parseArgs } from 'node:util'
import { didYouMean } from '@holdfast/kernel'

/** The options of a program by name: a `string` needs a value, a `boolean` takes none. */
export type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
>

/** What was given of them. */
export type Given<O extends Options> = {
  readonly [name in keyof O]?: O[name]['type'] extends 'string' ? string : boolean
}

export interface Read<O extends Options> {
  readonly given: Given<O>
  /** What belongs to no option, in order. */
  readonly positionals: readonly string[]
}

/** What is wrong with a call. */
export interface Wrong {
  readonly wrong: string
}

/** What a program was called with, or what is wrong with the first option that is. */
export function readOptions<O extends Options>(
  args: readonly string[],
  options: O,
): Read<O> | Wrong {
  const { values, positionals, tokens } = parseArgs({
    // Package managers hand a separating `--` on as it is.
    args: args[0] === '--' ? args.slice(1) : [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) {
      const near = didYouMean(name, Object.keys(options))
      const hint = near === undefined ? '' : `; did you mean --${near}?`
      return { wrong: `there is no option ${rawName}${hint}` }
    }
    const takesValue = option.type === 'string'
    if (!takesValue && value !== undefined) return { wrong: `--${name} takes no value` }
    if (takesValue && (value === undefined || value === '')) {
      return { wrong: `${rawName} needs a value` }
    }
  }
  return { given: values, positionals }
}
