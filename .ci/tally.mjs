// Sums vitest's JSON reports into one line. Each argument is `name:exit code:report`; plain JavaScript without
// dependencies, so that it also tells of an install that failed.
import { readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }

for (const argument of process.argv.slice(2)) {
  const [name, code, path] = argument.split(':')
  const { passed, failed, skipped } = countsOf(path)
  total.passed += passed
  total.skipped += skipped
  // What fails before or beside its tests, such as the compiler, counts as one failure.
  const unseen = code !== '0' && failed === 0 ? 1 : 0
  if (unseen) console.log(`pnpm ${name} ended with ${code}`)
  total.failed += failed + unseen
}

const { passed, failed, skipped } = total
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

function countsOf(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const broken = report.testResults.filter((file) => {
      return file.status === 'failed' && file.assertionResults.length === 0
    })
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
