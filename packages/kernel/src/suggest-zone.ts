import { didYouMean } from './did-you-mean.ts'

/** The zone that an unknown id was most likely meant to be: the one of that city, or the nearest in spelling. */
export function suggestTimeZone(found: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = found.trim().replaceAll(' ', '_').toLowerCase()
  return zones.find((id) => id.toLowerCase().endsWith(`/${city}`)) ?? didYouMean(found, zones)
}
