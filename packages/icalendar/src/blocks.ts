import { typeError } from '@holdfast/kernel'

/** The lines of one event. */
export interface Block {
  readonly text: string
  /** Its first line in the whole text, from 1. */
  readonly line: number
  /** Whether its end is there. */
  readonly isClosed: boolean
}

/**
 * The events of a calendar, each with its own lines, so that one that is broken does not take the others along.
 * Throws `TypeError` `not-a-calendar` for a text without one.
 */
export function eventBlocks(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const isOf = (line: string, wanted: string) => line.trim().toUpperCase() === wanted
  if (!lines.some((line) => isOf(line, 'BEGIN:VCALENDAR'))) {
    throw typeError('not-a-calendar', 'the text has no BEGIN:VCALENDAR, so it is no iCalendar')
  }
  const blocks: Block[] = []
  let open: { readonly from: number; readonly lines: string[] } | undefined
  const close = (isClosed: boolean) => {
    if (open === undefined) return
    blocks.push({ text: open.lines.join('\r\n'), line: open.from + 1, isClosed })
    open = undefined
  }
  for (const [nth, line] of lines.entries()) {
    if (isOf(line, 'BEGIN:VEVENT')) {
      close(false)
      open = { from: nth, lines: [] }
    }
    if (isOf(line, 'END:VCALENDAR')) close(false)
    if (line !== '') open?.lines.push(line)
    if (isOf(line, 'END:VEVENT')) close(true)
  }
  close(false)
  return blocks
}
