import { defineConfig } from 'vitest/config'
import ordinary from '../vitest.config.ts'

/** The slower checks of `pnpm check`: linters, builds, packages as their users get them, other Nodes, a browser. */
export default defineConfig({
  ...(ordinary.resolve && { resolve: ordinary.resolve }),
  test: {
    include: ['**/*.check.ts'],
    globalSetup: 'check/scratch.ts',
    // One worker and no isolation, so that the packages are built and packed once for all checks.
    fileParallelism: false,
    pool: 'threads',
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ['verbose', ['json', { outputFile: '../.reports/check.json' }]],
  },
})
