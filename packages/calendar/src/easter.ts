import { type EpochDay, epochDayOf } from '@holdfast/kernel'

/**
 * Easter Sunday of the Western churches.
 * Source: the anonymous Gregorian computus (Nature, 20 April 1876), as in J. Meeus, Astronomical Algorithms, ch. 8.
 */
export function easterSunday(year: number): EpochDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return epochDayOf(year, Math.floor(days / 31), (days % 31) + 1)
}

/**
 * Easter Sunday of the Eastern churches, as a Gregorian date.
 * Source: Meeus's Julian algorithm (Astronomical Algorithms, ch. 8), then the days between the two calendars.
 */
export function orthodoxEasterSunday(year: number): EpochDay {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const days = d + e + 114
  const julianBehind = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return epochDayOf(year, Math.floor(days / 31), (days % 31) + 1) + julianBehind
}
