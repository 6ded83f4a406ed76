import { answers } from '../determinism/answers.ts'

console.log(JSON.stringify([...answers()]))
