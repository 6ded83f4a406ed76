import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'

type Targets<K extends 'attention' | 'news'> = LifecycleDocument[K]['targets']

/** Time counts while the desk is open. */
export const DESK_CLOCK = {
  counts: 'businessTime',
  calendar: 'desk',
} satisfies LifecycleDocument['clock']

/** Days on which the desk is open; what is due on one is due by its end. */
export const DESK_DAYS = {
  counts: 'businessDays',
  calendar: 'desk',
  due: 'endOfDay',
} satisfies LifecycleDocument['clock']

/** What the desk waits for that is not the customer. */
export const OTHER_BLOCKERS = ['vendor', 'team', 'sales', 'change', 'problem', 'date']

/** What the customer may do as well as the desk: object, agree, withdraw. */
export const ANYBODY = ['desk', 'customer', 'system']

/** What waits for a team goes on when its tasks are done, where it stopped. */
export const TEAM_DONE = {
  on: 'tasksDone',
  from: 'on-hold',
  to: 'previous',
  guards: [
    {
      id: 'waits-for-team',
      title: 'It waits for a team',
      condition: { all: [{ fact: 'blocker', operator: 'equal', value: 'team' }] },
    },
  ],
} satisfies LifecycleDocument['transitions'][number]

/** The managers on duty hear of what was not kept for the worst. */
const DUTY_MANAGER = 'role:duty-manager'

/**
 * News while something stands still, by how much it hurts. One who is asked for something knows what is waited for, and
 * a date was agreed; so those hear less often than one who waits for us or for those behind us.
 */
export const STANDARD_NEWS: Targets<'news'> = [
  { blockers: ['customer', 'date'], priorities: ['P1'], every: 'PT8H' },
  { blockers: ['customer', 'date'], priorities: ['P2'], every: 'PT16H' },
  { blockers: ['customer', 'date'], every: 'PT40H' },
  { priorities: ['P1'], every: 'PT1H', warnAt: [0.75], escalateTo: DUTY_MANAGER },
  { priorities: ['P2'], every: 'PT4H', warnAt: [0.75], escalateTo: DUTY_MANAGER },
  { priorities: ['P3'], every: 'PT16H' },
  { every: 'PT24H' },
]

/** How often somebody looks at what is open and waits for nobody. */
export const STANDARD_ATTENTION: Targets<'attention'> = [
  { priorities: ['P1'], every: 'PT1H', warnAt: [0.75], escalateTo: DUTY_MANAGER },
  { priorities: ['P2'], every: 'PT4H', warnAt: [0.75] },
  { priorities: ['P3'], every: 'PT8H' },
  { every: 'PT16H' },
]

/** How long an offer stands before it is the offerer's again. */
const STANDARD_ACCEPTANCE: LifecycleDocument['handover']['acceptance'] = [
  { priorities: ['P1'], within: 'PT15M', escalateTo: DUTY_MANAGER },
  { priorities: ['P2'], within: 'PT1H' },
  { priorities: ['P3'], within: 'PT4H' },
  { within: 'PT8H' },
]

/** Sales can do nothing with a customer whose need nobody wrote down. Source: R12. */
export const NEED_FOR_SALES = ['team:sales']

/** What comes back three times goes to somebody who decides where it belongs. */
export const STANDARD_BOUNCES = {
  limit: 3,
  to: 'role:duty-manager',
} satisfies LifecycleDocument['handover']['bounces']

/** How a request passes from one to the other. */
export const STANDARD_HANDOVER: LifecycleDocument['handover'] = {
  acceptance: STANDARD_ACCEPTANCE,
  needFor: NEED_FOR_SALES,
  bounces: STANDARD_BOUNCES,
}

/** Two reminders, then an end that the customer was told of. */
export const STANDARD_SILENCE: LifecycleDocument['silentCustomer'] = {
  clock: DESK_DAYS,
  steps: [
    { after: 'P2D', do: 'remind', message: 'We need your answer to go on.' },
    {
      after: 'P5D',
      do: 'remind',
      message: 'Without your answer we regard this as settled in five business days.',
    },
    {
      after: 'P10D',
      do: 'resolve',
      message: 'We regard this as settled. Answer, and we go on where we stopped.',
    },
  ],
}
