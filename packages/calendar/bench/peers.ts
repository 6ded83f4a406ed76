import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import moment from 'moment-business-time'
import OpeningHours from 'opening_hours'
import WorkingTimeCalculator from 'working-time-calculator'
import { holidays, timeZone } from './office.ts'

/** What a peer can do, in epoch milliseconds. Peers without a zone of their own work in that of the process. */
export interface Peer {
  readonly name: string
  addHours?(at: number, hours: number): number
  between?(from: number, to: number): number
  isOpen?(at: number): boolean
}

const HOUR = 3_600_000

function momentPeer(): Peer {
  const hours = ['09:00:00', '17:00:00']
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null },
    holidays: [...holidays],
  })
  return {
    name: 'moment-business-time',
    addHours: (at, count) => moment(at).addWorkingTime(count, 'hours').valueOf(),
    between: (from, to) => moment(to).workingDiff(moment(from), 'hours', true) * HOUR,
    isOpen: (at) => moment(at).isWorkingTime(),
  }
}

function dayjsPeer(): Peer {
  dayjs.extend(businessTime)
  const hours = [{ start: '09:00:00', end: '17:00:00' }]
  dayjs.setBusinessTime({
    sunday: null,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: null,
  })
  dayjs.setHolidays([...holidays])
  return {
    name: 'dayjs-business-time',
    addHours: (at, count) => dayjs(at).addBusinessHours(count).valueOf(),
    between: (from, to) => dayjs(from).businessHoursDiff(dayjs(to)) * HOUR,
    isOpen: (at) => dayjs(at).isBusinessTime(),
  }
}

function openingHoursPeer(): Peer {
  const months = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ]
  const off = holidays.map((date) => {
    const [year, month, day] = date.split('-')
    return `${year} ${months[Number(month) - 1]} ${day} off`
  })
  const rules = new OpeningHours(['Mo-Fr 09:00-17:00', ...off].join('; '), null)
  return {
    name: 'opening_hours',
    between: (from, to) => rules.getOpenDuration(new Date(from), new Date(to))[0],
    isOpen: (at) => rules.getState(new Date(at)),
  }
}

function calculatorPeer(): Peer {
  const calculator = new WorkingTimeCalculator()
  calculator.addWorkingHours(WorkingTimeCalculator.WEEKDAYS, '09:00', '17:00', timeZone)
  for (const date of holidays) calculator.excludeBetween(`${date}T00:00:00`, `${date}T23:59:59.999`)
  return {
    name: 'working-time-calculator',
    between: (from, to) =>
      calculator.calcMillisecondsBetween(new Date(from).toISOString(), new Date(to).toISOString()),
  }
}

export const peers: readonly Peer[] = [
  momentPeer(),
  dayjsPeer(),
  openingHoursPeer(),
  calculatorPeer(),
]
