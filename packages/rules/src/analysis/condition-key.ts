import { canonicalJson } from '@holdfast/kernel'
import type { Leaf, Node } from '../node.ts'
import { refKey } from './atom.ts'

/** A condition as it is and turned round. */
interface Keys {
  readonly is: string
  readonly isNot: string
}

const known = new WeakMap<Node, Keys>()

/**
 * Equal for conditions that differ only in the order of their parts, in where they say `not`, and in whether they call
 * a condition by its name. Conditions with other keys may mean the same all the same.
 */
export function conditionKey(node: Node): string {
  return keysOf(node).is
}

function keysOf(node: Node): Keys {
  const keys = known.get(node) ?? makeKeys(node)
  known.set(node, keys)
  return keys
}

function makeKeys(node: Node): Keys {
  switch (node.kind) {
    case 'leaf':
      return leafKeys(node)
    case 'undefined':
      return { is: '(or)', isNot: '(and)' }
    case 'named':
      return keysOf(node.child)
    case 'not': {
      const { is, isNot } = keysOf(node.child)
      return { is: isNot, isNot: is }
    }
    default: {
      const parts = node.children.map(keysOf)
      const isAll = node.kind === 'all'
      return {
        is: joined(
          isAll ? 'and' : 'or',
          parts.map(({ is }) => is),
        ),
        isNot: joined(
          isAll ? 'or' : 'and',
          parts.map(({ isNot }) => isNot),
        ),
      }
    }
  }
}

function joined(word: string, parts: readonly string[]): string {
  const distinct = [...new Set(parts)].sort()
  return distinct.length === 1 ? (distinct[0] as string) : `(${[word, ...distinct].join(' ')})`
}

function leafKeys({ ref, operation, value, valueRef }: Leaf): Keys {
  const other = valueRef === undefined ? canonicalJson(value) : `fact ${refKey(valueRef)}`
  const [outermost] = operation.decorators
  const name = outermost === 'not' ? operation.name.slice('not:'.length) : operation.name
  const positive = `[${refKey(ref)} ${name} ${other}]`
  const negative = `!${positive}`
  return outermost === 'not' ? { is: negative, isNot: positive } : { is: positive, isNot: negative }
}
