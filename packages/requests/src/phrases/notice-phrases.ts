import type { Param } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'
import { said } from './phrase-parts.ts'

/** What somebody is told of a request. */
export const noticePhrases: Phrases = {
  'requests.notice.submitted': ({ request, kind, title }) =>
    `request ${request} has come in (${kind})${said(title)}`,
  'requests.notice.assigned': ({ request }) => `request ${request} is yours to work on`,
  'requests.notice.offered': ({ request, need, context, openQuestions }) =>
    `request ${request} is offered to you${said(need, context, openQuestions)}`,
  'requests.notice.accepted': ({ request, owner }) => `${owner} has accepted request ${request}`,
  'requests.notice.declined': ({ request, reason, openQuestions }) =>
    `request ${request} stays with you, the offer was declined${said(reason, openQuestions)}`,
  'requests.notice.recalled': ({ request, reason }) =>
    `request ${request} is offered to you no more${said(reason)}`,
  'requests.notice.expired': ({ request }) =>
    `nobody answered the offer of request ${request} in time; it stays where it was`,
  'requests.notice.message': ({ request, text }) => `about your request ${request}${said(text)}`,
  'requests.notice.customerWrote': ({ request, text }) =>
    `the customer wrote about request ${request}${said(text)}`,
  'requests.notice.reopened': ({ request, reason }) =>
    `request ${request} is open again${said(reason)}`,
  'requests.notice.cancelled': ({ request, reason }) =>
    `request ${request} is called off${said(reason)}`,
  'requests.notice.approvalAsked': ({ request, approval }) =>
    `request ${request} waits for you to decide about ${approval}`,
  'requests.notice.approvalRejected': ({ request, approval, reason }) =>
    `${approval} of request ${request} was refused${said(reason)}`,
  'requests.notice.taskDispatched': ({ request, task, title }) =>
    `task ${task} of request ${request} is for you${said(title)}`,
  'requests.notice.taskDeclined': ({ request, task, reason }) =>
    `task ${task} of request ${request} came back${said(reason)}`,
  'requests.notice.taskDone': ({ request, task, result }) =>
    `task ${task} of request ${request} is done${said(result)}`,
  'requests.notice.taskCancelled': ({ request, task, reason }) =>
    `task ${task} of request ${request} is called off${said(reason)}`,
  'requests.notice.quickTaskDone': ({ request, what, minutes }) =>
    `done in ${minutes} minutes for request ${request}${said(what)}`,
  'requests.notice.childChanged': ({ request, child, status }) =>
    `request ${child}, split off from ${request}, is ${status}`,
  'requests.notice.warn': ({ request, promise }) => `request ${request}: ${part(SOON, promise)}`,
  // The breach is the first millisecond that is too late.
  'requests.notice.breach': ({ request, promise, at }, say) =>
    `request ${request}: ${part(LATE, promise)} by ${say.instant(Number(at) - 1)}`,
  'requests.notice.resume': ({ request }) =>
    `request ${request}: the date that it waited for has come`,
}

function part(parts: Readonly<Record<string, string>>, promise: Param | undefined): string {
  return parts[String(promise)] ?? String(promise)
}

const SOON: Readonly<Record<string, string>> = {
  acceptance: 'the offer is still to be answered',
  attention: 'somebody has to look at it soon',
  news: 'the customer has to hear from us soon',
  tell: 'the customer has to be told of it soon',
  silence: 'the customer has not answered yet',
  closure: 'it closes soon unless the customer objects',
}

const LATE: Readonly<Record<string, string>> = {
  acceptance: 'nobody has answered the offer',
  attention: 'nobody has looked at it',
  news: 'the customer has heard nothing from us',
  tell: 'the customer has not been told of it',
  silence: 'the customer has not answered',
  closure: 'the customer has not objected',
}
