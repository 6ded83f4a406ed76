import { refusedToCustomer } from '../commands/not-allowed.ts'
import { type Handler, happens } from '../commands/scene.ts'
import { hasLink } from './links.ts'

/** The request has to do with something else. A link that is there changes nothing. */
export const link: Handler<'link'> = (scene, { type, link: added }) => {
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  return hasLink(scene.state.links, added) ? happens() : happens({ type: 'linked', link: added })
}

/** The request has nothing to do with it after all. A link that is not there changes nothing. */
export const unlink: Handler<'unlink'> = (scene, { type, link: taken }) => {
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  return hasLink(scene.state.links, taken) ? happens({ type: 'unlinked', link: taken }) : happens()
}
