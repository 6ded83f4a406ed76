import { fuzzRequests } from './requests.ts'
import { fuzzRules } from './rules.ts'

const [what, ...told] = process.argv.slice(2)
if (what === 'requests') fuzzRequests(told)
else await fuzzRules(what === 'rules' || what === undefined ? told : [what, ...told])
