import { type Coded, didYouMean, quote, rangeError } from '@holdfast/kernel'
import Holidays from 'date-holidays'

/** Where holidays are asked for. */
export interface Place {
  /** ISO 3166-1, two letters: `CH`. */
  readonly country: string
  /** The part of the country, by ISO 3166-2 without the country: `ZH`, `BY`, `CA`. */
  readonly state?: string | undefined
  /** A part of the state that has holidays of its own: `A` for Augsburg in `BY`. */
  readonly region?: string | undefined
}

/** A `RangeError` for a place that is not known. */
export type UnknownPlace = Coded<RangeError> & { readonly didYouMean?: string }

type Names = Readonly<Record<string, string>>

/** Codes that people write for countries that ISO calls otherwise; those of the European Union among them. */
const BY_OTHER_NAMES: Names = { UK: 'GB', EL: 'GR', USA: 'US' }

/**
 * Throws `RangeError` `country-unknown`, `state-unknown` and `region-unknown`, because the library would answer that
 * there are no holidays, or those of the country only.
 */
export function assertPlace({ country, state, region }: Place): void {
  const library = new Holidays()
  assertKnown('country', country, library.getCountries(), library.getCountries('en'))
  if (state !== undefined) {
    const states: Names = library.getStates(country) ?? {}
    assertKnown('state', state, states, library.getStates(country, 'en') ?? {})
  }
  if (region !== undefined) {
    if (state === undefined) {
      throw rangeError('region-unknown', `the region ${quote(region)} needs its state`)
    }
    const regions: Names = library.getRegions(country, state) ?? {}
    assertKnown('region', region, regions, library.getRegions(country, state, 'en') ?? {})
  }
}

function assertKnown(kind: string, code: string, known: Names, inEnglish: Names): void {
  if (typeof code === 'string' && Object.hasOwn(known, code)) return
  const near = typeof code === 'string' ? suggest(code, known, inEnglish) : undefined
  const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`
  const error = rangeError(
    `${kind}-unknown`,
    `no holidays are known for the ${kind} ${quote(code)}${hint}`,
  )
  throw Object.assign(error, near === undefined ? {} : { didYouMean: near }) satisfies UnknownPlace
}

/**
 * The code that was meant: in other letters, of a name, or misspelled. Of two letters every other code is one letter
 * away from some code, so they are not guessed at.
 */
function suggest(found: string, known: Names, inEnglish: Names): string | undefined {
  const codes = Object.keys(known)
  const wanted = found.trim().toUpperCase()
  if (codes.includes(wanted)) return wanted
  const other = Object.hasOwn(BY_OTHER_NAMES, wanted) ? BY_OTHER_NAMES[wanted] : undefined
  if (other !== undefined && codes.includes(other)) return other
  if (wanted.length < 3) return undefined
  for (const names of [inEnglish, known]) {
    const within = codes.find((code) => names[code]?.toUpperCase().includes(wanted))
    if (within !== undefined) return within
    const near = didYouMean(found, Object.values(names))
    if (near !== undefined) return codes.find((code) => names[code] === near)
  }
  return didYouMean(
    wanted,
    codes.filter(({ length }) => length >= wanted.length - 1),
  )
}
