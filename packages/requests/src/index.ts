export { openChildren } from './children.ts'
export type { CommandOf, RequestCommand } from './command.ts'
export { type CommandType, commandSchema } from './command-document.ts'
export { checkLifecycle, createLifecycle } from './create-lifecycle.ts'
export { decide } from './decide.ts'
export { type Due, nextDue } from './due.ts'
export {
  EVENT_SCHEMA,
  type EventOf,
  type EventType,
  type RequestEvent,
  type StoredEvent,
} from './event.ts'
export { evolve } from './evolve.ts'
export { explainRefusal } from './explain-refusal.ts'
export {
  EXPORTED_TASK_FORMAT,
  type ExportedTask,
  exportedTaskJsonSchema,
  exportedTaskSchema,
  exportTask,
} from './export-task.ts'
export { type Flow, flowOf, silentSince } from './flow.ts'
export type { Lifecycle, LifecycleDeps, Transition, TransitionTable } from './lifecycle.ts'
export {
  CATEGORIES,
  type Category,
  LIFECYCLE_FORMAT,
  type LifecycleDocument,
  lifecycleJsonSchema,
  TRIGGERS,
  type Trigger,
} from './lifecycle-document.ts'
export { toMermaid } from './mermaid.ts'
export { needs, type Query } from './needs.ts'
export { isUnattended, nextActionOf } from './next-action.ts'
export { noticesOf } from './notices.ts'
export { explainedOwed, owed } from './owed.ts'
export { requestsPhrases } from './phrases.ts'
export { react } from './react.ts'
export { type Readiness, STANDARD_READINESS, taskReadiness } from './readiness.ts'
export { marksOf, type Replay, type ReplayOptions, replay, type StreamProblem } from './replay.ts'
export { REQUEST_CONDITIONS, requestVocabulary } from './request-facts.ts'
export { type RollUp, rollUp } from './roll-up.ts'
export type { RequestContext } from './scene.ts'
export { SHIPPED_LIFECYCLES } from './shipped.ts'
export type {
  Approval,
  Child,
  CustomerFacts,
  Link,
  NextAction,
  Offer,
  RequestState,
  Resolution,
  Task,
  Wait,
} from './state.ts'
export { TASK_WORDS, type TaskWords, taskMarkdown } from './task-markdown.ts'
export { type Upcaster, upcast } from './upcast.ts'
export { type CustomerView, customerView, type OpenWay, type RequestView, view } from './view.ts'
export { wakeups } from './wakeups.ts'
