import type { InstantLike, Params } from '@holdfast/kernel'
import { type Say, speaker } from '@holdfast/kernel/text'
import type { Facts, RuleEvent } from '@holdfast/rules'
import { vocabulary } from './vocabulary.ts'

/** How requests and decisions are put, in the zone of the reader. */
export interface Words {
  readonly timeZone: string
  readonly say: Say
  /** `kind incident, subject "Sync is down", contract.level gold; asked Mon, 1 Mar 2027, 09:00 CET`. */
  request(facts: Facts, at: InstantLike): string
  /** `to on-call, by page (outage-pages-on-call)`, or `nothing`. */
  decided(events: readonly RuleEvent[]): string
}

export function wordsFor(timeZone: string): Words {
  const say = speaker({ timeZone })
  return {
    timeZone,
    say,
    request: (facts, at) => `${factsText(inOrder(facts), '').join(', ')}; asked ${say.instant(at)}`,
    decided: (events) =>
      events.length === 0
        ? 'nothing'
        : events.map(({ params, rule }) => `${paramsText(params)} (${rule})`).join(' and '),
  }
}

/** The facts as the vocabulary lists them, so that two requests are easily compared. */
function inOrder(facts: Facts): Facts {
  const known = Object.keys(vocabulary.shape).filter((name) => Object.hasOwn(facts, name))
  return { ...Object.fromEntries(known.map((name) => [name, facts[name]])), ...facts }
}

function factsText(facts: Facts, prefix: string): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const label = `${prefix}${name}`
    if (value === undefined) return []
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return factsText(value as Facts, `${label}.`)
    }
    return [`${label} ${valueText(value)}`]
  })
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join('+')
  return typeof value === 'string' && /^[\w:.-]+$/.test(value) ? value : JSON.stringify(value)
}

function paramsText(params: Params): string {
  return Object.entries(params)
    .map(([key, value]) => `${key} ${valueText(value)}`)
    .join(', ')
}

/** `1 rule`, `3 rules`. */
export function counted(count: number, noun: string): string {
  const number = count.toLocaleString('en-US')
  return `${number} ${noun}${count === 1 ? '' : 's'}`
}

/** A share from 0 to 1 as `95 %`; never rounded up to 100. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
