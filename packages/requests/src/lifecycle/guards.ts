import { type Condition, type ConditionOptions, compileCondition } from '@holdfast/rules'
import type { CompiledGuard } from './lifecycle.ts'
import type { Guard, ReadLifecycle } from './lifecycle-document.ts'
import { REQUEST_CONDITIONS, requestVocabulary } from './request-facts.ts'

/** What guards are read with: the facts of requests, the conditions that all know, and those of the document. */
export function guardOptions(own: Readonly<Record<string, Condition>> = {}): ConditionOptions {
  return { named: { ...REQUEST_CONDITIONS, ...own }, vocabulary: requestVocabulary }
}

/** The guards of a transition of a document in which nothing is wrong, ready to be asked. */
export function compileGuards(document: ReadLifecycle, transition: number): CompiledGuard[] {
  const guards = document.transitions[transition]?.guards ?? []
  return guards.map((guard) => compileGuard(document, guard))
}

function compileGuard(document: ReadLifecycle, guard: Guard): CompiledGuard {
  const condition = compileCondition(guard.condition, guardOptions(document.conditions))
  return Object.freeze<CompiledGuard>({
    id: guard.id,
    title: guard.title ?? null,
    whoMay: guard.whoMay ?? [],
    test: (facts, at) => {
      try {
        return condition.test(facts, { at, missing: 'allow' })
      } catch {
        // A fact that cannot be compared as the guard asks is a fact that does not meet it.
        return false
      }
    },
    explain: (facts, at) => condition.explain(facts, { at }),
  })
}
