import { canonicalJson } from '../hit-policy.ts'
import type { Node } from '../node.ts'
import { refKey } from './atom.ts'

const keys = new WeakMap<Node, string>()

/** Equal for conditions that are written alike, with named conditions in the place of their names. */
export function conditionKey(node: Node): string {
  const known = keys.get(node)
  if (known !== undefined) return known
  const key = keyOf(node)
  keys.set(node, key)
  return key
}

function keyOf(node: Node): string {
  switch (node.kind) {
    case 'leaf': {
      const { ref, operation, value, valueRef } = node
      const other = valueRef === undefined ? canonicalJson(value) : `fact ${refKey(valueRef)}`
      return `${refKey(ref)} ${operation.name} ${other}`
    }
    case 'undefined':
      return 'never'
    case 'named':
      return conditionKey(node.child)
    case 'not':
      return `not(${conditionKey(node.child)})`
    default:
      return `${node.kind}(${node.children.map(conditionKey).join(';')})`
  }
}
