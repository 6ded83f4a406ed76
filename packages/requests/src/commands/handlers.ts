import { taskHandlers } from '../tasks/task-handlers.ts'
import { attachTime, followUp } from './after-close.ts'
import { approve, reject } from './approval.ts'
import type { CommandType } from './command-document.ts'
import { accept, decline, offer, recall } from './hand-over.ts'
import { message } from './messages.ts'
import { cancel, close, reopen, resolve } from './resolution.ts'
import type { Handler } from './scene.ts'
import { resume, wait } from './waiting.ts'
import { assess, assign, move, take } from './work.ts'

/** Who decides which command. `submit` begins a request, and `wake` only lets its clocks speak. */
export const handlers: {
  readonly [T in Exclude<CommandType, 'submit' | 'wake'>]: Handler<T>
} = {
  assess,
  take,
  assign,
  move,
  message,
  wait,
  resume,
  resolve,
  reopen,
  close,
  cancel,
  followUp,
  attachTime,
  offer,
  accept,
  decline,
  recall,
  approve,
  reject,
  ...taskHandlers,
}
