import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { formatInstant, MAX_INSTANT, MIN_INSTANT, parseInstant, toInstant } from '../src/index.ts'

const instants = fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT })
const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })
const pad = (value: number) => String(value).padStart(2, '0')

test.prop([instants])('writing an instant and reading it again changes nothing', (at) => {
  expect(toInstant(formatInstant(at))).toBe(at)
})

test.prop([instants])('an instant is written as Date writes it', (at) => {
  expect(formatInstant(at)).toBe(new Date(at).toISOString())
})

test.prop([instants, offsets])('an offset moves the text and not the instant', (at, minutes) => {
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1)
  const size = Math.abs(minutes)
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
  expect(parseInstant(`${local}${offset}`)).toBe(at)
})

test.prop([instants, fc.nat(23), fc.constantFrom(...'0123456789-:.TZz+ '.split(''))])(
  'a text with a slip in it is read as Date reads it, or refused',
  (at, place, slip) => {
    const text = formatInstant(at)
    const slipped = `${text.slice(0, place)}${slip}${text.slice(place + 1)}`
    const read = parseInstant(slipped)
    if (read !== undefined) expect(read).toBe(Date.parse(slipped))
  },
)

const upTo = (max: number) => fc.integer({ min: 0, max }).map(pad)
const texts = fc
  .tuple(fc.constantFrom('2023', '2024', '2100'), upTo(13), upTo(32), upTo(25), upTo(61), upTo(61))
  .map(([year, month, day, hour, minute, second]) => {
    return `${year}-${month}-${day}T${hour}:${minute}:${second}.120`
  })

test.prop([texts])(
  'the quick way for 24 characters reads and refuses as the general one',
  (text) => {
    const general = parseInstant(`${text}+00:00`)
    if (general === undefined) expect(() => toInstant(`${text}Z`)).toThrow(TypeError)
    else expect(toInstant(`${text}Z`)).toBe(general)
  },
)
