import { Worker } from 'node:worker_threads'
import type { Matrix } from './matrix.ts'
import { solverError, solverPath } from './solver-path.ts'
import { SOLVER_PROGRAM } from './solver-program.ts'

export interface SolveOptions {
  /** Numbers to begin with, one for each column. */
  readonly start: readonly number[] | null
  /** Milliseconds; `null` is no limit. */
  readonly timeLimit: number | null
  readonly signal: AbortSignal | undefined
}

/** What a solver says. */
export interface SolverAnswer {
  /** In the words of HiGHS; `stopped` where it did not heed its time limit and was ended. */
  readonly status: string
  /** The best numbers it has, one for each column. */
  readonly numbers: ArrayLike<number> | null
  /** No numbers cost less, it says. */
  readonly bound: number
}

type Message =
  | ({ readonly kind: 'ended' } & SolverAnswer)
  | { readonly kind: 'better'; readonly numbers: ArrayLike<number>; readonly bound?: number }

/** How long after its time limit the solver may take to heed it, in milliseconds. */
const GRACE = 2000

/** Of the timers of Node, about 25 days. */
const LONGEST = 2 ** 31 - 1

/**
 * Asks the solver, in a thread of its own that is ended afterwards. The options are such that without a time limit the
 * same question has the same answer: a fixed seed, and the solver has one thread in WebAssembly.
 *
 * Rejects with the reason of the signal, and with `Error` `highs-missing` and `solver-failed`.
 */
export async function solve(
  matrix: Matrix,
  { start, timeLimit, signal }: SolveOptions,
): Promise<SolverAnswer> {
  signal?.throwIfAborted()
  const options = {
    output_flag: false,
    random_seed: 0,
    // By default a roster within 0.01 % of the bound counts as optimal.
    mip_rel_gap: 0,
    ...(timeLimit !== null && { time_limit: timeLimit / 1000 }),
  }
  const worker = new Worker(SOLVER_PROGRAM, {
    eval: true,
    // Loaders of the host are none of its business.
    execArgv: [],
    workerData: { solver: solverPath(), matrix, start, options },
  })
  const ending = new AbortController()
  try {
    return await answerOf(worker, timeLimit, signal, ending.signal)
  } finally {
    ending.abort()
    // Ending takes as long as the engine still compiles for it, which the answer need not wait for.
    void worker.terminate()
  }
}

function answerOf(
  worker: Worker,
  timeLimit: number | null,
  signal: AbortSignal | undefined,
  ended: AbortSignal,
): Promise<SolverAnswer> {
  return new Promise((answer, reject) => {
    let best: SolverAnswer = { status: 'stopped', numbers: null, bound: Number.NEGATIVE_INFINITY }
    worker.on('message', (message: Message) => {
      if (message.kind === 'ended') answer(message)
      else best = { ...best, numbers: message.numbers, bound: message.bound ?? best.bound }
    })
    worker.on('error', (cause) => {
      reject(solverError('solver-failed', `the solver failed: ${String(cause)}`, cause))
    })
    worker.on('exit', () => reject(solverError('solver-failed', 'the solver ended unasked')))
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: ended })
    if (timeLimit !== null) {
      const timer = setTimeout(() => answer(best), Math.min(timeLimit + GRACE, LONGEST))
      ended.addEventListener('abort', () => clearTimeout(timer))
    }
  })
}
