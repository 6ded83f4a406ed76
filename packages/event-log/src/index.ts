export {
  LOG_MAPPING_FORMAT,
  type LogMappingDocument,
  logMappingJsonSchema,
  logMappingSchema,
} from './document.ts'
export type { LogInput } from './input.ts'
export { checkLogMapping, createLogMapping, type LogMapping } from './log-mapping.ts'
export { MAPPINGS } from './mappings/mappings.ts'
export {
  type Log,
  type LoggedCase,
  type LogProgress,
  type ReadLogOptions,
  readLog,
} from './read-log.ts'
export type { BadRowCode, BadRows, LogReport, Oddity, OddityCode } from './report.ts'
