import { match } from 'ts-pattern'
import type { RequestCommand } from './commands/command.ts'
import type { RequestEvent } from './event.ts'
import type { ChildStatus, RequestState } from './state.ts'

/**
 * What an event asks of other requests: commands, each to be decided on its own stream. Their ids follow from the
 * event, so an event that is delivered again changes nothing there either; and from the request, for ids are unique in
 * one stream only.
 *
 * @param state the request after the event
 */
export function react(event: RequestEvent, state: RequestState): readonly RequestCommand[] {
  const { request, customer, customerFacts, kind, parent } = state
  const to = (other: string) => ({
    id: `${request}|${event.id}>${other}`,
    request: other,
    by: event.by,
    at: event.at,
  })
  const known = {
    ...(customer !== null && { customer }),
    customerFacts,
    ...(state.priority !== null && { priority: state.priority }),
    ...(state.need !== null && { need: state.need }),
  }
  const status = (now: ChildStatus): RequestCommand[] =>
    parent === null
      ? []
      : [{ ...to(parent), type: 'noteChild', child: request, status: now, seq: event.seq }]

  return match(event)
    .with({ type: 'split' }, ({ into }) =>
      into.map((child): RequestCommand => {
        const { title, owner = state.owner, links = state.links } = child
        return {
          ...to(child.request),
          type: 'submit',
          kind: child.kind ?? kind,
          title,
          owner,
          links,
          parent: request,
          ...known,
        }
      }),
    )
    .with({ type: 'rejoined' }, ({ child }): RequestCommand[] => [
      { ...to(child), type: 'mergeInto', parent: request },
    ])
    .with({ type: 'followedUp' }, ({ as, title, text }): RequestCommand[] => {
      const submit: RequestCommand = {
        ...to(as),
        type: 'submit',
        kind,
        links: state.links,
        followUpOf: request,
        ...(title !== undefined && { title }),
        ...known,
      }
      if (text === undefined) return [submit]
      return [submit, { ...to(as), id: `${submit.id}>message`, type: 'message', text }]
    })
    .with({ type: 'resolved' }, () => status('resolved'))
    .with({ type: 'closed' }, () => status('closed'))
    .with({ type: 'reopened' }, () => status('open'))
    .with({ type: 'cancelled' }, ({ into }) => (into === undefined ? status('cancelled') : []))
    .otherwise(() => [])
}
