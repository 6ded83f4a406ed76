/** Kinds of which this package says nothing, or which other tests ask. */
export const OTHER_KINDS: Readonly<Record<string, string>> = {
  'escalation.roundRobin': 'who is told after whom is not decided by a schedule',
  'escalation.timeGate': 'when steps wait is not decided by a schedule',
  'escalation.timeline': 'who is told after whom is not decided by a schedule',
  'plan.assign': 'asked by the tests of planning',
  'plan.periods': 'asked by the tests of planning',
  'schedule.quality': 'a score of its own making, in which an overlap makes up for a gap',
}

/** Cases that follow a rule which this library has decided otherwise, and how. */
export const OTHER_RULES: Readonly<Record<string, string>> = {
  'doc-zd-01':
    'a hand-off stays at its local time, or comes after the same time; it never moves with the season',
  'ga-render-ran-08': 'whoever comes in a place may be covered in turn',
  'gf-test-041': 'that somebody cannot be told follows from nothing in the case',
  'ou-stack-059': 'turns without a length are refused',
  'ou-stack-080':
    'nobody has a Saturday night there that ou-stack-081 gives to A on the same layer',
  'ou-stack-091':
    'a window from Monday to Friday lasts one Wednesday there, unlike that of ou-stack-001',
  'ou-stack-064': 'months on the 31st return to it after a shorter one',
}
