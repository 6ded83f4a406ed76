import { format } from 'node:util'
import { runInThisContext } from 'node:vm'
import ts from 'typescript'
import { expect } from 'vitest'

/*
 * A statement in a documented block may claim what it gives, in a comment at its end or on the lines below it:
 *
 *     calendar.isOpen(noon) // => true
 *     console.log(text) // => the printed text
 *     calendar.add(at, 'PT4H') // throws never-open
 */

/** The program of a block in which every claim is held against what really happens. Lines stay where they are. */
export function withClaims(code: string, checker: string): string {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true)
  const edits: Edit[] = []

  function visit(node: ts.Node): void {
    const claim = ts.isStatement(node) ? claimAfter(code, node.end) : undefined
    if (claim === undefined) ts.forEachChild(node, visit)
    else edits.push(...editsFor(node, claim))
  }

  function editsFor(node: ts.Node, { verb, text }: Claim): Edit[] {
    const line = file.getLineAndCharacterOfPosition(node.end).line + 1
    const rest = `, ${JSON.stringify(text)}, ${line})`
    if (ts.isVariableStatement(node)) {
      const name = node.declarationList.declarations.at(-1)?.name.getText(file)
      return [{ from: node.end, to: node.end, text: `; ${checker}.gives(${name}${rest}` }]
    }
    if (!ts.isExpressionStatement(node)) return []
    const { expression } = node
    const start = expression.getStart(file)
    const { end } = expression
    const open = (to: number, opening: string) => ({
      from: start,
      to,
      text: `${checker}.${opening}`,
    })
    if (verb === 'throws') return [open(start, 'throws(() => ('), at(end, `)${rest}`)]
    const isLog = ts.isCallExpression(expression) && expression.expression.getText(file) === LOG
    if (!isLog) return [open(start, 'gives(('), at(end, `)${rest}`)]
    return [open(expression.arguments.pos, 'logs(['), { from: end - 1, to: end, text: `]${rest}` }]
  }

  visit(file)
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code)
}

/** Holds claims: the programs that `withClaims` makes call it. */
export function checkerFor(page: string) {
  const where = (line: number) => `${page}:${line}`
  return {
    gives(value: unknown, claim: string, line: number): void {
      expect(value, where(line)).toEqual(evaluate(claim))
    },
    logs(given: readonly unknown[], claim: string, line: number): void {
      expect(format(...given), where(line)).toBe(claim)
    },
    throws(act: () => unknown, claim: string, line: number): void {
      expect(act, where(line)).toThrow(expect.objectContaining({ code: claim }))
    },
  }
}

const LOG = 'console.log'

interface Claim {
  readonly verb: string
  readonly text: string
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function at(position: number, text: string): Edit {
  return { from: position, to: position, text }
}

/** A claim goes on in comment lines that are indented under it. */
const CLAIM = /^;?\s*?(?:\n[ \t]*)?\/\/ (=>|throws) (.*(?:\n[ \t]*\/\/ {3,}.*)*)/

function claimAfter(code: string, end: number): Claim | undefined {
  const [, verb, text] = CLAIM.exec(code.slice(end)) ?? []
  if (verb === undefined || text === undefined) return undefined
  return { verb, text: text.replace(/\n[ \t]*\/\/ {4}/g, '\n').trim() }
}

function evaluate(claim: string): unknown {
  try {
    return runInThisContext(`(${claim})`) as unknown
  } catch {
    throw new Error(`the claim is not a value written in JavaScript: ${claim}`)
  }
}
