import type { Phrases } from '@holdfast/kernel/text'
import { listed, meant } from './phrase-parts.ts'

/** Why a command is refused, by `requests.refusal.` and the code of the refusal. */
export const refusalPhrases: Phrases = {
  'requests.refusal.command-invalid': () => 'the command is not one that can be read',
  'requests.refusal.request-unknown': ({ request }) => `there is no request ${request}`,
  'requests.refusal.request-exists': ({ request }) => `request ${request} has come in already`,
  'requests.refusal.request-other': ({ asked, found }) =>
    `the command is for request ${asked}, and this is ${found}`,
  'requests.refusal.request-closed': ({ state }) => `the request is over (${state})`,
  'requests.refusal.request-resolved': ({ state }) =>
    `the request is ${state}, and this would be open under it`,
  'requests.refusal.request-not-loaded': ({ request }) =>
    `request ${request} was not there to look at`,
  'requests.refusal.kind-unknown': ({ kind, known }) =>
    `there is no lifecycle for requests of kind ${kind}; there is one for ${listed(known)}`,
  'requests.refusal.state-unknown': ({ state, lifecycle, version }) =>
    `the request is in ${state}, which version ${version} of ${lifecycle} does not have`,
  'requests.refusal.stale': ({ expected, found }) =>
    `the request has gone on since: it is at ${found}, and ${expected} was expected`,
  'requests.refusal.not-allowed': ({ by, on }) => `${by} may not do this (${on})`,
  'requests.refusal.not-possible': ({ on, detail, state }) =>
    `from ${state} there is no way by ${on}${detail === null ? '' : ` ${detail}`}`,
  'requests.refusal.guard-unmet': ({ guards }) => `something must hold first: ${listed(guards)}`,
  'requests.refusal.still-open': ({ state }) =>
    `the request is not closed (${state}), so it goes on in itself`,
  'requests.refusal.assignee-outside': ({ party, owner }) =>
    `${party} does not belong to ${owner}, who owns the request; they have to accept it first`,
  'requests.refusal.customer-other': ({ by, customer }) =>
    `the request is one of ${customer}, and ${by} is not known to speak for them`,
  'requests.refusal.customer-internal': ({ by }) => `${by} cannot write a note among ourselves`,
  'requests.refusal.offer-none': ({ owner }) => `nothing is offered; ${owner} owns the request`,
  'requests.refusal.offer-expired': ({ owner }) =>
    `the offer has expired; ${owner} owns the request`,
  'requests.refusal.offer-open': ({ to }) => `the request is offered to ${to} already`,
  'requests.refusal.offer-to-owner': ({ to }) => `${to} owns the request already`,
  'requests.refusal.receiver-unknown': ({ to }) => `nobody is known who could accept for ${to}`,
  'requests.refusal.receiver-not-allowed': ({ to, from }) =>
    `what ${from} owns cannot be offered to ${to}`,
  'requests.refusal.bounced-too-often': ({ bounces, to }) =>
    `the request has come back ${bounces === 1 ? 'once' : `${bounces} times`}; it cannot be offered to ${to} any more`,
  'requests.refusal.need-missing': ({ to }) => `${to} has to know what the customer needs`,
  'requests.refusal.blocker-unknown': ({ blocker, didYouMean }) =>
    `nothing is known to wait for that is called ${blocker}${meant(didYouMean)}`,
  'requests.refusal.until-missing': () => 'a wait for a date needs the date',
  'requests.refusal.until-past': ({ until, at }, say) =>
    `the wait would end at ${say.instant(until)}, before it begins at ${say.instant(at)}`,
  'requests.refusal.resolution-incomplete': ({ missing }) =>
    `the resolution lacks ${listed(missing)}`,
  'requests.refusal.children-open': ({ children }) => `still open: ${listed(children)}`,
  'requests.refusal.time-unfit': ({ duration }) => `${duration} is no time that was worked`,
  'requests.refusal.approval-unknown': ({ approval, didYouMean }) =>
    `nobody is asked for the approval ${approval}${meant(didYouMean)}`,
  'requests.refusal.approval-decided': ({ approval, status, by }) =>
    `${approval} is ${status} already, by ${by}`,
  'requests.refusal.task-unknown': ({ task }) => `there is no task ${task}`,
  'requests.refusal.task-exists': ({ task }) => `there is a task ${task} already`,
  'requests.refusal.task-status': ({ task, status }) =>
    `task ${task} is ${status}, and this cannot be done with it`,
  'requests.refusal.task-not-ready': ({ task, team, missing }) =>
    `task ${task} does not say all that ${team ?? 'a team'} needs to know: ${listed(missing)}`,
  'requests.refusal.task-parts-done': ({ task, done }) =>
    `parts of task ${task} are done, so it cannot be whole again: ${listed(done)}`,
  'requests.refusal.quick-task-too-long': ({ minutes, limit }) =>
    `${minutes} minutes are no quick task; it takes ${limit} at most`,
  'requests.refusal.child-unknown': ({ child }) => `request ${child} was not split off from this`,
  'requests.refusal.child-exists': ({ child }) => `there is a request ${child} already`,
  'requests.refusal.child-over': ({ child, status }) =>
    `request ${child} is ${status} and cannot re-join`,
  'requests.refusal.split-of-itself': ({ request }) =>
    `request ${request} cannot be split off from itself`,
  'requests.refusal.link-unknown': ({ relation, to }) =>
    `the request has no link ${relation} ${to} that it could give away`,
  'requests.refusal.parent-other': ({ asked, found }) =>
    found === null
      ? `the request was not split off from ${asked}, or from any`
      : `the request was split off from ${found}, and not from ${asked}`,
}
