import { writeFileSync } from 'node:fs'
import { readmes } from './tables.ts'

for (const { path, found, expected } of await readmes()) {
  if (found === expected) continue
  writeFileSync(path, expected)
  console.log(`wrote the tables of ${path}`)
}
