import { type Instant, type Mark, toInstant } from '@holdfast/kernel'
import { type CaseLife, type CaseLifeOptions, decomposeCaseLife } from '../src/index.ts'

const MINUTE = 60_000
/** A Monday morning. */
const START = toInstant('2026-11-02T08:00:00Z')

/** Something that happens so many minutes after a Monday morning. */
export type Happened = readonly [minutes: number, type: Mark['type'], parts?: Partial<Mark>]

export function minute(minutes: number): Instant {
  return START + minutes * MINUTE
}

export function minutes(millis: number | null | undefined): number | null {
  return millis == null ? null : millis / MINUTE
}

/** The minutes from that Monday morning to an instant. */
export function clock(at: Instant | null): number | null {
  return at === null ? null : (at - START) / MINUTE
}

/** The marks `m0`, `m1`, … of a request to which this happens. */
export function marksOf(...happened: readonly Happened[]): readonly Mark[] {
  return happened.map(([minutes, type, parts], nth) => ({
    id: `m${nth}`,
    at: minute(minutes),
    seq: nth,
    type,
    about: 'request:7',
    ...parts,
  }))
}

export function lifeOf(...happened: readonly Happened[]): CaseLife {
  return decomposeCaseLife(marksOf(...happened))
}

export function lifeWith(options: CaseLifeOptions, ...happened: readonly Happened[]): CaseLife {
  return decomposeCaseLife(marksOf(...happened), options)
}

/** What goes on from here. */
export function doing(element: string, facts: Mark['facts'] = {}): Partial<Mark> {
  return { facts: { element, ...facts } }
}

export function given(to: string): Partial<Mark> {
  return { facts: { assignedTo: to } }
}

/** The minutes of each element: `{ fix: 10, 'wait customer': 30 }`. */
export function timeIn({ elements }: CaseLife): Readonly<Record<string, number>> {
  return Object.fromEntries(
    elements.map(({ element, party, elapsed }) => [named(element, party), elapsed / MINUTE]),
  )
}

/** `0-10 fix`: the stretches, in minutes. */
export function stretchesIn({ stretches }: CaseLife): readonly string[] {
  return stretches.map(
    ({ from, to, element, party }) => `${clock(from)}-${clock(to)} ${named(element, party)}`,
  )
}

/** `fix 1, fix 2 reopened`: the how-manieth time each stretch is, and why. */
export function timesIn({ stretches }: CaseLife): readonly string[] {
  return stretches.map(({ element, party, iteration, driver }) =>
    [named(element, party), iteration, ...(driver === null ? [] : [driver])].join(' '),
  )
}

function named(element: string, party: string | null): string {
  return party === null ? element : `${element} ${party}`
}
