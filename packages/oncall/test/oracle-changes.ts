import type { Instant, Zone } from '@holdfast/kernel'
import type { ScheduleDocument } from '../src/index.ts'
import { momentOf } from './oracle-time.ts'

/** A place of a layer with whose turn it is. */
export interface Seat {
  readonly person: string
  readonly seat: string
  readonly layer: string | null
  readonly priority: number
  readonly turn: number | null
  readonly roster: string | null
}

interface Cover {
  readonly id: string
  readonly created: number
  readonly person: string | undefined
  readonly by: string | undefined
  readonly layer: string | undefined
}

/** Who is on duty in the end, by what departs from the layers at an instant; in order of seats. */
export function standing(
  document: ScheduleDocument,
  zone: Zone,
  seats: readonly Seat[],
  at: Instant,
) {
  const isNow = (one: { readonly from: string; readonly to: string }) =>
    momentOf(zone, one.from) <= at && at < momentOf(zone, one.to)
  const created = (text: string | undefined) =>
    text === undefined ? Number.NEGATIVE_INFINITY : momentOf(zone, text)
  const inOrder = <T extends { readonly id: string; readonly createdAt?: string | undefined }>(
    all: readonly T[],
  ) =>
    all.toSorted((a, b) =>
      created(a.createdAt) > created(b.createdAt)
        ? 1
        : created(a.createdAt) < created(b.createdAt)
          ? -1
          : a.id < b.id
            ? -1
            : 1,
    )
  const {
    overrides = [],
    swaps = [],
    coverRequests = [],
    fixed = [],
    shadows = [],
    absences = [],
  } = document
  const away = new Set(absences.filter(isNow).map(({ person }) => person))
  const changes = inOrder([
    ...coverRequests
      .filter(isNow)
      .flatMap((one) =>
        one.takenBy === undefined
          ? []
          : [{ ...one, mode: 'replace' as const, by: one.takenBy, layer: undefined }],
      ),
    ...overrides.filter(isNow),
  ])
  const covers: Cover[] = changes.flatMap((one, nth) =>
    one.mode === 'add'
      ? []
      : [
          {
            id: one.id,
            created: nth,
            person: one.person,
            by: one.mode === 'replace' ? one.by : undefined,
            layer: one.layer,
          },
        ],
  )
  const swapping = inOrder(swaps).flatMap((swap) =>
    swap.during.filter(isNow).map(() => swap.between),
  )

  const left = seats.flatMap((seat) => {
    if (away.has(seat.person)) return []
    let person = seat.person
    for (const [a, b] of swapping) person = person === a ? b : person === b ? a : person
    const last = coveredBy(person, seat.layer, covers, true)
    return last === undefined ? [] : [{ ...seat, person: last }]
  })
  const highest = Math.max(...left.map(({ priority }) => priority))
  const told: Omit<Seat, 'priority'>[] = []
  const span = inOrder(fixed.filter(isNow)).at(-1)
  const none = { layer: null, turn: null, roster: null }
  if (span !== undefined) {
    for (const [nth, shift] of span.shifts.entries()) {
      if (isNow(shift))
        told.push({ ...none, person: shift.person, seat: `fixed:${span.id}/${nth}` })
    }
  } else {
    for (const { priority, ...seat } of left) if (priority === highest) told.push(seat)
    for (const [nth, one] of changes.entries()) {
      if (one.mode !== 'add') continue
      const later = covers.filter((cover) => cover.created > nth)
      const person = coveredBy(
        one.person as string,
        one.layer ?? null,
        later,
        one.layer !== undefined,
      )
      if (person !== undefined)
        told.push({ ...none, layer: one.layer ?? null, person, seat: `override:${one.id}` })
    }
  }
  const all = told.map((one) => ({ ...one, isShadow: false }))
  for (const { id, person, of, ...rest } of shadows) {
    if (!isNow(rest) || told.length === 0) continue
    const isWith = of === undefined || told.some((one) => one.person === of)
    if (isWith) all.push({ ...none, person, seat: `shadow:${id}`, isShadow: true })
  }
  return all.toSorted((a, b) => (a.seat < b.seat ? -1 : 1))
}

/** Of what is about somebody the latest counts; whoever comes may be covered in turn. */
function coveredBy(
  person: string,
  layer: string | null,
  covers: readonly Cover[],
  isEverybodyMeant: boolean,
): string | undefined {
  const fit = covers.filter(
    (one) =>
      (one.layer === undefined || one.layer === layer) &&
      (one.person === person || (one.person === undefined && isEverybodyMeant)),
  )
  const last = fit.toSorted((a, b) => a.created - b.created).at(-1)
  if (last === undefined) return person
  if (last.by === undefined) return undefined
  return coveredBy(
    last.by,
    layer,
    covers.filter((one) => one !== last),
    false,
  )
}
