import { agentsNeeded, blocking, queueOf } from '@holdfast/oncall'
import data from './erlang.json' with { type: 'json' }

/** A case: its input in minutes, and what a well-known library answers. */
export interface Vector {
  readonly id: string
  readonly kind: string
  readonly input: Readonly<Record<string, number>>
  readonly expect: Readonly<Record<string, number | string>>
}

export const vectors = data.vectors as unknown as readonly Vector[]

type Answer = Readonly<Record<string, number | string>>

const MINUTE = 60_000

/** What the library answers to a case, under the names of its expected values. */
export function answer({ kind, input }: Vector): Answer {
  switch (kind) {
    case 'erlangB':
      return { blockingProbability: blocking(part(input, 'loadErlangs'), part(input, 'servers')) }
    case 'erlangA.fixedAgents':
    case 'erlangC.fixedAgents': {
      const queue = queueOf({ ...terms(input), agents: part(input, 'agents') })
      return queue.ok ? inNeutralTerms(queue) : { error: queue.refusal.code }
    }
    case 'erlangA.required':
    case 'erlangC.required':
      return inNeutralTerms(
        agentsNeeded({
          ...terms(input),
          serviceLevel: part(input, 'serviceLevelTarget'),
          maxOccupancy: input['maxOccupancy'],
          shrinkage: input['shrinkage'],
          maxAbandonment: input['maxAbandonment'],
        }),
      )
    default:
      throw new Error(`no such question: ${kind}`)
  }
}

function terms(input: Vector['input']) {
  const millis = (name: string) => Math.round(part(input, name) * MINUTE)
  return {
    arrivals: part(input, 'arrivals'),
    interval: millis('intervalMinutes'),
    handleTime: millis('ahtMinutes'),
    targetWait: millis('targetWaitMinutes'),
    patience: input['patienceMinutes'] === undefined ? undefined : millis('patienceMinutes'),
  }
}

function part(input: Vector['input'], name: string): number {
  const value = input[name]
  if (value === undefined) throw new Error(`no ${name}`)
  return value
}

function inNeutralTerms(figures: object): Answer {
  const { abandonment, averageWait, ...rest } = figures as Record<string, number>
  return {
    ...rest,
    abandonProbability: abandonment as number,
    averageWaitMinutes: (averageWait as number) / MINUTE,
  }
}
