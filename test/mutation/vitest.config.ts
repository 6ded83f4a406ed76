import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** The tests that mutants are held against, `MUTATION_TESTS` of them; see setup.ts. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: (process.env['MUTATION_TESTS'] ?? 'packages/*/test/**/*.test.ts').split(','),
    setupFiles: ['test/mutation/setup.ts'],
    reporters: ['default'],
  },
})
