import { mkdirSync, writeFileSync } from 'node:fs'
import { sampleLog } from './sample/sample.ts'

const folder = new URL('../sample/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('incident-log.csv', folder), sampleLog())
