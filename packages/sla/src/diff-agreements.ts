import { diffRuleSets, type RuleEvent } from '@holdfast/rules'
import {
  differenceIfAny,
  differenceOf,
  type SlaDifference,
  sortedByText,
  textOf,
} from './diff-changes.ts'
import { diffTargets } from './diff-targets.ts'
import type { Agreement, PolicyModel } from './model.ts'

/** How the agreements of two policies differ: which there are, in what order, and each that both have. */
export function diffAgreements(a: PolicyModel, b: PolicyModel): readonly SlaDifference[] {
  const [before, after] = [byId(a), byId(b)]
  const both = [...after.keys()].filter((id) => before.has(id))
  const inOldOrder = [...before.keys()].filter((id) => after.has(id))
  const added = [...after.keys()].filter((id) => !before.has(id))
  const removed = [...before.keys()].filter((id) => !after.has(id))
  return [
    ...added.map((id) => differenceOf('agreementAdded', { agreement: id }, [null, id])),
    ...removed.map((id) => differenceOf('agreementRemoved', { agreement: id }, [id, null])),
    ...differenceIfAny('reordered', {}, [inOldOrder, both]),
    ...both.flatMap((id) => {
      const pair = [before.get(id) as Agreement, after.get(id) as Agreement] as const
      return [...diffAgreement(...pair), ...diffTargets([a, b], pair)]
    }),
  ]
}

function byId({ agreements }: PolicyModel): ReadonlyMap<string, Agreement> {
  return new Map(agreements.map((agreement) => [agreement.document.id, agreement]))
}

function diffAgreement(a: Agreement, b: Agreement): readonly SlaDifference[] {
  const place = { agreement: b.document.id }
  const [was, is] = [a.document, b.document]
  return [
    ...differenceIfAny('agreementKind', place, [was.kind, is.kind]),
    ...differenceIfAny('supports', place, [sortedByText(a.supports), sortedByText(b.supports)]),
    ...differenceIfAny('credits', place, [
      sortedByText(was.credits ?? []),
      sortedByText(is.credits ?? []),
    ]),
  ]
}

/** Which requests come under other agreements, each with a request that shows it, and what could not be settled. */
export function diffChoice(
  a: PolicyModel,
  b: PolicyModel,
  budget: number | undefined,
): readonly SlaDifference[] {
  const options = budget === undefined ? {} : { budget }
  const { differences, undecided, unknown } = diffRuleSets(a.choice, b.choice, options)
  const told = new Set<string>()
  return [
    ...differences.flatMap(({ before, after, witness }) => {
      const chosen = [chosenBy(before), chosenBy(after)] as const
      // Where one agreement loses requests to another, both of them show it.
      if (told.has(textOf(chosen))) return []
      told.add(textOf(chosen))
      return [differenceOf('choice', {}, chosen, { witness })]
    }),
    ...[...undecided, ...unknown].map(({ rule, labels }) =>
      differenceOf('choiceUnsettled', { agreement: rule }, [null, labels]),
    ),
  ]
}

function chosenBy(events: readonly RuleEvent[]): readonly string[] {
  return events.map(({ rule }) => rule)
}
