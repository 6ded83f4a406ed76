import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** The tests that mutants are held against, with laws that have one seed and do not search for the smallest failure. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/{kernel,calendar}/test/**/*.test.ts', 'test/conformance/*.test.ts'],
    setupFiles: ['test/mutation/setup.ts'],
    reporters: ['default'],
  },
})
