import type { RequestContext } from '../../src/index.ts'
import { directory, lifecycles } from '../told-story.ts'
import { crooked, endless } from './crooked.ts'

/** Where the stories by chance happen: under the lifecycles that are shipped, and under two that nobody would want. */
export const context: RequestContext = {
  lifecycles: { ...lifecycles, crooked, endless },
  directory,
}

export const KINDS: readonly string[] = Object.keys(context.lifecycles)
