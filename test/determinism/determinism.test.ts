import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { NODE, ROOT, succeed } from '../check/command.ts'
import type { Answer } from './answer.ts'

const PROBE = join(ROOT, 'test/.generated/determinism/probe.mjs')

interface Surroundings {
  readonly minutesEast: number
  readonly locale: string
  readonly today: string
}

interface Place extends Surroundings {
  readonly zone: string
}

interface Told {
  readonly where: Surroundings
  readonly answers: readonly Answer[]
}

/** Zones in winter and summer, under locales with other languages, scripts and numerals. */
const PLACES: readonly Place[] = [
  { zone: 'UTC', minutesEast: 0, locale: 'en-US', today: '2025-01-15' },
  { zone: 'Pacific/Apia', minutesEast: 780, locale: 'de-CH', today: '2025-07-15' },
  { zone: 'Pacific/Apia', minutesEast: 780, locale: 'ar-EG', today: '2025-01-15' },
  { zone: 'America/New_York', minutesEast: -240, locale: 'ar-EG', today: '2025-07-15' },
  { zone: 'America/New_York', minutesEast: -300, locale: 'de-CH', today: '2025-01-15' },
  { zone: 'Asia/Kathmandu', minutesEast: 345, locale: 'en-US', today: '2025-07-15' },
]

let told: Told[] = []

beforeAll(async () => {
  await build({
    entryPoints: [join(ROOT, 'test/determinism/probe.ts')],
    outfile: PROBE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@holdfast/source'],
  })
  told = await Promise.all(PLACES.map(ask))
}, 120_000)

async function ask({ zone, locale, today }: Place): Promise<Told> {
  const language = `${locale.replace('-', '_')}.UTF-8`
  const env = { TZ: zone, LANG: language, LC_ALL: language, TODAY: today }
  return JSON.parse(await succeed(NODE, [PROBE], { env })) as Told
}

test('the processes really differ in zone, locale and date', () => {
  expect(told.map(({ where }) => where)).toEqual(
    PLACES.map(({ minutesEast, locale, today }) => ({ minutesEast, locale, today })),
  )
})

test.each(PLACES.map((place, n) => ({ ...place, n })).slice(1))(
  'in $zone, $locale, on $today every answer is that of UTC in January',
  ({ n }) => {
    const [reference, ...others] = told.map((each) => each.answers)
    expect(reference?.length).toBeGreaterThan(1000)
    expect(others[n - 1]).toEqual(reference)
  },
)
