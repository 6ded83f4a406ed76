import { type MarkType, quote } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import type { EntryDocument, TestDocument } from './entry-document.ts'
import { factsReader } from './fact-reader.ts'
import type { Layout, Spot } from './layout.ts'
import type { LogEvent } from './log-event.ts'
import { messageReader } from './message-reader.ts'
import { type ReadingTools, textReader } from './reading-tools.ts'
import { standingReader } from './standing-reader.ts'
import { timeAt } from './time-place.ts'

/** Adds what an entry tells of a row to its events; says whether it applies to it. */
type EntryReader = (spot: Spot, line: number, order: number, events: LogEvent[]) => boolean

/** What an entry of the mapping tells of a row. */
export function entryReader(
  entry: EntryDocument,
  nth: number,
  { time }: ReadMapping,
  layout: Layout,
  tools: ReadingTools,
): EntryReader {
  const lists = entry.each === undefined ? undefined : [entry.each].flat()
  const tests = [entry.when ?? []].flat().map((test) => testOf(test, layout))
  // What names no column of its own tells of a moment that may not have come.
  const mayBeAhead =
    entry.type !== undefined || (typeof entry.state === 'object' && 'text' in entry.state)
  const timeOf = timeAt(entry.time, time, layout, tools)
  const seqAt = entry.seq === undefined ? undefined : layout.textAt(entry.seq)
  const idAt = entry.id === undefined ? undefined : layout.textAt(entry.id)
  const at = {
    state: textReader(entry.state, layout, tools),
    group: textReader(entry.group, layout, tools),
    assignee: textReader(entry.assignee, layout, tools),
    priority: textReader(entry.priority, layout, tools),
    driver: textReader(entry.driver, layout, tools),
    by: textReader(entry.by, layout, tools),
    requester: textReader(entry.requester, layout, tools),
  }
  const beforeOf = standingReader(entry.before, layout, tools)
  const messageOf = entry.message && messageReader(entry.message, layout, tools)
  const factsOf = factsReader(entry.facts ?? {}, layout, tools, entry)

  const eventOf = (spot: Spot, line: number, order: number): LogEvent | undefined => {
    const instant = timeOf(spot, line, !mayBeAhead)
    if (instant === undefined) return undefined
    const seq = seqAt?.(spot)
    const id = idAt?.(spot)
    const by = at.by?.(spot)
    return {
      at: instant,
      seq:
        seq === undefined
          ? undefined
          : /^-?\d+(\.\d+)?$/.test(seq)
            ? Number(seq)
            : tools.intern(seq),
      order,
      isOrdered: lists === undefined,
      id: id === undefined ? undefined : `${nth} ${id}`,
      type: entry.type as MarkType | undefined,
      state: knownState(at.state?.(spot), line, tools),
      group: at.group?.(spot),
      assignee: at.assignee?.(spot),
      priority: knownPriority(at.priority?.(spot), line, tools),
      before: beforeOf?.(spot),
      driver: at.driver?.(spot),
      by,
      message: messageOf?.(spot, line, by),
      facts: factsOf?.(spot, line),
      record: undefined,
      requester: at.requester?.(spot),
    }
  }

  return (spot, line, order, events) => {
    let isUsed = false
    for (const item of lists === undefined ? [spot] : layout.itemsOf(spot, lists)) {
      if (!tests.every((holds) => holds(item))) continue
      isUsed = true
      const event = eventOf(item, line, order)
      if (event !== undefined) events.push(event)
    }
    return isUsed
  }
}

function testOf(
  { column, is, not = [], known }: TestDocument,
  layout: Layout,
): (spot: Spot) => boolean {
  const read = layout.textAt(column)
  const texts = is === undefined ? undefined : new Set([is].flat())
  const others = new Set([not].flat())
  return (spot) => {
    const text = read(spot)
    if (known !== undefined && known !== (text !== undefined)) return false
    if (text !== undefined && others.has(text)) return false
    return texts === undefined || (text !== undefined && texts.has(text))
  }
}

function knownState(text: string | undefined, line: number, { words, tally }: ReadingTools) {
  if (text === undefined || words.states.has(text)) return text
  tally.bad('state-unknown', line, quote(text), false)
  tally.unknownState(text)
  return undefined
}

function knownPriority(text: string | undefined, line: number, { priority, tally }: ReadingTools) {
  if (text === undefined) return undefined
  const name = priority(text)
  if (name === undefined) tally.bad('priority-unknown', line, quote(text), false)
  return name
}
