import type { Figure } from '@holdfast/example-report/section'
import type { CaseCount } from '@holdfast/insight'
import type { Counted } from '../count.ts'
import { count, hours, percentOf, plural } from '../format.ts'
import type { Section } from '../section.ts'

export function cameBack({ all, followedUp }: Counted): Section {
  const { reopenings, prematurelyResolved, silent, toFirstAnswer, cases, ended } = all
  const share = (label: string, { cases: some, of }: CaseCount, note: string): Figure => ({
    label,
    value: percentOf(some, of),
    note: `${count(some)} of ${count(of)} ${note}`,
  })
  const hasMessages = toFirstAnswer !== null
  return {
    id: 'came-back',
    title: 'What came back, and who heard nothing',
    figures: [
      {
        label: 'Reopened',
        value: percentOf(reopenings.cases, cases),
        note: `${count(reopenings.cases)} of ${plural(cases, 'case')}, at most ${plural(reopenings.most, 'time')} in one`,
      },
      share(
        'Prematurely resolved',
        prematurelyResolved,
        'resolved ones, reopened within two weeks',
      ),
      ...(followedUp === null
        ? []
        : [
            share(
              'Followed up by another case',
              { cases: followedUp, of: ended },
              'ended ones, within two weeks',
            ),
          ]),
      ...(hasMessages
        ? [
            {
              label: 'Opened to first public answer by a person',
              value: hours(toFirstAnswer.p50),
              note: `median of ${count(toFirstAnswer.count)}`,
            },
            share('Silent for more than a week', silent, 'cases with two public answers or more'),
          ]
        : []),
    ],
    notes: hasMessages ? [] : ['The log has no messages, so nothing is said of silence.'],
  }
}
