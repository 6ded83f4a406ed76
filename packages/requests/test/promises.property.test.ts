import type { Instant } from '@holdfast/kernel'
import { isOpen, type Obligation, type ObligationState } from '@holdfast/obligations'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Due, nextDue } from '../src/promises/due.ts'
import { nextActionOf } from '../src/promises/next-action.ts'
import { explainedOwed, owed } from '../src/promises/owed.ts'
import { readRunning, runningPromises } from '../src/promises/running.ts'
import { wakeups } from '../src/promises/wakeups.ts'
import type { RequestState } from '../src/state.ts'
import { bug, document, lifecycleOf, requestAfter } from './promise-desk.ts'
import { endOf, lives, promptLives, waitsAfter } from './random-lives.ts'

/** What a reading says, but for whom and by which number. */
function gist({ obligation, about, life, startedAt, dueAt, ...rest }: ObligationState) {
  const { latestToMeet, fulfilledAt, cancelledAt, breachedAt, warnedAt, used, missed } = rest
  const ended = { fulfilledAt, cancelledAt, breachedAt, warnedAt, used, missed }
  return { obligation, about, life, startedAt, dueAt, latestToMeet, ...ended }
}

type Gist = ReturnType<typeof gist>

function sorted(all: readonly Gist[]): readonly Gist[] {
  const keyOf = (one: Gist) => `${one.obligation} ${one.about} ${JSON.stringify(one)}`
  return [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Everything that comes due by an instant, as one learns it who notes each as told. */
function allDue(state: RequestState, upTo: Instant): readonly Due[] {
  const found: Due[] = []
  let { told } = state
  for (;;) {
    const due = nextDue({ ...state, told }, bug, 0, upTo)
    if (due === null) return found
    found.push(due)
    told = [...told, due.key]
  }
}

it('what is owed now is read from single marks as it is from the whole history', () => {
  fc.assert(
    fc.property(lives, waitsAfter, (life, later) => {
      const state = requestAfter(...life)
      const at = endOf(life) + later
      const now = runningPromises(state, bug).flatMap((one) => readRunning(one, at) ?? [])
      const whole = owed(state, bug, at).filter(isOpen)
      expect(sorted(now.map(gist))).toEqual(sorted(whole.map(gist)))
      for (const { debtor, breachedAt, kind } of whole) {
        if (breachedAt === null && kind === 'request.attention') expect(debtor).toBe(state.owner)
      }
    }),
  )
})

it('an obligation read over a whole history says what is said state by state', () => {
  const { attention, news, handover, ...rest } = document
  const plain = lifecycleOf({
    ...rest,
    attention: { ...attention, targets: attention.targets.slice(1) },
    news: { ...news, targets: news.targets.slice(2) },
    handover: { ...handover, acceptance: handover.acceptance.slice(1) },
  })
  const { promises } = plain
  const obligations: readonly (Obligation | null)[] = [
    ...promises.attention,
    ...promises.news,
    ...promises.tell.values(),
    ...promises.acceptance,
    ...promises.silence,
    promises.closure,
  ]
  fc.assert(
    fc.property(promptLives, waitsAfter, (life, later) => {
      const state = requestAfter(...life)
      const at = endOf(life) + later
      const whole = obligations
        .flatMap((one) => one?.read(state.marks, at) ?? [])
        .filter(({ life }) => life !== 'inactive')
      expect(sorted(owed(state, plain, at).map(gist))).toEqual(sorted(whole.map(gist)))
    }),
  )
})

it('something is always to be done next while a request is open or waits', () => {
  fc.assert(
    fc.property(lives, waitsAfter, (life, later) => {
      const state = requestAfter(...life)
      const action = nextActionOf(state, bug, endOf(life) + later)
      expect(action).not.toBe(null)
    }),
  )
})

it('what comes due is told in order and once, whoever looks how often', () => {
  fc.assert(
    fc.property(lives, waitsAfter, waitsAfter, (life, later, more) => {
      const state = requestAfter(...life)
      const [soon, late] = [endOf(life) + later, endOf(life) + later + more]
      const once = allDue(state, late)
      const first = allDue(state, soon)
      const told = [...state.told, ...first.map(({ key }) => key)]
      const twice = [...first, ...allDue({ ...state, told }, late)]
      expect(twice).toEqual(once)
      expect(new Set(once.map(({ key }) => key)).size).toBe(once.length)
      const times = once.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }),
  )
})

it('whoever wakes at every wake-up misses nothing, and between two nothing comes due', () => {
  fc.assert(
    fc.property(lives, waitsAfter, (life, span) => {
      const state = requestAfter(...life)
      const end = endOf(life) + span
      const heard: string[] = []
      let now = endOf(life)
      let { told } = state
      for (;;) {
        const [next] = wakeups({ ...state, told }, bug, now)
        if (next === undefined || next.at > end) break
        const due = nextDue({ ...state, told }, bug, 0, Math.max(next.at, now))
        expect(due).toMatchObject({ key: next.key, at: next.at, promise: next.source })
        expect(due?.purpose).toBe(next.purpose)
        expect(nextDue({ ...state, told }, bug, now, next.at - 1)).toBe(null)
        heard.push(next.key)
        told = [...told, next.key]
        now = Math.max(now, next.at)
      }
      expect(heard).toEqual(allDue(state, end).map(({ key }) => key))
    }),
  )
})

it('asking from a growing instant gives nothing twice, and nothing from before it', () => {
  fc.assert(
    fc.property(lives, waitsAfter, (life, span) => {
      const state = requestAfter(...life)
      const end = endOf(life) + span
      const keys: string[] = []
      let after = 0
      for (let due = nextDue(state, bug, after, end); due !== null; ) {
        expect(due.at).toBeGreaterThan(after)
        keys.push(due.key)
        after = due.at
        due = nextDue(state, bug, after, end)
      }
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

it('a breach comes due in the first millisecond in which the next action is overdue', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const state = requestAfter(...life)
      const at = endOf(life)
      const action = nextActionOf(state, bug, at)
      if (action === null || action.why === 'resume') return
      if (action.at < at || (action.why === 'attend' && state.category === 'resolved')) return
      const due = allDue(state, action.at + 1).filter(({ purpose }) => purpose === 'breach')
      expect(due.map((one) => one.at)).toContain(action.at + 1)
      const before = allDue(state, action.at).filter(({ purpose }) => purpose === 'breach')
      expect(before).toEqual([])
    }),
  )
})

it('what is explained is what is said', () => {
  fc.assert(
    fc.property(lives, waitsAfter, (life, later) => {
      const state = requestAfter(...life)
      const at = endOf(life) + later
      const { value, reason } = explainedOwed(state, bug, at)
      expect(value).toEqual(owed(state, bug, at))
      expect(reason.children).toHaveLength(value.length)
    }),
    { numRuns: 30 },
  )
})
