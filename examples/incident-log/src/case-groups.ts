import type { CaseLifeGroup, CaseLifeTally } from '@holdfast/insight'

/** Cases that have something in common. */
export interface CaseGroup {
  readonly name: string
  readonly cases: number
  /** The lives that can be compared: where the log records resolutions, those of the cases that have one. */
  readonly lives: CaseLifeGroup | null
}

/** None of the questions of this program is about people, so none is refused. */
export function groupsOf(tally: CaseLifeTally): readonly CaseLifeGroup[] {
  const answer = tally.report()
  return answer.ok ? answer.groups : []
}

/** Whether a group, by ending among others, is of cases that ended when the log says that they were resolved. */
export function isRecorded({ key }: CaseLifeGroup): boolean {
  return key['ending'] === 'recorded'
}

/** Groups by a key, also of groups by it and the ending. Cases of which the key is not known are left out. */
export function casesBy(key: string, groups: readonly CaseLifeGroup[]): readonly CaseGroup[] {
  const isApart = groups.some((group) => 'ending' in group.key)
  const names = new Set(groups.flatMap((group) => group.key[key] ?? []))
  return [...names].map((name) => {
    const parts = groups.filter((group) => group.key[key] === name)
    return {
      name,
      cases: parts.reduce((sum, { cases }) => sum + cases, 0),
      lives: (isApart ? parts.find(isRecorded) : parts[0]) ?? null,
    }
  })
}
