import { type Instant, type Interval, type Reason, reason } from '@holdfast/kernel'
import type { Change } from './changes.ts'
import { momentsOf } from './final-schedule.ts'
import type { ScheduleModel } from './schedule.ts'
import type { Duty } from './shift.ts'
import type { SeatOutcome, Standing } from './standing.ts'

/** What stands at an instant. */
export function standingAt({ layers, changes }: ScheduleModel, at: Instant): Standing | undefined {
  for (const { standing } of momentsOf(layers, changes, at, at + 1)) return standing
  return undefined
}

/** Why somebody is on duty, and whom that hides; `span` where it is about more than an instant. */
export function dutyStory(
  model: ScheduleModel,
  duty: Duty,
  standing: Standing | undefined,
  span?: Interval,
): Reason {
  const { person, seat, layer, turn, roster, source, team, isShadow } = duty
  const own = standing?.outcomes.find(
    (one) => one.seat.name === seat && one.seat.layer.id === layer,
  )
  const told = { person, seat, layer, turn, roster, source, team, isShadow, role: model.role }
  return reason('oncall.duty', told, {
    ...(span !== undefined && { span }),
    children: [
      ...(own === undefined ? [] : [turnStory(own)]),
      ...duty.changes.map((id) => changeStory(standing, id)),
      ...(isShadow ? [] : emptyStories(standing)),
      ...(isShadow ? [] : hiddenStories(standing)),
    ],
  })
}

/** Why nobody is on duty: what there would be. */
export function nobodyStory(
  model: ScheduleModel,
  standing: Standing | undefined,
  span?: Interval,
): Reason {
  const outcomes = standing?.outcomes ?? []
  return reason(
    'oncall.nobody',
    { layers: model.layers.map(({ id }) => id), fixed: standing?.fixed?.id ?? null },
    {
      ...(span !== undefined && { span }),
      children: outcomes.flatMap((one) => seatStories(standing, one)),
    },
  )
}

/** Whose turn it is on the layers above, which have nobody left. */
function emptyStories(standing: Standing | undefined): readonly Reason[] {
  if (standing === undefined || standing.fixed !== null) return []
  const { outcomes, priority } = standing
  const least = priority ?? Number.NEGATIVE_INFINITY
  return outcomes
    .filter(({ seat, person }) => person === null && seat.layer.priority >= least)
    .flatMap((one) => seatStories(standing, one))
}

function seatStories(standing: Standing | undefined, one: SeatOutcome): readonly Reason[] {
  return [turnStory(one), ...one.changes.map((id) => changeStory(standing, id))]
}

function turnStory({ seat, absent }: SeatOutcome): Reason {
  const { layer, part, member, name } = seat
  const { handOffs, skipsTurns } = layer
  const told = {
    layer: layer.id,
    seat: name,
    member: member.person,
    turn: part.turn,
    roster: part.roster,
    priority: layer.priority,
    timeZone: layer.zone.id,
    skipsTurns,
    isAway: absent !== null,
    absent: absent?.why ?? null,
  }
  const span = { from: handOffs.at(part.turn), to: handOffs.at(part.turn + 1) }
  return reason('oncall.turn', told, { span })
}

/** A swap has a change for each of its windows, all by one id: the one that holds is meant. */
function changeStory(standing: Standing | undefined, id: string): Reason {
  const change = standing?.changes.find((one) => one.id === id && one.kind !== 'absence')
  return change === undefined
    ? reason('oncall.change', { id })
    : reason(`oncall.${change.kind}`, { id, ...toldOf(change) }, { span: spanOf(change) })
}

function toldOf(change: Change): Readonly<Record<string, string | null | readonly string[]>> {
  switch (change.kind) {
    case 'swap':
      return { between: [...change.between] }
    case 'replace':
      return { person: change.person, by: change.by, layer: change.layer }
    case 'add':
      return { person: change.person, layer: change.layer }
    case 'shadow':
      return { person: change.person, of: change.of }
    default:
      return {}
  }
}

function spanOf({ from, to }: Interval): Interval {
  return { from, to }
}

/** Who has a turn, and does not decide because a layer above has somebody, or a fixed span holds. */
function hiddenStories(standing: Standing | undefined): readonly Reason[] {
  if (standing === undefined) return []
  const { outcomes, priority, fixed } = standing
  return outcomes.flatMap(({ seat, person }) => {
    if (person === null || (fixed === null && seat.layer.priority === priority)) return []
    const told = { person, layer: seat.layer.id, priority: seat.layer.priority, by: priority }
    return [reason('oncall.hidden', { ...told, fixed: fixed?.id ?? null })]
  })
}
