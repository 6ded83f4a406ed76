/** How many turns before a turn were somebody's, counted from the anchor; negative for turns before it. */
export type TurnCount = (turn: number) => number

/** The nth turn that is somebody's is the nth turn, where none is left out. */
export const everyTurn: TurnCount = (turn) => turn

/**
 * Counts the turns that have duty; the others pass nobody by. What was counted once is kept: a turn far from the anchor
 * is counted on from there, and answers do not depend on the order of questions.
 */
export function turnsWith(hasDuty: (turn: number) => boolean): TurnCount {
  const after: number[] = [0]
  const before: number[] = [0]
  return (turn) => {
    const isAfter = turn >= 0
    const [known, distance] = isAfter ? [after, turn] : [before, -turn]
    for (let nth = known.length; nth <= distance; nth++) {
      const passed = isAfter ? nth - 1 : -nth
      known.push((known[nth - 1] as number) + (hasDuty(passed) ? 1 : 0))
    }
    const count = known[distance] as number
    return isAfter ? count : -count
  }
}
