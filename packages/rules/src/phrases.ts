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
    `${rule} ${OUTCOMES[String(status)] ?? status}${isNone(by) ? '' : `: ${listed(by)}`}`,
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
    `${comparison(params)}, it is ${shown(params['actual'])}: ${yesOrNo(params['holds'])}`,
  'rules.wrongType': (params) =>
    `${comparison(params)}, which says nothing of ${shown(params['actual'])}: ${yesOrNo(params['holds'])}`,
  'rules.missing': (params) =>
    `${comparison(params)}, but ${listed(params['missing'])} is missing: ${yesOrNo(params['holds'])}`,
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
  return `${fact} ${operator} ${value}`
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
