import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('./packages', import.meta.url))
const examples = fileURLToPath(new URL('./examples', import.meta.url))

export default defineConfig({
  resolve: {
    // Sources, never builds. An alias and not the export condition: the mutation runner tests a copy of the
    // tree, and through the workspace links the condition would lead back to the original.
    alias: [
      {
        find: /^@holdfast\/example-([a-z-]+)\/([a-z-]+)$/,
        replacement: `${examples}/$1/src/$2.ts`,
      },
      { find: /^@holdfast\/([a-z-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@holdfast\/([a-z-]+)\/([a-z-]+)$/, replacement: `${packages}/$1/src/$2.ts` },
    ],
  },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: [fileURLToPath(new URL('./test/seed.ts', import.meta.url))],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
})
