export type { CommandOf, RequestCommand } from './commands/command.ts'
export { type CommandType, commandSchema } from './commands/command-document.ts'
export type { RequestContext } from './commands/scene.ts'
export { decide } from './decide.ts'
export {
  EVENT_SCHEMA,
  type EventOf,
  type EventType,
  type RequestEvent,
  type StoredEvent,
} from './event.ts'
export { evolve } from './evolve.ts'
export { explainRefusal } from './explain-refusal.ts'
export { checkLifecycle, createLifecycle } from './lifecycle/create-lifecycle.ts'
export type {
  Lifecycle,
  LifecycleDeps,
  Transition,
  TransitionTable,
} from './lifecycle/lifecycle.ts'
export {
  CATEGORIES,
  type Category,
  LIFECYCLE_FORMAT,
  type LifecycleDocument,
  lifecycleJsonSchema,
  TRIGGERS,
  type Trigger,
} from './lifecycle/lifecycle-document.ts'
export { toMermaid } from './lifecycle/mermaid.ts'
export { REQUEST_CONDITIONS, requestVocabulary } from './lifecycle/request-facts.ts'
export { SHIPPED_LIFECYCLES } from './lifecycle/shipped.ts'
export { needs, type Query } from './needs.ts'
export { noticesOf } from './notices.ts'
export { requestsPhrases } from './phrases/phrases.ts'
export { type Due, nextDue } from './promises/due.ts'
export { type Flow, flowOf, silentSince } from './promises/flow.ts'
export { isUnattended, nextActionOf } from './promises/next-action.ts'
export { explainedOwed, owed } from './promises/owed.ts'
export { wakeups } from './promises/wakeups.ts'
export { react } from './react.ts'
export { marksOf, type Replay, type ReplayOptions, replay, type StreamProblem } from './replay.ts'
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
export { openChildren } from './tasks/children.ts'
export {
  EXPORTED_TASK_FORMAT,
  type ExportedTask,
  exportedTaskJsonSchema,
  exportedTaskSchema,
  exportTask,
} from './tasks/export-task.ts'
export { type Readiness, STANDARD_READINESS, taskReadiness } from './tasks/readiness.ts'
export { type RollUp, rollUp } from './tasks/roll-up.ts'
export { TASK_WORDS, type TaskWords, taskMarkdown } from './tasks/task-markdown.ts'
export { type Upcaster, upcast } from './upcast.ts'
export { type CustomerView, customerView, type OpenWay, type RequestView, view } from './view.ts'
