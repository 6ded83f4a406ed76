import { type Instant, type Mark, toInstant } from '@holdfast/kernel'

type ClockState = 'running' | 'paused' | 'stopped'

/** What happened to a request, as the scenarios write it. */
export interface Told {
  readonly createdAt: string
  readonly initialState?: ClockState
  readonly stateHistory?: readonly { readonly at: string; readonly to: ClockState }[]
  readonly contacts?: readonly { readonly at: string; readonly by: 'customer' | 'agent' }[]
  readonly firstResponseAt?: string | null
  /** `false` where the first response was noted down, and no agent wrote. */
  readonly firstResponseCountsAsContact?: boolean
  readonly closedAt?: string | null
}

type Parts = Pick<Mark, 'type'> & Partial<Mark>

const AGENT = { type: 'message', by: 'person:agent' } as const
const CUSTOMER = { type: 'message', by: 'customer:one' } as const

/**
 * The history of a scenario. Its order at one instant is that of the format: states, contacts, the first response, the
 * solution. States and the solution are told apart: a request is `closed` where its state is `stopped`, and `resolved`
 * at `closedAt`; either can be there without the other.
 */
export function marksOf(told: Told): readonly Mark[] {
  const { createdAt, initialState = 'running', firstResponseAt, closedAt } = told
  const states = (told.stateHistory ?? []).toSorted((a, b) => toInstant(a.at) - toInstant(b.at))
  const found: [string, Parts][] = [[createdAt, { type: 'submitted', by: 'customer:one' }]]
  let before: ClockState = 'running'
  for (const { at, to } of [{ at: createdAt, to: initialState }, ...states]) {
    if (to !== before) found.push([at, stateMark(to, before)])
    before = to
  }
  for (const { at, by } of told.contacts ?? []) found.push([at, by === 'agent' ? AGENT : CUSTOMER])
  if (firstResponseAt) {
    const isContact = told.firstResponseCountsAsContact !== false
    const noted = { facts: { firstResponse: true } }
    found.push([firstResponseAt, { ...(isContact ? AGENT : { type: 'accepted' }), ...noted }])
  }
  if (closedAt) found.push([closedAt, { type: 'resolved', by: 'person:agent' }])
  return found
    .map(([at, parts]) => ({ at: toInstant(at), parts }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, parts }, seq) => mark(at, seq, parts))
}

function stateMark(to: ClockState, before: ClockState): Parts {
  switch (to) {
    case 'paused':
      return { type: 'waiting', reason: 'customer' }
    case 'stopped':
      return { type: 'closed' }
    case 'running':
      return { type: before === 'stopped' ? 'reopened' : 'resumed' }
  }
}

function mark(at: Instant, seq: number, parts: Parts): Mark {
  return { id: `m${seq}`, at, seq, about: 'request:1', ...parts }
}
