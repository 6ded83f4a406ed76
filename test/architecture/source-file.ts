import ts from 'typescript'

/** What the architecture rules need to know of a TypeScript file. */
export interface SourceFile {
  /** From the workspace's folder, such as `src/index.ts`. */
  readonly path: string
  readonly lines: number
  /** Every module it names, in any form: static, type-only, re-exported, dynamic, `require`, `typeof import(…)`. */
  readonly imports: readonly Import[]
  readonly defaultExports: readonly number[]
  /** Lines of top-level statements other than `export { … } from` and `export * as name from`. */
  readonly ownStatements: readonly number[]
}

export interface Import {
  readonly specifier: string
  readonly line: number
}

/** Reads a file with the compiler's own parser, so that no form of import is missed and no text is taken for one. */
export function parseSource(path: string, text: string): SourceFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineOf = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
  const imports: Import[] = []
  const defaultExports: number[] = []

  function visit(node: ts.Node): void {
    const named = namedModule(node)
    if (named !== undefined) imports.push({ specifier: named, line: lineOf(node) })
    if (exportsDefault(node)) defaultExports.push(lineOf(node))
    ts.forEachChild(node, visit)
  }

  visit(file)
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    defaultExports,
    ownStatements: file.statements.filter((node) => !isNamedReexport(node)).map(lineOf),
  }
}

function namedModule(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return textOf(node.moduleSpecifier)
  }
  if (ts.isExternalModuleReference(node)) return textOf(node.expression)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return textOf(node.argument.literal)
  }
  if (ts.isCallExpression(node)) {
    const { expression } = node
    const isRequire = ts.isIdentifier(expression) && expression.text === 'require'
    if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword)
      return textOf(node.arguments[0])
  }
  return undefined
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined
}

function exportsDefault(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true
  if (ts.isExportSpecifier(node)) return node.name.text === 'default'
  if (!ts.canHaveModifiers(node)) return false
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false
}

function isNamedReexport(node: ts.Statement): boolean {
  if (!ts.isExportDeclaration(node) || node.exportClause === undefined) return false
  // `export {}` is the face of a package that has nothing to show yet.
  if (node.moduleSpecifier !== undefined) return true
  return ts.isNamedExports(node.exportClause) && node.exportClause.elements.length === 0
}
