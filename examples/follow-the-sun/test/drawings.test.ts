import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '@holdfast/example-report/tested-program'
import { intervalSet, measure } from '@holdfast/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import type { Drawing } from '../src/charts/chart.ts'
import { sceneOf } from '../src/charts/draw.ts'
import { reachOf, type Scene } from '../src/charts/scene.ts'
import { sectionsOf } from '../src/sections/sections.ts'
import { seatRows, turnsOf } from '../src/turns.ts'
import { pictured } from './program.ts'

/** Schedules without a role or a site, with parallel seats, half hours, long names and people of nowhere. */
const odd = newFolder()
mkdirSync(join(odd, 'people'))
writeFileSync(
  join(odd, 'people', 'people.yaml'),
  `{ id: people, version: 1, people: { max: { name: Maximiliana Wolkenkuckucksheim, zone: Asia/Tokyo }, y: {} } }`,
)
writeFileSync(
  join(odd, 'a.yaml'),
  `id: around-the-clock
version: 1
timeZone: Pacific/Chatham
layers:
  - { id: a, rotation: { every: P1W, anchor: 2027-09-27T09:00, members: [person:max, person:y] } }
  - { id: b, rotation: { every: PT5H, anchor: 2027-09-27T09:00, members: [person:y, person:max] } }
`,
)
writeFileSync(
  join(odd, 'b.yaml'),
  `id: b
version: 1
timeZone: Australia/Lord_Howe
role: whoever looks after everything else
site: San Francisco Bay & <Area>
layers:
  - id: a
    rotation: { every: P1D, anchor: 2027-09-27T09:30, members: [person:max, person:y] }
    restrictions: [{ days: [mon, wed], from: "09:30", to: "17:45" }]
overrides:
  - { id: more, mode: add, person: person:y, from: 2027-10-02T23:00, to: 2027-10-06T01:20 }
`,
)

afterAll(() => rmSync(odd, { recursive: true }))

function drawingsOf(picture: Awaited<ReturnType<typeof pictured>>): readonly Drawing[] {
  return sectionsOf(picture).flatMap(({ charts = [] }) =>
    charts.flatMap(({ drawings }) => drawings),
  )
}

/** Labels that touch, or that are cut off at the edge, by how wide letters are taken to be. */
function faultsOf({ words, width, height }: Scene): readonly string[] {
  return words.flatMap((word, nth) => {
    const [left, right] = reachOf(word)
    const isCut = left < 0 || right > width + 1 || word.y < 6 || word.y > height - 6
    const over = words.slice(nth + 1).filter((other) => {
      const [begin, end] = reachOf(other)
      return Math.abs(word.y - other.y) < 12 && begin < right && end > left
    })
    return [
      ...(isCut ? [`${word.text} is cut off`] : []),
      ...over.map(({ text }) => `${word.text} is over ${text}`),
    ]
  })
}

describe.each([
  [[]],
  [['--variant', 'one-clock']],
  [['--from', '2027-10-01', '--to', '2027-10-08']],
  [['--from', '2027-10-31', '--to', '2027-11-01']],
  [['--from', '2027-01-01', '--to', '2028-01-01']],
  [['--from', '2028-03-01', '--to', '2028-06-01']],
  [['--variant', odd, '--people', join(odd, 'people', 'people.yaml')]],
])('asked with %j', (args) => {
  test('no label of any drawing touches another or is cut off', async () => {
    for (const drawing of drawingsOf(await pictured(...args))) {
      const scene = sceneOf(drawing)
      expect(scene.words.length).toBeGreaterThan(4)
      expect(faultsOf(scene)).toEqual([])
    }
  })

  test('the hours drawn as holes and as parts are the hours there are', async () => {
    const picture = await pictured(...args)
    const drawings = drawingsOf(picture)
    const areas = drawings.flatMap((drawing) => {
      if (drawing.kind !== 'carpet') return []
      const holes = drawing.bands.filter(({ labels }) => labels[0] === 'Nobody')
      return holes.reduce(
        (sum, { days, time }) => sum + (days.to - days.from) * (time.to - time.from),
        0,
      )
    })
    expect(areas).toEqual(picture.roles.map(({ coverage }) => measure(intervalSet(coverage.holes))))

    const bars = drawings.flatMap((drawing) =>
      drawing.kind === 'stackedBars' ? drawing.groups : [],
    )
    const parts = bars.flatMap((group) => group.bars).flatMap((bar) => bar.parts)
    const total = picture.sites
      .flatMap(({ fairness }) => fairness.people)
      .reduce((sum, { had }) => sum + had.total, 0)
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
  })

  test('turns are the shifts there are, and no two of a row overlap', async () => {
    const { roles } = await pictured(...args)
    for (const { shifts } of roles.flatMap(({ schedules }) => schedules)) {
      const rows = seatRows(shifts).map(turnsOf)
      const onDuty = rows.flat().reduce((sum, turn) => sum + turn.onDuty, 0)
      expect(onDuty).toBe(shifts.reduce((sum, { from, to }) => sum + to - from, 0))
      for (const row of rows) {
        expect(row.every(({ from }, nth) => from >= (row[nth - 1]?.to ?? from))).toBe(true)
      }
    }
  })
})

test('nobody is in two places at once', async () => {
  for (const args of [[], ['--variant', 'one-clock']]) {
    const { roles, sites } = await pictured(...args)
    const seats = roles.flatMap(({ schedules }) => schedules.flatMap(({ shifts }) => shifts))
    const held = seats.reduce((sum, { from, to }) => sum + to - from, 0)
    const had = sites.flatMap(({ fairness }) => fairness.people)
    expect(had.reduce((sum, one) => sum + one.had.total, 0)).toBe(held)
  }
})

test('colleagues have different colors', async () => {
  const { sites, people } = await pictured()
  for (const { site, fairness } of sites) {
    const colors = fairness.people.map(({ person }) => people.colorOf(person, site))
    expect(new Set(colors).size).toBe(colors.length)
  }
})
