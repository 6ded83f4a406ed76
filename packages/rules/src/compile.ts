/** Conditions as closures over a frame: no text becomes code, so the strictest content security policy is kept. */
import { type Coded, typeError } from '@holdfast/kernel'
import { AT, type Facts, type Frame, type Slots } from './facts.ts'
import { type Leaf, leavesOf, type Node } from './node.ts'

/** Whether a condition holds for what a frame holds. */
export type Test = (frame: Frame) => boolean

/**
 * The condition as the stock engine asks it where that can be noticed: every comparison of one priority is made
 * before any is judged, and `facts`, when given, must have every fact that is asked for.
 */
export type StrictTest = (frame: Frame, facts: Facts | undefined) => boolean

/** The error of a fact that is asked for and not there, as the stock engine names it. */
export function undefinedFact(fact: string): Coded<TypeError> {
  return typeError('UNDEFINED_FACT', `the fact ${JSON.stringify(fact)} is not given`)
}

/** Whether some facts make the stock engine throw on it. */
export function canThrow(node: Node): boolean {
  for (const leaf of leavesOf(node)) if (leaf.mayThrow) return true
  return false
}

/** The fast form, which asks no more than it has to. Only for conditions that cannot throw. */
export function compile(node: Node, slots: Slots): Test {
  switch (node.kind) {
    case 'leaf':
      return compileLeaf(node, slots)
    case 'undefined':
      return () => false
    case 'named':
      return compile(node.child, slots)
    case 'not': {
      const child = compile(node.child, slots)
      return (frame) => !child(frame)
    }
    case 'all':
      return every(node.children.map((child) => compile(child, slots)))
    case 'any':
      return some(node.children.map((child) => compile(child, slots)))
  }
}

/** All of some tests. */
export function every(tests: readonly Test[]): Test {
  const [a, b, c] = tests as [Test, Test, Test]
  switch (tests.length) {
    case 0:
      return () => true
    case 1:
      return a
    case 2:
      return (frame) => a(frame) && b(frame)
    case 3:
      return (frame) => a(frame) && b(frame) && c(frame)
    default:
      return (frame) => {
        for (const test of tests) if (!test(frame)) return false
        return true
      }
  }
}

function some(tests: readonly Test[]): Test {
  const [a, b, c] = tests as [Test, Test, Test]
  switch (tests.length) {
    case 1:
      return a
    case 2:
      return (frame) => a(frame) || b(frame)
    case 3:
      return (frame) => a(frame) || b(frame) || c(frame)
    default:
      return (frame) => {
        for (const test of tests) if (test(frame)) return true
        return false
      }
  }
}

function compileLeaf({ ref, operation, value, valueRef }: Leaf, slots: Slots): Test {
  const slot = slots.slotOf(ref)
  const { compare, operator, decorators } = operation
  if (valueRef !== undefined) {
    const other = slots.slotOf(valueRef)
    if (other === slot && ref.path?.many === true) {
      // What `[*]` finds is a new list each time it is read, and no list is another one.
      return (frame) =>
        compare(
          frame[slot] ?? slots.load(frame, slot),
          slots.load(frame, slot),
          frame[AT] as number,
        )
    }
    return (frame) =>
      compare(
        frame[slot] ?? slots.load(frame, slot),
        frame[other] ?? slots.load(frame, other),
        frame[AT] as number,
      )
  }
  if (decorators.length > 0 || operator.against === undefined) {
    return (frame) => compare(frame[slot] ?? slots.load(frame, slot), value, frame[AT] as number)
  }
  // Most comparisons are equalities, and a call more would be most of what one costs.
  if (operator.name === 'equal') {
    return (frame) => (frame[slot] ?? slots.load(frame, slot)) === value
  }
  const compares = operator.against(value)
  return (frame) => compares(frame[slot] ?? slots.load(frame, slot), frame[AT] as number)
}

/** The form that notices everything the stock engine notices. */
export function compileStrict(node: Node, slots: Slots): StrictTest {
  switch (node.kind) {
    case 'leaf': {
      const test = compileLeaf(node, slots)
      const facts = node.valueRef ? [node.valueRef.fact, node.ref.fact] : [node.ref.fact]
      return (frame, given) => {
        const missing = given && facts.find((fact) => !Object.hasOwn(given, fact))
        if (missing !== undefined) throw undefinedFact(missing)
        return test(frame)
      }
    }
    case 'undefined':
      return () => false
    case 'named':
      return compileStrict(node.child, slots)
    case 'not': {
      const child = compileStrict(node.child, slots)
      return (frame, given) => !child(frame, given)
    }
    case 'all':
    case 'any': {
      const isAll = node.kind === 'all'
      const sets = byPriority(node.children).map((set) =>
        set.map((child) => compileStrict(child, slots)),
      )
      return (frame, given) => {
        for (const set of sets) {
          const held = set.map((test) => test(frame, given))
          if (held.includes(!isAll)) return !isAll
        }
        return isAll
      }
    }
  }
}

/** Sets of equal priority, the highest first. */
export function byPriority(children: readonly Node[]): readonly (readonly Node[])[] {
  const priorities = [...new Set(children.map(({ priority }) => priority))].sort((a, b) => b - a)
  return priorities.map((priority) => children.filter((child) => child.priority === priority))
}
