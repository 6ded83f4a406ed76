import { type Reason, type ReasonSource, toPointer } from '@holdfast/kernel'
import type { PolicyModel, Promised } from './model.ts'

/**
 * Makes reasons point to where a team wrote what they rest on: the terms of a promise come from a target, and the rules
 * that choose agreements from their `applies`.
 */
export function placesIn(models: readonly PolicyModel[]): (told: Reason) => Reason {
  const promised = new Map(
    models.flatMap((model) =>
      model.agreements.flatMap(({ promises }) =>
        promises.map((promise) => [promise.obligation.id, { model, promise }] as const),
      ),
    ),
  )
  const placed = (source: ReasonSource): ReasonSource => {
    const found = promised.get(source.document)
    if (found !== undefined) return placeOfTerms(source.pointer, found.model, found.promise)
    const pointer = source.pointer.replace(/^\/rules\/(\d+)\/conditions/, '/agreements/$1/applies')
    return { ...source, pointer }
  }
  const inPolicy = (told: Reason): Reason => {
    const children = told.children.map(inPolicy)
    return { ...told, children, ...(told.source && { source: placed(told.source) }) }
  }
  return inPolicy
}

/** The keys of terms that a metric brings, and the target does not change. */
const OF_METRIC = new Set(['start', 'stop', 'pause', 'resume', 'cancel', 'reset'])

/** Where a part of the terms of a promise stands in the policy. */
function placeOfTerms(
  pointer: string,
  { document: policy }: PolicyModel,
  { agreement, metric, priority, target }: Promised,
): ReasonSource {
  const [, key = '', ...inner] = pointer.split('/')
  const { id, version, agreements, metrics = {} } = policy
  const nth = agreements.findIndex((one) => one.id === agreement)
  const place = agreements[nth]?.targets.findIndex((one) => one.metric === metric) ?? 0
  const path = ['agreements', nth, 'targets', place]
  if (OF_METRIC.has(key)) {
    const isOwn = Object.hasOwn(metrics, metric)
    return {
      document: id,
      version,
      pointer: toPointer(isOwn ? ['metrics', metric, key, ...inner] : path),
    }
  }
  const isLength = key === 'within' || key === 'every'
  if (isLength && priority === null) path.push('within')
  if (isLength && priority !== null) {
    path.push('byPriority', priority)
    if (typeof target.byPriority?.[priority] === 'object') path.push('within')
  }
  return { document: id, version, pointer: toPointer(path) }
}
