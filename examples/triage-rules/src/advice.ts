/** What a team does about a finding, by its code. The README explains each at more length. */
export const ADVICE: Readonly<Record<string, string>> = {
  'rule-shadowed': 'move it up, narrow the rules before it, or delete it',
  'rule-contradictory':
    'two of its conditions exclude each other: drop one, or put them into `any`',
  'rules-conflicting':
    'narrow one of the two, or choose the hit policy `first` and put them in order',
  'rule-redundant': 'delete it, or change what it asks for',
  gap: 'add a rule for such requests, or a last rule for whatever is left',
  'named-condition-unused': 'delete it, or use it',
  'named-condition-constant': 'correct it: rules that rest on it always or never match',
  'condition-redundant': 'leave this part out, or correct it: it was meant to make a difference',
  'analysis-undecided': 'nothing is known to be wrong here, nor to be right: split the rule',
  'analysis-unknown': 'nothing is known to be wrong here, nor to be right: cover it with tests',
  'test-failed': 'correct the rule, or the test where the rule is meant',
  'rule-untested': 'add a test that it matches',
}
