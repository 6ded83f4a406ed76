import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { rangeError } from '@holdfast/kernel'

/** What a log is read from: the path of a file, or its bytes or its text in pieces. */
export type LogInput = string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>

export type Encoding = 'utf-8' | 'latin1' | 'utf-16le'

/** How much has been read, and how much there is where that is known. */
export interface Meter {
  bytes: number
  total: number | undefined
}

const CHUNK_BYTES = 1 << 18

/**
 * The text of a log in pieces, unpacked when its first bytes say that it is gzip, whatever it is called.
 * Throws `RangeError` `gzip-damaged` where packed bytes end too early or are wrong, and `encoding-unfit` for UTF-16 that
 * the mapping does not name.
 */
export async function* textOf(
  input: LogInput,
  encoding: Encoding,
  meter: Meter,
): AsyncGenerator<string> {
  if (typeof input === 'string') meter.total = (await stat(input)).size
  const source =
    typeof input === 'string' ? createReadStream(input, { highWaterMark: CHUNK_BYTES }) : input
  const pieces = metered(source, meter)
  const first = await startOf(pieces)
  if (first === undefined) return
  const whole = following(first, pieces)
  if (typeof first === 'string') {
    yield* decoded(whole, encoding)
    return
  }
  const [one, two] = first
  if (one === 0x1f && two === 0x8b) {
    yield* decoded(unpacked(whole), encoding)
    return
  }
  const isWide = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)
  if (isWide && encoding !== 'utf-16le') {
    await pieces.return(undefined)
    const hint = one === 0xff ? 'say "utf-16le" in input.encoding' : 'save it as UTF-8'
    throw rangeError('encoding-unfit', `the log is written in UTF-16: ${hint}`)
  }
  yield* decoded(whole, encoding)
}

type Piece = Uint8Array | string

async function* metered(
  source: Iterable<Piece> | AsyncIterable<Piece>,
  meter: Meter,
): AsyncGenerator<Piece, undefined> {
  for await (const piece of source) {
    meter.bytes += piece.length
    if (piece.length > 0) yield piece
  }
}

/** The first piece: a text, or bytes that are enough to see what they are. */
async function startOf(pieces: AsyncIterator<Piece>): Promise<Piece | undefined> {
  let start: Uint8Array | undefined
  for (;;) {
    const next = await pieces.next()
    if (next.done === true) return start
    if (typeof next.value === 'string') return next.value
    start = start === undefined ? next.value : Buffer.concat([start, next.value])
    if (start.length > 1) return start
  }
}

async function* following(first: Piece, rest: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  yield first
  yield* rest
}

async function* unpacked(packed: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // What goes wrong reaches the reader of the last stream as well, so there is nothing to do here.
  const stream = pipeline(Readable.from(packed), gunzip, () => {})
  try {
    for await (const piece of stream) yield piece as Uint8Array
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string }
    if (code?.startsWith('Z_') !== true) throw error
    throw rangeError('gzip-damaged', `the packed log is damaged or not complete: ${message}`)
  }
}

async function* decoded(pieces: AsyncIterable<Piece>, encoding: Encoding): AsyncGenerator<string> {
  // TextDecoder would make every text twice as large in memory.
  const decoder = new StringDecoder(encoding)
  let isStart = true
  for await (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : decoder.write(piece)
    if (text === '') continue
    yield isStart ? text.replace(/^\uFEFF/, '') : text
    isStart = false
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}
