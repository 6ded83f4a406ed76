import { type PolicyModel, type Promised, promiseAt } from './model.ts'

/** A target at a priority, and the targets that it is made of. */
export interface LinkAt {
  readonly upper: Promised
  readonly priority: string | null
  /** One step after the other; what stands in one step goes on side by side. */
  readonly steps: readonly (readonly Promised[])[]
  /** Targets its chain names that promise nothing at this priority. */
  readonly missing: readonly string[]
}

/** A target for which a supporting agreement has no counterpart at a priority. */
export interface UnsupportedTarget {
  readonly agreement: string
  readonly metric: string
  readonly priority: string | null
  /** The agreement that supports it, and promises nothing of the kind. */
  readonly supporter: string
}

/** What rests on what in a policy, at each priority, in the order it is written. */
export function linksOf(model: PolicyModel): {
  readonly links: readonly LinkAt[]
  readonly unsupported: readonly UnsupportedTarget[]
} {
  const links: LinkAt[] = []
  const unsupported: UnsupportedTarget[] = []
  for (const { document, promises } of model.agreements) {
    const { id } = document
    for (const { metric, chain } of document.targets) {
      const steps = chain?.map((step) => (typeof step === 'string' ? [step] : step))
      const supporters = steps === undefined ? supportersOf(model, id) : []
      const refs = steps ?? [supporters.map((supporter) => `${supporter}/${metric}`)]
      for (const priority of prioritiesOf(model, [`${id}/${metric}`, ...refs.flat()])) {
        const upper = promises.find((one) => one.metric === metric && isAt(one, priority))
        if (upper === undefined) continue
        const found = refs.map((step) => step.flatMap((ref) => promiseNamed(model, ref, priority)))
        const missing = refs.flat().filter((ref) => {
          return promiseNamed(model, ref, priority).length === 0
        })
        if (steps !== undefined) links.push({ upper, priority, steps: found, missing })
        else {
          for (const ref of missing) {
            unsupported.push({ agreement: id, metric, priority, supporter: partsOf(ref)[0] })
          }
          if (missing.length < refs.flat().length) {
            links.push({ upper, priority, steps: found, missing: [] })
          }
        }
      }
    }
  }
  return { links, unsupported }
}

export function targetName({ agreement, metric }: Promised): string {
  return `${agreement}/${metric}`
}

function supportersOf({ agreements }: PolicyModel, id: string): readonly string[] {
  return agreements
    .filter(({ supports }) => supports.includes(id))
    .map(({ document }) => document.id)
}

/** The priorities at which targets differ; `null` alone where none of them does. */
function prioritiesOf(model: PolicyModel, refs: readonly string[]): readonly (string | null)[] {
  const named = refs.flatMap((ref) =>
    promisesNamed(model, ref).flatMap(({ priority }) => (priority === null ? [] : [priority])),
  )
  if (named.length === 0) return [null]
  return [...new Set([...(model.document.priorities ?? []), ...named])]
}

function promisesNamed({ agreements }: PolicyModel, ref: string): readonly Promised[] {
  const [id, metric] = partsOf(ref)
  const agreement = agreements.find(({ document }) => document.id === id)
  return (agreement?.promises ?? []).filter((promise) => promise.metric === metric)
}

/** The promise of a target at a priority, or none. */
function promiseNamed(
  model: PolicyModel,
  ref: string,
  priority: string | null,
): readonly Promised[] {
  const [id, metric] = partsOf(ref)
  const agreement = model.agreements.find(({ document }) => document.id === id)
  const promise = agreement && promiseAt(agreement, metric, priority)
  return promise === undefined ? [] : [promise]
}

function isAt(promise: Promised, priority: string | null): boolean {
  return promise.priority === null || promise.priority === priority
}

/** Agreement and metric; the id of an agreement may have a slash of its own. */
function partsOf(ref: string): readonly [string, string] {
  const slash = ref.lastIndexOf('/')
  return [ref.slice(0, slash), ref.slice(slash + 1)]
}
