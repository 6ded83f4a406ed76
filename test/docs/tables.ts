import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../check/command.ts'
import { fieldsTable, type Schema } from './fields.ts'

const PLACE = /(<!-- fields:start ([\w-]+) -->\n)[\s\S]*?(<!-- fields:end -->)/g

/** A page with the table of every document that it has a place for, by the document's name. */
export function withTables(text: string, tableOf: (name: string) => string): string {
  return text.replace(PLACE, (_, start: string, name: string, end: string) => {
    return `${start}\n${tableOf(name)}\n\n${end}`
  })
}

/** The README of every package, as it is and as the schemas that the package exports make it. */
export async function readmes(): Promise<{ path: string; found: string; expected: string }[]> {
  const packages = readdirSync(join(ROOT, 'packages')).filter((name) => {
    return existsSync(join(ROOT, 'packages', name, 'README.md'))
  })
  return Promise.all(
    packages.map(async (name) => {
      const path = join(ROOT, 'packages', name, 'README.md')
      const found = readFileSync(path, 'utf8')
      const face = (await import(/* @vite-ignore */ `@holdfast/${name}`)) as Face
      const expected = withTables(found, (document) => fieldsTable(schemaOf(face, document)))
      return { path, found, expected }
    }),
  )
}

type Face = Readonly<Record<string, unknown>>

/** The schema of the document `calendar` is what `calendarJsonSchema()` gives. */
function schemaOf(face: Face, document: string): Schema {
  const name = `${document.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}JsonSchema`
  const schema = face[name]
  if (typeof schema !== 'function') throw new Error(`there is no ${name} for the table ${document}`)
  return (schema as () => Schema)()
}
