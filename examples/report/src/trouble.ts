import { resolve } from 'node:path'

/** Something a user can put right; the message says what. */
export interface Trouble extends Error {
  readonly isTrouble: true
}

export function trouble(message: string): Trouble {
  return Object.assign(new Error(message), { isTrouble: true as const })
}

export function isTrouble(error: unknown): error is Trouble {
  return error instanceof Error && 'isTrouble' in error
}

/** What keeps a file from being read, in a user's words. */
export function unreadable(path: string, error: unknown): Trouble {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return trouble(`there is no file ${resolve(path)}`)
  if (code === 'EISDIR') return trouble(`${path} is a folder, not a file`)
  return trouble(`${path} cannot be read: ${message}`)
}
