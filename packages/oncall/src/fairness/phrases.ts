import type { Params } from '@holdfast/kernel'
import type { Phrases, Say } from '@holdfast/kernel/text'

/** The English sentences of who had how much duty. Another language is a record with the same keys. */
export const fairnessPhrases: Phrases = {
  'oncall.fairness': ({ people }, say, { span }) =>
    `duty of ${people} ${people === 1 ? 'person' : 'people'}, ${say.span(span)}`,
  'oncall.fairSpread': ({ measure, least, most, spread, furthest, off }, say) => {
    const said = (amount: Params[string] | undefined) => amountOf(measure, amount, say)
    const who =
      furthest === null
        ? 'everybody has their share'
        : `furthest from the share is ${furthest}: ${said(Math.abs(Number(off)))} ${Number(off) < 0 ? 'less' : 'more'}`
    return `${MEASURES[String(measure)] ?? measure}: ${said(least)} to ${said(most)}, ${said(spread)} apart; ${who}`
  },
  'oncall.fairPerson': ({ person, zone, total, share, shifts }, say) =>
    `${person}: ${say.duration(total)} in ${amountOf('shifts', shifts, say)}, a share is ${say.duration(share)}; by the clock of ${zone}`,
  'oncall.fairTime': ({ kind, time, share }, say) =>
    `${MEASURES[String(kind)] ?? kind}: ${say.duration(time)}, a share is ${say.duration(share)}`,
  'oncall.withoutHome': ({ why, person, zone, onDuty }, say) =>
    why === 'zone-missing'
      ? `nobody knows which clock ${person} lives by: ${say.duration(onDuty)} on duty do not count`
      : `${person} lives by ${zone}, which is no time zone: ${say.duration(onDuty)} on duty do not count`,
}

const MEASURES: Readonly<Record<string, string>> = {
  holiday: 'holidays',
  weekend: 'weekends',
  night: 'nights',
  day: 'days',
  total: 'all time',
  shifts: 'shifts',
}

function amountOf(measure: Params[string] | undefined, amount: unknown, say: Say): string {
  if (measure !== 'shifts') return say.duration(amount)
  const count = Math.round(Number(amount) * 100) / 100
  return `${count} ${count === 1 ? 'shift' : 'shifts'}`
}
