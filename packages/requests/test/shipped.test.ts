import { describe, expect, it } from 'vitest'
import { type LifecycleDocument, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { foundIn, lifecycleOf } from './lifecycle-desk.ts'

const all = Object.entries<LifecycleDocument>(SHIPPED_LIFECYCLES)
const each = it.each(all)

const { bug, change, complaint } = SHIPPED_LIFECYCLES
const smallProject = SHIPPED_LIFECYCLES['small-project']
const serviceRecovery = SHIPPED_LIFECYCLES['service-recovery']
const newBusiness = SHIPPED_LIFECYCLES['new-business']

/** The guards on the ways into a state. */
function guardsInto(document: LifecycleDocument, state: string, on?: string) {
  return [...lifecycleOf(document).table.values()]
    .flatMap((out) => [...out.values()].flat())
    .filter((row) => row.to === state && (on === undefined || row.on === on))
    .map(({ guards }) => guards)
}

/** Whether every way into a state is open with these facts. */
function mayEnter(document: LifecycleDocument, state: string, facts: object, on?: string) {
  return guardsInto(document, state, on).every((guards) =>
    guards.every((guard) => guard.test({ approved: false, ...facts }, 0)),
  )
}

describe('the shipped lifecycles', () => {
  it('are one for each kind of request', () => {
    expect(Object.keys(SHIPPED_LIFECYCLES)).toEqual([
      'incident',
      'service-request',
      'question',
      'change',
      'bug',
      'complaint',
      'invoicing-exception',
      'enhancement',
      'new-business',
      'small-project',
      'service-recovery',
    ])
  })

  each('%s is named by its kind, and nothing is found in it', (kind, document) => {
    expect(document.kind).toBe(kind)
    expect(foundIn(document)).toEqual([])
  })

  each('%s is plain data that survives JSON', (_, document) => {
    const copy = JSON.parse(JSON.stringify(document)) as unknown
    expect(copy).toEqual(document)
    expect(foundIn(copy)).toEqual([])
  })

  each('%s says to the customer what every state is', (_, { states }) => {
    for (const { label, customerLabel } of Object.values(states)) {
      expect(label).toBeDefined()
      expect(customerLabel).toBeDefined()
    }
  })

  each('%s can be waited in from every open state, called off, and objected to', (_, document) => {
    const { table, states, waitReasons } = lifecycleOf(document)
    for (const [state, out] of table) {
      const category = states[state]?.category
      if (category === 'open') {
        for (const reason of waitReasons.filter((one) => one !== 'release')) {
          expect([state, reason, out.has(`wait:${reason}`)]).toEqual([state, reason, true])
        }
        expect([state, out.has('cancel')]).toEqual([state, true])
      }
      if (category === 'waiting') expect([state, out.has('resume')]).toEqual([state, true])
      if (category === 'resolved')
        expect(out.has('reopen') && out.has('customerMessage')).toBe(true)
    }
  })

  each('%s lets the customer answer what is asked, and withdraw', (_, document) => {
    const rows = [...lifecycleOf(document).table.values()].flatMap((out) =>
      [...out.values()].flat(),
    )
    const asked = rows.filter(({ event }) => event === 'wait:customer').map(({ to }) => to)
    expect(asked.length).toBeGreaterThan(0)
    for (const state of asked) {
      expect(rows.some(({ from, on }) => from === state && on === 'customerMessage')).toBe(true)
    }
    expect(rows.some(({ on, who }) => on === 'cancel' && who.includes('customer'))).toBe(true)
  })
})

describe('what is different where its matter is', () => {
  it('tells the customer of every step of a bug (R165)', () => {
    const told = Object.values(bug.states).filter(({ tellWithin }) => tellWithin !== undefined)
    expect(told.map(({ label }) => label)).toEqual([
      'In Progress',
      'Staging',
      'Canary/GA',
      'Backlog',
      'Blocked',
    ])
  })

  it('calls no bug fixed because the customer is silent', () => {
    const rows = lifecycleOf(bug).table.get('awaiting-customer')?.get('resolve')
    expect(rows?.map(({ to }) => to)).toEqual(['put-aside'])
  })

  it('makes no change that is not approved (R127)', () => {
    expect(mayEnter(change, 'implementing', { approved: false }, 'move')).toBe(false)
    expect(mayEnter(change, 'implementing', { approved: true }, 'move')).toBe(true)
    expect(mayEnter(change, 'done', { approved: false })).toBe(false)
  })

  it('lets no silence settle a change, a complaint, a project or a recovery', () => {
    for (const { silentCustomer } of [change, complaint, smallProject, serviceRecovery]) {
      expect(silentCustomer?.steps.map((step) => step.do)).toEqual(['remind', 'remind'])
    }
  })

  it('keeps a complaint with the first person contacted, who begins to mitigate (R131)', () => {
    expect(complaint.firstContactOwns).toBe(true)
    expect(lifecycleOf(complaint).table.get('received')?.has('resolve')).toBe(false)
  })

  it('asks for a project manager above 40 hours, and without an estimate (R128)', () => {
    const runs = (facts: object) => mayEnter(smallProject, 'running', { facts }, 'move')
    expect(runs({ effortHours: 40 })).toBe(true)
    expect(runs({ effortHours: 40.5 })).toBe(false)
    expect(runs({})).toBe(false)
    expect(runs({ effortHours: 400, projectManager: 'person:ada' })).toBe(true)
  })

  it('offers new business to Sales alone, with the need (R12)', () => {
    expect(newBusiness.handover.needFor).toEqual(['team:sales'])
    expect(newBusiness.handover.routes).toEqual([{ from: 'team:support', to: ['team:sales'] }])
    expect(lifecycleOf(newBusiness).table.get('recognized')?.has('resolve')).toBe(false)
  })

  it('recovers a service by a clear cause and an agreed remedy (R205)', () => {
    const remedies = (facts: object) => mayEnter(serviceRecovery, 'remedying', { facts }, 'move')
    expect(remedies({ cause: 'a bad part', remedy: 'a credit', remedyAgreed: true })).toBe(true)
    expect(remedies({ cause: 'a bad part', remedy: 'a credit' })).toBe(false)
    expect(remedies({ remedy: 'a credit', remedyAgreed: true })).toBe(false)
  })
})
