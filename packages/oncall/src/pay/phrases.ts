import type { Phrases } from '@holdfast/kernel/text'

/** The English sentences of pay. Another language is a record with the same keys. Amounts are in minor units. */
export const payPhrases: Phrases = {
  'oncall.pay': ({ rates, currency, amount, people }, say, { span }) =>
    `${money(amount, currency)} for ${people} ${people === 1 ? 'person' : 'people'} by ${rates}, ${say.span(span)}`,
  'oncall.payPerson': ({ person, currency, amount, onDuty, withoutRate }, say) => {
    const rest = withoutRate === 0 ? '' : `, ${say.duration(withoutRate)} of it without a rate`
    return `${person}: ${money(amount, currency)} for ${say.duration(onDuty)}${rest}`
  },
  'oncall.payLine': ({ part, currency, amount }) =>
    `${PARTS[String(part)] ?? part}: ${money(amount, currency)}`,
  'oncall.payRate': ({ rate, part, currency, each, count }, say) =>
    part === 'shifts'
      ? `${count} ${count === 1 ? 'shift' : 'shifts'} at ${money(each, currency)} (${rate})`
      : `${say.duration(count)} at ${money(each, currency)} an hour (${rate})`,
}

const PARTS: Readonly<Record<string, string>> = {
  holiday: 'holidays',
  weekend: 'weekends',
  night: 'nights',
  day: 'days',
}

/** Currencies differ in how many minor units they have, so these are written as they are. */
function money(amount: unknown, currency: unknown): string {
  return `${amount} minor units of ${currency}`
}
