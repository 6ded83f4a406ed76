import { type Mark, toInstant } from '@holdfast/kernel'

/** Something that happened to a request, and how the story tells it. */
export interface Told {
  readonly mark: Mark
  readonly text: string
}

const request = 'request:2714'
const acme = 'customer:acme'
const ada = 'person:ada'

const known = { customer: acme, level: 'platinum', seats: 200, kind: 'incident', tags: [] }

/** One request of Acme, from a Friday in April to the Tuesday after it, on Zurich's clock. */
export const slowExports: readonly Told[] = [
  happened('09T14:30', 'Acme writes: exports are slow. Priority P3', {
    type: 'submitted',
    by: acme,
    facts: { ...known, priority: 'P3' },
  }),
  happened('09T14:30', 'the desk’s machine replies: thank you for your message', {
    type: 'message',
    by: 'system:mail',
    automatic: true,
  }),
  happened('09T14:50', 'Ada leaves a note that only colleagues can read', {
    type: 'message',
    by: ada,
    audience: 'internal',
  }),
  happened('09T15:40', 'Ada answers and asks for a log file', { type: 'message', by: ada }),
  happened('09T15:45', 'the request waits for Acme', {
    type: 'waiting',
    by: ada,
    reason: 'customer',
  }),
  happened('12T14:15', 'the log file comes', { type: 'resumed', by: acme }),
  happened('12T15:30', 'no export ends any more: Lea raises the priority to P1', {
    type: 'priorityChanged',
    by: 'person:lea',
    facts: { priority: 'P1' },
  }),
  happened('12T15:35', 'Ada offers it to the platform team', {
    type: 'offered',
    about: 'offer:1',
    by: ada,
    facts: { offeredTo: 'team:platform' },
  }),
  happened('12T15:50', 'Ben of the platform team accepts', {
    type: 'accepted',
    about: 'offer:1',
    by: 'person:ben',
    facts: { assignedTo: 'team:platform' },
  }),
  happened('12T17:20', 'Ada tells Acme how it stands', { type: 'message', by: ada }),
].map(({ text, mark }, nth) => ({ text, mark: { ...mark, id: `m${nth + 1}`, seq: nth + 1 } }))

function happened(
  time: string,
  text: string,
  parts: Omit<Mark, 'id' | 'at' | 'about'> & { readonly about?: string },
) {
  return { text, mark: { at: toInstant(`2027-04-${time}:00+02:00`), about: request, ...parts } }
}
