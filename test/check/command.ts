import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a command to its end and gives what it printed; a command that cannot be started counts as failed. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: Surroundings = {},
): Promise<Outcome> {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.stderr += text
    })
    child.on('error', (error) => settle({ code: 127, ...printed, stderr: error.message }))
    child.on('close', (code) => settle({ code: code ?? 1, ...printed }))
  })
}

/** Runs a command and gives its standard output. Throws everything it printed when it fails. */
export async function succeed(
  command: string,
  args: readonly string[],
  surroundings?: Surroundings,
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, surroundings)
  if (code === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`)
}

/** Runs the workspace's pnpm, also when this was not started by it. */
export function pnpm(...args: string[]): Promise<string> {
  return succeed('npx', ['-y', 'pnpm@12.21.0', ...args])
}

/** The path of a file inside a package that the tests depend on. */
export function toolPath(dependency: string, file: string): string {
  return join(ROOT, 'test/node_modules', dependency, file)
}

/** The Node that runs the checks themselves. */
export const NODE = process.execPath
