import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** The tests that mutants are held against, `MUTATION_TESTS` of them; see setup.ts. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: (process.env['MUTATION_TESTS'] ?? 'packages/*/test/**/*.test.ts').split(','),
    // What a module keeps (zones, calendars of a test file) must not outlive the mutant it was made by.
    isolate: true,
    setupFiles: ['test/mutation/setup.ts'],
    reporters: ['default'],
  },
})
