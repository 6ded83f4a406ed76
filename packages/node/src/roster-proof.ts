import type { DocumentSource } from '@holdfast/kernel'
import {
  assignmentsOf,
  checkRoster,
  costOf,
  planOf,
  type RosterAssignment,
  type RosterModel,
  type RosterPlan,
  type RosterProblemDocument,
  type Shortage,
  solutionOf,
  type TakenSeat,
} from '@holdfast/oncall'
import type { SolverAnswer } from './solve.ts'
import { solverError } from './solver-path.ts'

/** A roster and the proof that none costs less, or the proof that there is none. */
export interface RosterProof {
  /**
   * `optimal`: no roster costs less. `infeasible`: no roster keeps the hard rules. `feasible`: the time was up, and a
   * roster that costs less might be found, but none below `bound`. `unknown`: the time was up before any was found.
   */
  readonly status: 'optimal' | 'infeasible' | 'feasible' | 'unknown'
  /** What the roster costs by the objective of `rosterModel`; `null` where there is none. */
  readonly objective: number | null
  /** No roster costs less than this; the objective itself where it is optimal, `null` where there is no roster. */
  readonly bound: number | null
  /** What the roster that was given to begin with costs, where one was that keeps the rules. */
  readonly startObjective: number | null
  /** By start, end, role, slot, then person. Empty where there is no roster. */
  readonly assignments: readonly RosterAssignment[]
  /** What there is to say of the roster; `null` where there is none. */
  readonly plan: RosterPlan | null
  /** Why there can be no roster, where counting shows it; empty where it took the solver. */
  readonly shortages: readonly Shortage[]
}

/** A roster that keeps the rules, as the model counts it. */
export interface CountedRoster {
  readonly seats: readonly TakenSeat[]
  readonly cost: number
}

/** That there is no roster, by counting or, without shortages, by the solver. */
export function impossible(shortages: readonly Shortage[]): RosterProof {
  return { ...NOTHING, status: 'infeasible', shortages }
}

/**
 * What follows from the answer of a solver, which is not believed: the roster is checked, and its cost is counted anew.
 *
 * Throws `Error` `solver-wrong` where the roster breaks a rule or costs other than the solver says, or where there is a
 * roster although it says that there is none; `solver-failed` where it gives no answer.
 */
export function proofOf(
  problem: RosterProblemDocument | DocumentSource,
  model: RosterModel,
  answer: SolverAnswer,
  start: CountedRoster | null,
): RosterProof {
  const startObjective = start?.cost ?? null
  if (INFEASIBLE.includes(answer.status)) {
    if (start !== null) throw solverError('solver-wrong', 'the solver denies a roster there is')
    return impossible([])
  }
  const isOptimal = answer.status === 'optimal'
  if (!isOptimal && !OUT_OF_TIME.includes(answer.status)) {
    throw solverError('solver-failed', `the solver ended with the status ${answer.status}`)
  }
  const found = answer.numbers === null ? null : rosterOf(problem, model, answer.numbers)
  const best = found === null || (start !== null && start.cost < found.cost) ? start : found
  // Nothing costs less than nothing.
  const bound = Math.max(0, answer.bound)
  if (best === null) {
    if (isOptimal) throw solverError('solver-wrong', 'the solver has no roster to prove optimal')
    return { ...NOTHING, status: 'unknown', bound }
  }
  const tolerance = TOLERANCE * Math.max(1, best.cost)
  if (best.cost < bound - tolerance || (isOptimal && best.cost > bound + tolerance)) {
    const claim = `${isOptimal ? 'exactly' : 'at least'} ${bound}`
    throw solverError('solver-wrong', `the roster costs ${best.cost}, and the solver says ${claim}`)
  }
  const plan = planOf(best.seats, problem)
  return {
    status: isOptimal ? 'optimal' : 'feasible',
    objective: best.cost,
    bound: isOptimal ? best.cost : Math.min(bound, best.cost),
    startObjective,
    assignments: plan.assignments,
    plan,
    shortages: [],
  }
}

/** A roster with its cost, or `null` where it breaks a rule. */
export function counted(
  problem: RosterProblemDocument | DocumentSource,
  model: RosterModel,
  seats: readonly TakenSeat[],
): CountedRoster | null {
  if (checkRoster(seats, problem).length > 0) return null
  return { seats, cost: rounded(costOf(model, solutionOf(model, seats))) }
}

const NOTHING = {
  objective: null,
  bound: null,
  startObjective: null,
  assignments: [],
  plan: null,
  shortages: [],
} as const

/** HiGHS may find early that there is no optimum; here costs are never below 0, so there is no solution. */
const INFEASIBLE = ['infeasible', 'unboundedOrInfeasible']

const OUT_OF_TIME = ['timeLimit', 'interrupted', 'stopped']

/** The solver takes numbers for whole that are within a millionth. */
const TOLERANCE = 1e-5

function rosterOf(
  problem: RosterProblemDocument | DocumentSource,
  model: RosterModel,
  numbers: ArrayLike<number>,
): CountedRoster {
  const solution = Object.fromEntries(
    model.variables.map(({ name }, nth) => [name, numbers[nth] ?? 0]),
  )
  const roster = counted(problem, model, assignmentsOf(model, solution))
  if (roster === null) throw solverError('solver-wrong', 'the roster of the solver breaks a rule')
  return roster
}

/** Shares of less than a whole make fractions, of which the sums are not exact. */
function rounded(cost: number): number {
  return Math.round(cost * 1e6) / 1e6
}
