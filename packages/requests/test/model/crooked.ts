import { lifecycleOf } from '../told-story.ts'

const ANYBODY = ['desk', 'customer', 'system']
const WORK = ['in', 'doing', 'checking']
const WAITS = ['asked', 'parked', 'with-board']

/** A lifecycle as no desk would want it: everything that may be written into one, at its edges. */
export const crooked = lifecycleOf({
  id: 'crooked',
  version: 'b',
  format: 'holdfast/lifecycle@1',
  kind: 'crooked',
  intake: 'team:support',
  firstContactOwns: true,
  waitReasons: ['moon'],
  initial: 'in',
  states: {
    in: { category: 'open' },
    doing: { category: 'open', tellWithin: 'PT2H' },
    checking: { category: 'open', tellWithin: 'PT30M' },
    asked: { category: 'waiting', tellWithin: 'PT1H' },
    parked: { category: 'waiting' },
    'with-board': { category: 'waiting' },
    done: { category: 'resolved', tellWithin: 'PT8H' },
    over: { category: 'closed', tellWithin: 'PT1H' },
  },
  transitions: [
    { on: 'take', from: ['in', 'checking'], to: 'doing' },
    { on: 'assess', from: 'in', to: 'doing' },
    { on: 'move', from: WORK, to: 'checking' },
    {
      on: 'move',
      from: WORK,
      to: 'doing',
      guards: [
        {
          id: 'small',
          condition: { all: [{ fact: 'priority', operator: 'notEqual', value: 'P1' }] },
        },
      ],
      who: ['owner', 'person:sal'],
    },
    { on: 'wait', from: [...WORK, ...WAITS], to: 'asked', blockers: ['customer', 'date'] },
    { on: 'wait', from: [...WORK, ...WAITS], to: 'with-board', blockers: ['team', 'moon'] },
    { on: 'wait', from: [...WORK, ...WAITS], to: 'parked' },
    {
      on: 'resume',
      from: 'parked',
      to: 'checking',
      guards: [
        { id: 'big', condition: { all: [{ fact: 'priority', operator: 'equal', value: 'P1' }] } },
      ],
    },
    { on: 'resume', from: WAITS, to: 'previous', who: ANYBODY },
    { on: 'customerMessage', from: ['in', 'asked', 'parked'], to: 'doing' },
    { on: 'customerMessage', from: 'done', to: 'checking' },
    { on: 'accepted', from: ['in', 'asked', 'with-board'], to: 'doing' },
    { on: 'approved', from: [...WORK, ...WAITS], to: 'doing' },
    { on: 'rejected', from: [...WORK, ...WAITS], to: 'checking' },
    { on: 'tasksDone', from: [...WORK, ...WAITS], to: 'checking' },
    { on: 'resolve', from: [...WORK, ...WAITS], to: 'done', who: ANYBODY },
    { on: 'reopen', from: 'done', to: 'in', who: ANYBODY },
    { on: 'close', from: ['done', 'asked', 'parked', 'with-board'], to: 'over', who: ANYBODY },
  ],
  approvals: [
    { id: 'first', by: 'team:support' },
    { id: 'second', by: 'team:support' },
  ],
  clock: { counts: 'businessTime', calendar: 'desk' },
  attention: {
    clock: { counts: 'elapsedTime' },
    targets: [
      { states: ['checking'], every: 'PT3H', warnAt: [0.25, 0.5, 0.75] },
      { priorities: ['P1', 'P2'], every: 'PT45M', warnAt: [0.5, 0.9], escalateTo: 'team:support' },
      { every: 'PT20H', warnAt: [0.5] },
    ],
  },
  news: {
    targets: [
      { blockers: ['moon'], every: 'PT10M', warnAt: [0.1, 0.9] },
      { priorities: ['P1'], every: 'PT2H', escalateTo: 'role:duty-manager' },
      { every: 'PT12H', warnAt: [0.9] },
    ],
  },
  handover: {
    clock: { counts: 'elapsedTime' },
    acceptance: [
      { priorities: ['P1'], within: 'PT15M', warnAt: [0.5] },
      { blockers: ['vendor'], within: 'PT50M', warnAt: [0.2, 0.5] },
      { states: ['checking'], within: 'PT2H' },
      { within: 'PT30H' },
    ],
  },
  silentCustomer: {
    clock: { counts: 'elapsedTime' },
    steps: [
      { after: 'PT1H', do: 'remind', message: 'Please answer' },
      { after: 'PT61M', do: 'remind' },
      { after: 'PT30H', do: 'close', message: 'We close' },
    ],
  },
})

/** As crooked, and nothing that time would bring about at the end. */
export const endless = lifecycleOf({
  id: 'endless',
  version: 1,
  format: 'holdfast/lifecycle@1',
  kind: 'endless',
  intake: 'person:max',
  initial: 'in',
  states: {
    in: { category: 'open' },
    asked: { category: 'waiting' },
    done: { category: 'resolved' },
    over: { category: 'closed' },
  },
  transitions: [
    { on: 'wait', from: 'in', to: 'asked' },
    { on: 'resume', from: 'asked', to: 'previous' },
    { on: 'resolve', from: ['in', 'asked'], to: 'done' },
    { on: 'reopen', from: 'done', to: 'in' },
    { on: 'close', from: 'done', to: 'over' },
  ],
  clock: { counts: 'elapsedTime' },
  attention: { targets: [{ every: 'PT8H' }] },
  news: { targets: [{ every: 'PT8H' }] },
  handover: { acceptance: [{ within: 'PT8H' }] },
  closeAfter: { within: 'PT72H' },
  silentCustomer: { steps: [{ after: 'PT100H', do: 'resolve' }] },
})
