import { type InstantLike, type Interval, rangeError, toInstant } from '@holdfast/kernel'

/** The ends of a span as instants. Throws `RangeError` `span-reversed`, and what `toInstant` throws. */
export function timeOf(span: { readonly from: InstantLike; readonly to: InstantLike }): Interval {
  const [from, to] = [toInstant(span.from), toInstant(span.to)]
  if (from > to) throw rangeError('span-reversed', 'the span ends before it begins')
  return { from, to }
}
