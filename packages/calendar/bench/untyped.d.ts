/** Peers that ship no types, as far as they are used here. */

declare module 'moment-business-time' {
  import moment from 'moment'

  module 'moment' {
    interface LocaleSpecification {
      workinghours?: Record<number, string[] | null>
      holidays?: string[]
    }
    interface Moment {
      addWorkingTime(count: number, unit: 'hours'): Moment
      workingDiff(other: Moment, unit: 'hours', fractions: boolean): number
      isWorkingTime(): boolean
    }
  }
  export default moment
}

declare module 'working-time-calculator' {
  export default class WorkingTimeCalculator {
    static readonly WEEKDAYS: unknown
    addWorkingHours(days: unknown, from: string, to: string, timeZone: string): void
    excludeBetween(from: string, to: string): void
    calcMillisecondsBetween(from: string, to: string): number
  }
}
