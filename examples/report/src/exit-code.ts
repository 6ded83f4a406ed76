import { isDocumentError } from '@holdfast/kernel'
import type { Wrong } from './options.ts'
import type { Terminal } from './terminal.ts'
import { isTrouble } from './trouble.ts'

/** What a program does with a call that can be answered. */
export interface Answer<Asked> {
  readonly help: string
  /** Throws what a user can put right, or what nobody foresaw. */
  report(asked: Asked): Promise<void>
}

/** Answers a call, and with the exit code: 0, 1 for input that cannot be used, 2 for a wrong call. */
export async function exitCodeOf<Asked extends { readonly help?: boolean }>(
  asked: Asked | Wrong,
  { out, err }: Terminal,
  { help, report }: Answer<Asked>,
): Promise<number> {
  if (isWrong(asked)) {
    err(`${asked.wrong}\n\n${help}`)
    return 2
  }
  if (asked.help === true) {
    out(help)
    return 0
  }
  try {
    await report(asked)
    return 0
  } catch (error) {
    if (!isForTheUser(error)) throw error
    err(`${error.message}\n`)
    return 1
  }
}

function isWrong(asked: object): asked is Wrong {
  return 'wrong' in asked
}

/** Which errors a user can put right: those of files and documents, and a calendar that is never open. */
function isForTheUser(error: unknown): error is Error {
  if (isTrouble(error) || isDocumentError(error)) return true
  return error instanceof RangeError && 'code' in error && error.code === 'never-open'
}
