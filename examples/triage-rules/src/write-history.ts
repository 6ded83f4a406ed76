import { writeFileSync } from 'node:fs'
import { sampleHistory } from './sample-history.ts'

writeFileSync(new URL('../history/requests.jsonl', import.meta.url), sampleHistory())
