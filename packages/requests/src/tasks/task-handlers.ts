import type { CommandType } from '../commands/command-document.ts'
import type { Handler } from '../commands/scene.ts'
import { link, unlink } from './link.ts'
import { mergeInto } from './merge-into.ts'
import { quickTask } from './quick-task.ts'
import { noteChild, rejoin, split } from './split.ts'
import { rejoinTask, splitTask } from './task-split.ts'
import {
  acceptTask,
  addTask,
  cancelTask,
  changeTask,
  declineTask,
  dispatchTask,
  finishTask,
} from './task-work.ts'

type TaskCommandType = Extract<
  CommandType,
  `${string}Task` | 'split' | 'rejoin' | 'noteChild' | 'mergeInto' | 'link' | 'unlink'
>

/** Who decides the commands about tasks, links and the requests that are split off. */
export const taskHandlers: { readonly [T in TaskCommandType]: Handler<T> } = {
  addTask,
  changeTask,
  dispatchTask,
  acceptTask,
  declineTask,
  finishTask,
  cancelTask,
  splitTask,
  rejoinTask,
  quickTask,
  split,
  rejoin,
  noteChild,
  mergeInto,
  link,
  unlink,
}
