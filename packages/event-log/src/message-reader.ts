import { quote } from '@holdfast/kernel'
import type { MessageDocument } from './entry-document.ts'
import type { Layout, Spot } from './layout.ts'
import type { LogMessage } from './log-event.ts'
import type { ReadingTools } from './reading-tools.ts'

/** What a row says of the message that it is; `by` is its author. */
type MessageReader = (spot: Spot, line: number, by: string | undefined) => LogMessage

export function messageReader(
  { audience, from, automatic }: MessageDocument,
  layout: Layout,
  tools: ReadingTools,
): MessageReader {
  const audienceOf = audienceReader(audience, layout, tools)
  const isCustomer = from && textTest(from.column, from.customer, layout)
  const isAutomatic = automatic && automaticTest(automatic, layout)
  return (spot, line, by) => ({
    audience: audienceOf(spot, line),
    isAutomatic: isAutomatic?.(spot, by) ?? false,
    isCustomer: isCustomer?.(spot) ?? false,
  })
}

/** Where it is not known who can read it, nobody outside is taken to: no promise is kept by what may be a note. */
function audienceReader(
  audience: MessageDocument['audience'],
  layout: Layout,
  { tally }: ReadingTools,
): (spot: Spot, line: number) => LogMessage['audience'] {
  if (audience === undefined) return () => 'public'
  const read = layout.textAt(audience.column)
  const [open, closed] = [new Set(audience.public), new Set(audience.internal)]
  return (spot, line) => {
    const text = read(spot)
    if (text !== undefined && open.has(text)) return 'public'
    if (text !== undefined && closed.has(text)) return 'internal'
    if (open.size === 0) return 'public'
    if (closed.size > 0) tally.bad('audience-unknown', line, quote(text ?? ''), false)
    return 'internal'
  }
}

function textTest(column: string | string[], texts: readonly string[], layout: Layout) {
  const read = layout.textAt(column)
  const set = new Set(texts)
  return (spot: Spot): boolean => {
    const text = read(spot)
    return text !== undefined && set.has(text)
  }
}

function automaticTest(automatic: NonNullable<MessageDocument['automatic']>, layout: Layout) {
  if ('by' in automatic) {
    const machines = new Set(automatic.by)
    return (_: Spot, by: string | undefined): boolean => by !== undefined && machines.has(by)
  }
  if ('is' in automatic) return textTest(automatic.column, automatic.is, layout)
  const read = layout.textAt(automatic.column)
  const { begins } = automatic
  return (spot: Spot): boolean => {
    const text = read(spot)
    return text !== undefined && begins.some((beginning) => text.startsWith(beginning))
  }
}
