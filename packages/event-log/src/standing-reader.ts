import type { Layout, Spot } from './layout.ts'
import type { Standing } from './log-event.ts'
import type { TextPlace } from './place-document.ts'
import { type ReadingTools, textReader } from './reading-tools.ts'

/** Where it stands how a case stood before something, or at its beginning. */
type StandingPlaces = Readonly<Partial<Record<keyof Standing, TextPlace | undefined>>>

/** Reads how a case stood. States and priorities that the mapping does not know are not known here either. */
export function standingReader(
  places: StandingPlaces | undefined,
  layout: Layout,
  tools: ReadingTools,
): ((spot: Spot) => Standing) | undefined {
  if (places === undefined) return undefined
  const { words, priority } = tools
  const read = {
    state: textReader(places.state, layout, tools),
    priority: textReader(places.priority, layout, tools),
    group: textReader(places.group, layout, tools),
    assignee: textReader(places.assignee, layout, tools),
  }
  return (spot) => {
    const state = read.state?.(spot)
    const named = read.priority?.(spot)
    return {
      state: state !== undefined && words.states.has(state) ? state : undefined,
      priority: named === undefined ? undefined : priority(named),
      group: read.group?.(spot),
      assignee: read.assignee?.(spot),
    }
  }
}
