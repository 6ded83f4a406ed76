import type { RequestCommand } from './commands/command.ts'

/** Something that a decision has to know, and that a host loads beforehand. */
export type Query =
  | { readonly load: 'request'; readonly id: string }
  | { readonly load: 'lifecycle'; readonly kind: string }

/**
 * What to load before a command is decided: its own request first. Of requests that are to be split off or to follow it
 * there should be none yet; one that is found is refused in time. Without a child, what is told of it is believed.
 */
export function needs(command: RequestCommand): readonly Query[] {
  const own: Query = { load: 'request', id: command.request }
  switch (command.type) {
    case 'submit':
      return [own, { load: 'lifecycle', kind: command.kind }]
    case 'rejoin':
    case 'noteChild':
      return [own, { load: 'request', id: command.child }]
    case 'followUp':
      return [own, { load: 'request', id: command.as }]
    case 'split':
      return [
        own,
        ...command.into.flatMap(({ request: id, kind }): Query[] =>
          kind === undefined
            ? [{ load: 'request', id }]
            : [
                { load: 'request', id },
                { load: 'lifecycle', kind },
              ],
        ),
      ]
    default:
      return [own]
  }
}
