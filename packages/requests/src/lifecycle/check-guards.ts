import { didYouMean, type Finding, partyRefSchema, quote } from '@holdfast/kernel'
import { type Condition, conditionFindings } from '@holdfast/rules'
import { guardOptions } from './guards.ts'
import { ACTORS, type LifecycleReading } from './lifecycle-document.ts'
import { REQUEST_CONDITIONS } from './request-facts.ts'

/** What is wrong with the conditions of guards, with who may, and with approvals. */
export function guardFindings(reading: LifecycleReading): readonly Finding[] {
  return [...conditionsFindings(reading), ...whoFindings(reading), ...approvalFindings(reading)]
}

interface Place {
  readonly condition: unknown
  readonly path: readonly PropertyKey[]
}

function guardsOf({ sound }: LifecycleReading): readonly Place[] {
  return (sound.transitions ?? []).flatMap((transition, index) =>
    (transition?.guards ?? []).flatMap((guard, nth) => {
      const path = ['transitions', index, 'guards', nth, 'condition']
      return guard?.condition === undefined ? [] : [{ condition: guard.condition, path }]
    }),
  )
}

function conditionsFindings(reading: LifecycleReading): readonly Finding[] {
  const { sound, finding } = reading
  const own = (sound.conditions ?? {}) as Readonly<Record<string, Condition>>
  const taken = Object.keys(own).filter((name) => Object.hasOwn(REQUEST_CONDITIONS, name))
  const options = guardOptions(own)
  // Conditions by name are read with any condition; where there is no guard, with one that always holds.
  const places = [{ condition: { all: [] }, path: ['named'] }, ...guardsOf(reading)]
  return [
    ...taken.map((name) =>
      finding({
        code: 'condition-reserved',
        message: `${quote(name)} is the name of a condition that every guard knows`,
        path: ['conditions', name],
        part: 'key',
      }),
    ),
    ...places.flatMap(({ condition, path }, nth) =>
      conditionFindings(condition, options, [], (parts) => {
        const [first, ...rest] = parts.path
        const isNamed = first === 'named'
        return finding({
          ...parts,
          path: isNamed ? ['conditions', ...rest] : [...path, ...parts.path],
        })
        // A named condition that is wrong is found once, not once for each guard.
      }).filter(({ pointer }) => nth === 0 || !pointer.startsWith('/conditions/')),
    ),
  ]
}

function whoFindings({ sound, finding }: LifecycleReading): readonly Finding[] {
  return (sound.transitions ?? []).flatMap((transition, index) =>
    (transition?.who ?? []).flatMap((who, nth) => {
      if (who === undefined || (ACTORS as readonly string[]).includes(who)) return []
      if (partyRefSchema.safeParse(who, { jitless: true }).success) return []
      const near = didYouMean(who, ACTORS)
      return [
        finding({
          code: 'who-unknown',
          message: `${quote(who)} is nobody who could be asked for`,
          path: ['transitions', index, 'who', nth],
          found: who,
          expected: `${ACTORS.join(', ')}, or a party such as team:platform`,
          ...(near !== undefined && { didYouMean: near }),
        }),
      ]
    }),
  )
}

const DECIDED: readonly string[] = ['approved', 'rejected']

/** Approvals that nothing waits for, and what waits for approvals that nobody is asked for. */
function approvalFindings(reading: LifecycleReading): readonly Finding[] {
  const { sound, finding, findings } = reading
  const approvals = sound.approvals ?? []
  const ids = approvals.map((approval) => approval?.id)
  const repeated = ids.flatMap((id, nth) => {
    if (id === undefined || ids.indexOf(id) === nth) return []
    const message = `there is an approval ${quote(id)} already`
    const path = ['approvals', nth, 'id']
    return [finding({ code: 'approval-repeated', message, path, found: id })]
  })
  const named = Object.values(sound.conditions ?? {})
  const places = [
    ...guardsOf(reading).filter(({ condition }) => asksForApproval([condition])),
    ...(sound.transitions ?? []).flatMap((transition, index) =>
      transition?.on !== undefined && DECIDED.includes(transition.on)
        ? [{ condition: undefined, path: ['transitions', index, 'on'] }]
        : [],
    ),
  ]
  const isWrong = findings.some(({ pointer }) => pointer.startsWith('/approvals'))
  if (approvals.length === 0 && !isWrong) {
    const message = 'it asks for approvals, and nothing has to be approved'
    const expected = '`approvals`'
    const asking = Object.entries(sound.states ?? {}).flatMap(([id, state]) =>
      state?.asksApproval === true ? [{ path: ['states', id, 'asksApproval'] }] : [],
    )
    const missing = [...places, ...asking].map(({ path }) =>
      finding({ code: 'approval-missing', message, path, expected }),
    )
    return [...repeated, ...missing]
  }
  if (approvals.length === 0 || places.length > 0 || asksForApproval(named)) return repeated
  const message = 'nothing depends on whether it is approved'
  const unused = { code: 'approval-unused', severity: 'warning', message } as const
  return [...repeated, finding({ ...unused, path: ['approvals'] })]
}

/** Whether a fact or a condition of that name stands somewhere in conditions. */
function asksForApproval(conditions: readonly unknown[]): boolean {
  const rest: unknown[] = [...conditions]
  while (rest.length > 0) {
    const part = rest.pop()
    if (typeof part !== 'object' || part === null) continue
    for (const [key, value] of Object.entries(part)) {
      const isName = (key === 'condition' || key === 'fact') && typeof value === 'string'
      if (isName && DECIDED.includes(value)) return true
      rest.push(value)
    }
  }
  return false
}
