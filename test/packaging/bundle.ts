import { build, type Plugin } from 'esbuild'

/** Bundles a program of the tests with the packages that a project has installed, instead of the workspace's sources. */
export async function bundleWith(
  project: string,
  program: string,
  platform: 'browser' | 'node',
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    format: 'esm',
    platform,
    target: 'es2022',
    write: false,
    plugins: [fromProject(project)],
  })
  return outputFiles[0]?.text ?? ''
}

/** Resolves what is imported by a package's name as if the project had imported it. */
function fromProject(project: string): Plugin {
  return {
    name: 'from-project',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^(@|\w)/ }, ({ path, kind, pluginData }) => {
        if (pluginData === fromProject || kind === 'entry-point') return null
        return resolve(path, { kind, resolveDir: project, pluginData: fromProject })
      })
    },
  }
}
