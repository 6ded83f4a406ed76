import type { NestedCondition, TopLevelCondition } from 'json-rules-engine'
import { byPriority } from './compile.ts'
import { type FactRef, type Leaf, type Node, refsOf } from './node.ts'
import type { Path } from './path.ts'

/**
 * A comparison in the engine. Its place is where the compiled executor comes to it: of several faults in one run, the
 * one at the lowest place is told.
 */
export interface EngineLeaf {
  readonly leaf: Leaf
  readonly place: number
  /** The name its operator goes by: its own where it can fail, so that the fault has a place. */
  readonly operator: string
}

export interface EngineConditions {
  /** A fresh copy for the engine, which changes what it is given. */
  add(node: Node): TopLevelCondition
  readonly leaves: readonly EngineLeaf[]
  /** The paths of references, by their texts. */
  readonly paths: ReadonlyMap<string, Path>
}

/** What a reference hands to the function that reads its fact. */
export interface ReadParams {
  readonly place: number
}

/** Conditions as the stock engine takes them, named ones in place of their names. */
export function engineConditions(): EngineConditions {
  const leaves: EngineLeaf[] = []
  const paths = new Map<string, Path>()

  function convert(node: Node): NestedCondition {
    const { priority } = node
    switch (node.kind) {
      case 'leaf':
        return comparison(node)
      case 'undefined':
        return { condition: node.name, priority }
      case 'named':
        return { ...convert(node.child), priority }
      case 'not':
        return { not: convert(node.child), priority }
      case 'all':
        return { all: byPriority(node.children).flat().map(convert), priority }
      default:
        return { any: byPriority(node.children).flat().map(convert), priority }
    }
  }

  function comparison(leaf: Leaf): NestedCondition {
    const place = leaves.length
    const operator = leaf.mayThrow ? `comparison ${place}` : leaf.operation.name
    leaves.push({ leaf, place, operator })
    for (const { path } of refsOf(leaf)) if (path !== undefined) paths.set(path.text, path)
    const value = leaf.valueRef === undefined ? leaf.value : read(leaf.valueRef, place)
    return { ...read(leaf.ref, place), operator, value, priority: leaf.priority }
  }

  return {
    // The root of a condition is never a comparison: that is refused at load.
    add: (node) => convert(node) as TopLevelCondition,
    leaves,
    paths,
  }
}

function read({ fact, path }: FactRef, place: number) {
  const params = { place } satisfies ReadParams
  return { fact, params, ...(path !== undefined && { path: path.text }) }
}
