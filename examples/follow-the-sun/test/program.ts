import {
  type Program,
  ranWith,
  type Said,
  type Started,
  startedWith,
} from '@holdfast/example-report/tested-program'
import { type Arguments, readArguments } from '../src/arguments.ts'
import { readDocuments } from '../src/documents.ts'
import { type Picture, pictureOf } from '../src/picture.ts'
import { questionOf } from '../src/question.ts'
import { run } from '../src/run.ts'

const program: Program = { page: 'duty.html', run }

/** What the program does, with a folder of its own for the page. */
export function started(...args: string[]): Promise<Started> {
  return startedWith(program, args)
}

/** As `started`, with exactly these arguments. */
export function ran(args: readonly string[]): Promise<Said> {
  return ranWith(program, args)
}

/** What the program would tell. */
export async function pictured(...args: string[]): Promise<Picture> {
  const asked = readArguments(args) as Arguments
  return pictureOf(await readDocuments(asked, { err: () => undefined }), questionOf(asked))
}
