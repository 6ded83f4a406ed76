import { refusal } from '@holdfast/kernel'
import type { RequestContext } from './scene.ts'

/** There is no lifecycle for requests of a kind; the kinds that there are, are named. */
export function unknownKind({ lifecycles }: Pick<RequestContext, 'lifecycles'>, kind: string) {
  const known = Object.keys(lifecycles).sort()
  return refusal('kind-unknown', { params: { kind, known } })
}
