import { createCalendar } from '@holdfast/calendar'
import { createSlaPolicy, METRICS, type SlaPolicyDocument } from '@holdfast/sla'

const hours = [['09:00', '17:00']]

/** Nobody knows the hours of the company; these are usual ones. */
export const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'UTC',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
})

const elapsed = { counts: 'elapsedTime' } as const

const document: SlaPolicyDocument = {
  id: 'incidents',
  version: 1,
  calendar: 'office',
  priorities: ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'],
  metrics: { age: METRICS.resolution, work: METRICS.agentWork },
  agreements: [
    {
      id: 'all',
      kind: 'sla',
      debtor: 'team:support',
      creditor: 'role:callers',
      targets: [
        { metric: 'acknowledgement', within: 'PT1H' },
        {
          metric: 'resolution',
          byPriority: {
            '1 - Critical': 'PT4H',
            '2 - High': 'PT8H',
            '3 - Moderate': 'PT40H',
            '4 - Low': 'PT80H',
          },
        },
        { metric: 'requesterWait', within: 'PT40H' },
        { metric: 'agentWork', within: 'PT40H' },
        { metric: 'age', within: 'PT120H', clock: elapsed },
        { metric: 'work', within: 'PT120H', clock: elapsed },
        { metric: 'ownership', within: 'PT24H', clock: elapsed },
      ],
    },
  ],
}

/** Clocks of incidents in office hours and in elapsed time, with and without waits as pauses. */
export const incidentPolicy = createSlaPolicy(document, { calendars: { office } })
