import { type Notice, type Param, type PartyRef, reason } from '@holdfast/kernel'
import type { Entered, RequestEvent } from './event.ts'
import { isCustomer } from './parties.ts'
import type { Due } from './promises/due.ts'
import { isOfCustomer } from './promises/promise-terms.ts'
import type { RequestState } from './state.ts'

/**
 * Whom an event has to be told, and of what. Each notice has a key of its own for the request, the event, what is told
 * and whom, so that it is told once however often it is asked for.
 *
 * @param before the request before the command
 * @param due what time brought about, for an event that tells of it
 */
export function noticesOf(event: RequestEvent, before: RequestState, due?: Due): readonly Notice[] {
  const told = (to: PartyRef | null, what: string, said: Record<string, Param> = {}): Notice[] =>
    to === null || to === event.by ? [] : [noticeTo(event, to, what, said)]
  const { owner, assignee, customer, offer } = before
  switch (event.type) {
    case 'submitted':
      return [
        ...told(event.owner, 'submitted', { kind: event.kind, title: event.title ?? null }),
        ...asked(event, event.approvals ?? []),
      ]
    case 'assigned':
      return told(event.assignee, 'assigned')
    case 'offered': {
      const { offer: id, need = null, context = null, openQuestions = [] } = event
      return told(event.to, 'offered', { offer: id, need, context, openQuestions })
    }
    case 'ownerChanged':
      return told(owner, 'accepted', { owner: event.owner })
    case 'offerDeclined':
      return told(owner, 'declined', {
        reason: event.reason,
        openQuestions: event.openQuestions ?? [],
      })
    case 'offerRecalled':
      return told(offer?.to ?? null, 'recalled', { reason: event.reason ?? null })
    case 'offerExpired':
      return told(owner, 'expired')
    case 'messaged':
      if (event.audience === 'internal') return []
      return isCustomer(event.by)
        ? told(assignee ?? owner, 'customerWrote', { text: event.text ?? null })
        : told(customer, 'message', { text: event.text ?? null })
    case 'moved':
    case 'waited':
    case 'resumed':
      return asked(event, before.approvals)
    case 'reopened':
      return [
        ...told(assignee ?? owner, 'reopened', { reason: event.reason ?? null }),
        ...asked(event, before.approvals),
      ]
    case 'cancelled':
      return told(assignee ?? owner, 'cancelled', { reason: event.reason })
    case 'approvalRejected':
      return told(owner, 'approvalRejected', { approval: event.approval, reason: event.reason })
    case 'taskDispatched':
      return told(event.team, 'taskDispatched', {
        task: event.task,
        title: taskOf(before, event.task)?.title ?? null,
      })
    case 'taskDeclined':
      return told(owner, 'taskDeclined', { task: event.task, reason: event.reason })
    case 'taskDone':
      return told(owner, 'taskDone', { task: event.task, result: event.result ?? null })
    case 'taskCancelled':
      return told(teamAtWork(before, event.task), 'taskCancelled', {
        task: event.task,
        reason: event.reason,
      })
    case 'quickTaskDone':
      return (event.affects ?? []).flatMap((party) =>
        told(party, 'quickTaskDone', { what: event.what, minutes: event.minutes }),
      )
    case 'childChanged':
      return told(owner, 'childChanged', { child: event.child, status: event.status })
    case 'told':
      return due === undefined ? [] : dueNotices(before, due)
    default:
      return []
  }
}

function asked(
  event: RequestEvent & Entered,
  approvals: readonly { readonly id: string; readonly by: PartyRef }[],
): readonly Notice[] {
  return event.asks === true ? approvals.map(({ id, by }) => askedFor(event, id, by)) : []
}

/** Who asks for something has not agreed to what is made of it: they are asked as well. */
function askedFor(event: RequestEvent, approval: string, by: PartyRef): Notice {
  const notice = noticeTo(event, by, 'approvalAsked', { approval })
  return { ...notice, key: `${notice.key}|${approval}` }
}

function noticeTo(
  { id, request }: RequestEvent,
  to: PartyRef,
  what: string,
  said: Record<string, Param>,
): Notice {
  const code = `requests.notice.${what}`
  const about = `request:${request}`
  // Ids are unique in one stream only, and one who owns what they have to approve is told twice.
  return {
    key: `${request}|${id}|${what}|${to}`,
    to,
    about,
    code,
    reason: reason(code, { request, ...said }),
  }
}

/**
 * What is due is told once for its key, whichever event tells of it. What a customer owes is told to whoever owns the
 * request: the customer hears of it by a message, or not at all.
 */
function dueNotices({ request, owner }: RequestState, due: Due): readonly Notice[] {
  const { key, to, promise, purpose, at } = due
  const code = `requests.notice.${purpose}`
  const about = `request:${request}`
  const parties = promise !== 'wait' && isOfCustomer(promise) ? [owner] : to
  return parties.map((party) => ({
    key: `${key}|${party}`,
    to: party,
    about,
    code,
    reason: reason(code, { request, promise, at }),
  }))
}

/** The team that a task has gone to. */
function teamAtWork(before: RequestState, id: string): PartyRef | null {
  const task = taskOf(before, id)
  return task === undefined || task.status === 'draft' ? null : task.team
}

function taskOf({ tasks }: RequestState, id: string) {
  return tasks.find((one) => one.id === id)
}
