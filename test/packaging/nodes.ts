import { run } from '../check/command.ts'

/** The newer Nodes that everything must run on besides the one at hand. */
export const NODES = ['22', '24'] as const

const found = new Map<string, Promise<string | undefined>>()

/** The path of another Node, fetched from the npm registry; `undefined` when it cannot be had. */
export function nodeOf(version: string): Promise<string | undefined> {
  const known = found.get(version) ?? fetchNode(version)
  found.set(version, known)
  return known
}

async function fetchNode(version: string): Promise<string | undefined> {
  const script = "node -p '[process.versions.node, process.execPath].join(` `)'"
  const { code, stdout } = await run('npx', ['-y', '-p', `node@${version}`, '-c', script])
  const [actual, path] = stdout.trim().split(' ')
  return code === 0 && actual?.startsWith(`${version}.`) ? path : undefined
}
