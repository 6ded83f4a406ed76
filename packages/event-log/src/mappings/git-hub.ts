import type { LogMappingDocument } from '../document.ts'

/**
 * Events of issues of GitHub, one a line: those of `/repos/{owner}/{repo}/issues/events` hold their issue; to those of
 * an issue's timeline it is added, as by `jq -c --argjson issue "$(gh api repos/o/r/issues/7)" '.[] + {issue: $issue}'`.
 * GitHub knows no waits and no teams of the desk.
 */
export const gitHub: LogMappingDocument = {
  format: 'holdfast/log-mapping@1',
  id: 'git-hub-issues',
  version: 1,
  title: 'Events of issues of GitHub',
  reason: 'Events of a repository come newest first and mixed, so the log is held in memory',
  input: { kind: 'jsonl' },
  case: '/issue/number',
  order: 'any',
  time: { format: 'iso' },
  stamps: { opened: '/issue/created_at' },
  requester: '/issue/user/login',
  initial: { state: { text: 'opened' } },
  rows: [
    {
      when: { column: '/event', is: ['closed', 'reopened'] },
      time: '/created_at',
      id: '/id',
      by: '/actor/login',
      state: '/event',
      before: { state: { text: 'opened' } },
    },
    {
      when: { column: '/event', is: 'assigned' },
      time: '/created_at',
      id: '/id',
      by: '/actor/login',
      assignee: '/assignee/login',
    },
    {
      when: { column: '/event', is: 'commented' },
      time: '/created_at',
      id: '/id',
      by: '/user/login',
      message: { automatic: { column: '/user/type', is: ['Bot'] } },
    },
  ],
  states: {
    opened: { element: 'investigation' },
    closed: 'resolved',
    reopened: { element: 'investigation' },
  },
  facts: { closedAs: '/state_reason' },
}
