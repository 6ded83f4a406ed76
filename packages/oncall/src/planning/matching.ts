/** How much of a demand can be met, and where it cannot, a part of it that cannot be met by itself. */
export interface Match {
  readonly matched: number
  /** Units that only `people` can take, who can take fewer of them than there are; empty where all are matched. */
  readonly units: readonly number[]
  readonly people: readonly number[]
}

/**
 * As many units as possible to people who can take so many each.
 * Source: augmenting paths (Berge 1957), and the alternating reach of an unmatched unit as Hall's violator (Hall 1935).
 */
export function match(
  units: readonly number[],
  eligible: (unit: number) => readonly number[],
  most: (person: number) => number,
): Match {
  const taken = new Map<number, number[]>()
  const takenBy = (person: number) => taken.get(person) ?? []
  const violator = { units: new Set<number>(), people: new Set<number>() }
  let matched = 0

  function place(unit: number, seen: Set<number>, reached: Set<number>): boolean {
    reached.add(unit)
    for (const person of eligible(unit)) {
      if (seen.has(person)) continue
      seen.add(person)
      const held = takenBy(person)
      if (held.length < most(person)) {
        taken.set(person, [...held, unit])
        return true
      }
      for (const other of held) {
        if (reached.has(other) || !place(other, seen, reached)) continue
        taken.set(person, [...takenBy(person).filter((one) => one !== other), unit])
        return true
      }
    }
    return false
  }

  for (const unit of units) {
    const [seen, reached] = [new Set<number>(), new Set<number>()]
    if (place(unit, seen, reached)) {
      matched++
    } else if (violator.units.size === 0) {
      violator.units = reached
      violator.people = seen
    }
  }
  return { matched, units: [...violator.units], people: [...violator.people] }
}
