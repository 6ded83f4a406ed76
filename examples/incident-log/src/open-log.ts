import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'

const CHUNK_BYTES = 1 << 18

/** The text of a file in chunks, unpacked when its first bytes say that it is gzip, whatever it is called. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES })[Symbol.asyncIterator]()
  const first = (await bytes.next()) as IteratorResult<Buffer, undefined>
  if (first.done === true) return
  const whole = Readable.from(following(first.value, bytes))
  // TextDecoder would make every text twice as large in memory.
  const decoder = new StringDecoder('utf8')
  for await (const chunk of isGzip(first.value) ? unpacked(whole) : whole) {
    yield decoder.write(chunk as Buffer)
  }
  yield decoder.end()
}

async function* following(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

function unpacked(packed: Readable): Readable {
  // What goes wrong reaches the reader of the last stream as well, so there is nothing to do here.
  return pipeline(packed, createGunzip({ chunkSize: CHUNK_BYTES }), () => {})
}

function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}
