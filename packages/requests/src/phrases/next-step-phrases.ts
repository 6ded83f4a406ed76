import type { Phrases } from '@holdfast/kernel/text'
import { titled } from './phrase-parts.ts'

/** What to do instead of what was refused. */
export const nextStepPhrases: Phrases = {
  'requests.next.submit': () => 'submit the request first',
  'requests.next.readAgain': () => 'read the request again, and decide anew',
  'requests.next.giveLifecycle': ({ id, version }) =>
    `decide under a lifecycle that has the state, such as version ${version} of ${id}, under which it came in`,
  'requests.next.loadRequest': ({ request }) => `load request ${request} beside this one`,
  'requests.next.followUp': () => 'follow it up with a request of its own',
  'requests.next.message': () => 'write to the request',
  'requests.next.step': ({ event, to }) =>
    to === null ? `${event} it first` : `${event}, to ${to}`,
  'requests.next.meetGuard': ({ guard, title }) => `see to it that ${titled(guard, title)} holds`,
  'requests.next.offer': ({ to }) => `offer it to ${to}`,
  'requests.next.offerAgain': () => 'ask for a new offer',
  'requests.next.recall': ({ offer }) => `recall the offer ${offer}, or wait for its answer`,
  'requests.next.sayNeed': ({ to }) => `tell ${to} what the customer needs`,
  'requests.next.sayUntil': () => 'say until when',
  'requests.next.waitFor': ({ blocker }) => `wait for ${blocker}`,
  'requests.next.say': ({ part }) => `say the ${part}`,
  'requests.next.finishChild': ({ child }) => `finish ${child}, or call it off`,
  'requests.next.approve': ({ approval }) => `decide about ${approval}`,
  'requests.next.nameAnew': ({ taken }) => `choose another name than ${taken}`,
  'requests.next.link': ({ relation, to }) => `link ${relation} ${to} first`,
  'requests.next.refineTask': ({ task, criterion, title }) =>
    `say in task ${task}: ${titled(criterion, title)}`,
  'requests.next.addTask': ({ task, title }) => `add a task ${titled(task, title)}`,
  'requests.next.changeTask': ({ task }) => `change task ${task}`,
  'requests.next.dispatchTask': ({ task }) => `dispatch task ${task}`,
  'requests.next.acceptTask': ({ task }) => `accept task ${task}`,
  'requests.next.declineTask': ({ task }) => `decline task ${task}`,
  'requests.next.finishTask': ({ task }) => `finish task ${task}`,
  'requests.next.cancelTask': ({ task }) => `cancel task ${task}`,
  'requests.next.splitTask': ({ task }) => `split task ${task}`,
  'requests.next.rejoinTask': ({ task }) => `re-join task ${task}`,
}
