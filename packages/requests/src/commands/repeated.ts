import type { RequestState } from '../state.ts'

/**
 * Whether a command has been carried out already: its events have its id, and a number. Also one whose events only a
 * newer version can read.
 */
export function isRepeated({ marks, quiet, unread }: RequestState, id: string): boolean {
  const prefix = `${id}/`
  for (let place = marks.length - 1; place >= 0; place--) {
    if (isOf(prefix, (marks[place] as { id: string }).id)) return true
  }
  return (
    quiet.some((event) => isOf(prefix, event)) || unread.some(({ event }) => isOf(prefix, event))
  )
}

function isOf(prefix: string, event: string): boolean {
  return event.startsWith(prefix) && !event.includes('/', prefix.length)
}
