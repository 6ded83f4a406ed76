export { CASE_ELEMENTS, type CaseElement } from './case-element.ts'
export {
  compareWakeups,
  type Decision,
  type Notice,
  noticeSchema,
  type Refusal,
  refusal,
  refusalSchema,
  type Wakeup,
  wakeupSchema,
} from './decision.ts'
export { didYouMean } from './did-you-mean.ts'
export { checkDirectory, createDirectory, type Directory } from './directory.ts'
export {
  DIRECTORY_FORMAT,
  type DirectoryDocument,
  directoryJsonSchema,
  directorySchema,
  type Person,
  type Team,
} from './directory-document.ts'
export {
  type DocumentReading,
  type DocumentSource,
  documentHeader,
  formatSchema,
  isDocumentSource,
  localDateSchema,
  openEnum,
  type Position,
  readDocument,
  type Sound,
} from './document.ts'
export {
  addDuration,
  type Duration,
  type DurationParts,
  durationSchema,
  formatDuration,
  parseDuration,
  toMillis,
  toParts,
} from './duration.ts'
export { type Effective, effectiveSpan } from './effective.ts'
export { type Coded, quote, rangeError, typeError } from './errors.ts'
export { type Explaining, explainWith, type ReasonsOf } from './explained.ts'
export {
  assertUsable,
  type DocumentError,
  documentError,
  type Finding,
  type FindingParts,
  formatFinding,
  isDocumentError,
  toPointer,
} from './finding.ts'
export {
  FIRST_DAY,
  formatInstant,
  type Instant,
  type InstantLike,
  LAST_DAY,
  MAX_INSTANT,
  MIN_INSTANT,
  parseInstant,
  toInstant,
} from './instant.ts'
export { type Interval, instantSchema, interval, intervalSchema } from './interval.ts'
export {
  clip,
  contains,
  difference,
  EMPTY_SET,
  edgesUpTo,
  type IntervalSet,
  intersection,
  intervalSet,
  intervalsOf,
  measure,
  type SetBuilder,
  setBuilder,
  union,
} from './interval-set.ts'
export {
  addMonths,
  civil,
  DAY_MILLIS,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  type LocalDate,
  parseLocalDate,
  toEpochDay,
  toLocalDate,
  WEEKDAYS,
  type Weekday,
  weekdayIndex,
  weekdayOf,
} from './local-date.ts'
export {
  dayOfLocal,
  formatLocalDateTime,
  formatLocalTime,
  type LocalMillis,
  type LocalTime,
  parseLocalDateTime,
  parseLocalTime,
} from './local-time.ts'
export {
  compareMarks,
  MARK_TYPES,
  type Mark,
  type MarkType,
  markSchema,
  WAIT_REASONS,
  type WaitReason,
} from './mark.ts'
export { type Money, moneySchema } from './money.ts'
export {
  isParty,
  PARTY_KINDS,
  type PartyKind,
  type PartyRef,
  parseParty,
  partyRefSchema,
} from './party.ts'
export { type Period, periodStart } from './period.ts'
export { canonicalJson, deepFreeze, frozenCopy } from './plain-data.ts'
export { isUnreadable, readSafely } from './read-safely.ts'
export {
  type Explained,
  type Param,
  type Params,
  paramsSchema,
  type Reason,
  type ReasonSource,
  reason,
  reasonSchema,
} from './reason.ts'
export {
  type LocalTimeKind,
  localDayAt,
  localTimeAt,
  localTimeKind,
  resolveLocal,
  startOfDay,
} from './resolve-local.ts'
export { suggestTimeZone } from './suggest-zone.ts'
export { isTimeZone, type Zone, zoneOf } from './zone.ts'
