import { defineConfig } from 'tsup'

/** One build for every package: ESM and CommonJS with their own declarations, for any platform. */
export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  // TypeScript 6 reports the `baseUrl` that tsup sets for declarations as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0', composite: false } },
})
