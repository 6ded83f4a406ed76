import type { Param, Params } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of this package's reasons. Another language is a record with the same keys. */
export const rulesPhrases: Phrases = {
  'rules.evaluated': ({ ruleSet, version, at, matched, of }, say) =>
    `${ruleSet} version ${version} at ${say.instant(at)}: ${matched} of ${of} rules match`,
  'rules.refused': ({ ruleSet, code }) =>
    `${ruleSet} decides nothing: ${code === 'facts-invalid' ? 'the facts do not fit the vocabulary' : code}`,
  'rules.factMissing': ({ fact, path }) => `${factAt(fact, path)} is missing`,
  'rules.factInvalid': ({ fact, path, found, expected }) =>
    `${factAt(fact, path)} is ${shown(found)}; expected ${expected}`,
  'rules.factsInvalid': ({ expected }) => `the facts do not go together: ${expected}`,
  'rules.action': ({ action, hitPolicy, rules }) =>
    `${action} (${hitPolicy}): ${isNone(rules) ? 'no rule decides it' : `decided by ${listed(rules)}`}`,
  'rules.conflict': ({ action, hitPolicy, rules }) =>
    `${action} (${hitPolicy}): nothing is decided, because ${listed(rules)} contradict each other`,
  'rules.rule': ({ rule, title, outcome }) =>
    `${rule}${title === undefined ? '' : ` «${title}»`} ${OUTCOMES[String(outcome)] ?? outcome}`,
  'rules.whyNot': ({ rule, status, by }) =>
    status === 'decides'
      ? `${rule} decides`
      : `${rule} does not decide${isNone(by) ? '' : `; ${listed(by)} ${status === 'conflicts' ? 'contradicts it' : 'matches and comes first'}`}`,
  'rules.change': ({ count, proved }) =>
    `it would decide if ${count === 1 ? 'one fact' : `${count} facts`} changed${proved === true ? '' : ' (fewer might do)'}`,
  'rules.factChange': ({ fact, from, to }) => `${fact} from ${shown(from)} to ${shown(to)}`,
  'rules.noChange': ({ kind }) => NO_CHANGE[String(kind)] ?? String(kind),
  'rules.all': ({ holds, count, of }) =>
    of === 0 ? 'no condition: always' : `${count} of ${of} hold, all must: ${yesOrNo(holds)}`,
  'rules.any': ({ holds, count, of }) => `${count} of ${of} hold, one must: ${yesOrNo(holds)}`,
  'rules.not': ({ holds }) => `the opposite must hold: ${yesOrNo(holds)}`,
  'rules.named': ({ name, holds }) => `«${name}»: ${yesOrNo(holds)}`,
  'rules.undefined': ({ name }) => `«${name}» is not defined and never holds`,
  'rules.compared': (params) =>
    `${comparison(params)}: ${isPlainlyEqual(params) ? 'yes' : `${yesOrNo(params['holds'])}, it is ${shown(params['actual'])}`}`,
  'rules.wrongType': (params) =>
    `${comparison(params)}: ${yesOrNo(params['holds'])}, nothing can be said of ${shown(params['actual'])}`,
  'rules.missing': (params) =>
    `${comparison(params)}: ${yesOrNo(params['holds'])}, ${listed(params['missing'])} is missing`,
}

/** What operators are called in a sentence; one that is missing here, or has decorators, goes by its name. */
const WORDS: Readonly<Record<string, string>> = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  doesNotContain: 'does not contain',
  lessThan: 'is less than',
  lessThanInclusive: 'is at most',
  greaterThan: 'is more than',
  greaterThanInclusive: 'is at least',
  textContains: 'contains',
  textContainsAny: 'contains any of',
  textStartsWith: 'starts with',
  textEndsWith: 'ends with',
  textLike: 'is like',
  dateBefore: 'is before',
  dateOnOrBefore: 'is at or before',
  dateAfter: 'is after',
  dateOnOrAfter: 'is at or after',
  dateOlderThan: 'is further back than',
  dateWithinLast: 'is within the last',
  dateWithinNext: 'is within the next',
  durationLessThan: 'is shorter than',
  durationLessThanInclusive: 'is at most',
  durationGreaterThan: 'is longer than',
  durationGreaterThanInclusive: 'is at least',
}

const NO_CHANGE: Readonly<Record<string, string>> = {
  impossible: 'no request makes it decide',
  undecided: 'the search for a request that makes it decide ran out of steps',
  unknown: 'it rests on comparisons that cannot be analyzed',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  decides: 'matches and decides',
  outranked: 'matches and is outranked',
  conflicts: 'matches and is in conflict',
  fails: 'does not match',
  notInEffect: 'is not in effect',
}

function comparison({ fact, operator, expected, expectedFrom }: Params): string {
  const value =
    expectedFrom === undefined ? shown(expected) : `${expectedFrom} (${shown(expected)})`
  const words = Object.hasOwn(WORDS, String(operator)) ? WORDS[String(operator)] : operator
  return `${fact} ${words} ${value}`
}

/** What is there need not be said twice. */
function isPlainlyEqual({ operator, holds, expectedFrom }: Params): boolean {
  return operator === 'equal' && holds === true && expectedFrom === undefined
}

function factAt(fact: Param | undefined, path: Param | undefined): string {
  return path === '' || path === undefined ? String(fact) : `${fact}.${path}`
}

function shown(value: Param | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function listed(values: Param | undefined): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}

function isNone(values: Param | undefined): boolean {
  return Array.isArray(values) && values.length === 0
}

function yesOrNo(holds: Param | undefined): string {
  return holds === true ? 'yes' : 'no'
}
