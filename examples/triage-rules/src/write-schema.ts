import { writeFileSync } from 'node:fs'
import { schemaText } from './schema.ts'

writeFileSync(new URL('../rules/triage.schema.json', import.meta.url), schemaText())
