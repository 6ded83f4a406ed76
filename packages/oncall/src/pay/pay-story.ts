import { type Reason, reason } from '@holdfast/kernel'
import type { PayLine, PayReport } from './pay-report.ts'

/** What everybody is paid, by which rates. */
export function payStory(report: PayReport): Reason {
  const { from, to, rates, currency, amount, people, withoutHome } = report
  return reason(
    'oncall.pay',
    { rates, currency, amount, people: people.length },
    {
      span: { from, to },
      children: [
        ...people.map(({ person, amount: theirs, onDuty, withoutRate, lines }) =>
          reason(
            'oncall.payPerson',
            { person, currency, amount: theirs, onDuty, withoutRate },
            { children: lines.map((line) => lineStory(line, currency)) },
          ),
        ),
        ...withoutHome.map(({ code, person, zone, onDuty }) =>
          reason('oncall.withoutHome', { why: code, person, zone, onDuty }),
        ),
      ],
    },
  )
}

function lineStory({ part, amount, by }: PayLine, currency: string): Reason {
  return reason(
    'oncall.payLine',
    { part, currency, amount },
    {
      children: by.map(({ rate, amount: each, count }) =>
        reason('oncall.payRate', { rate, part, currency, each, count }),
      ),
    },
  )
}
