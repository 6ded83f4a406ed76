import { intervalSet, measure } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import type { Drawing } from '../src/charts/chart.ts'
import { sceneOf } from '../src/charts/draw.ts'
import { reachOf, type Scene } from '../src/charts/scene.ts'
import { sectionsOf } from '../src/sections/sections.ts'
import { pictured } from './program.ts'

const HOUR = 3_600_000

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
])('asked with %j', (args) => {
  test('no label of any drawing touches another or is cut off', async () => {
    for (const drawing of drawingsOf(await pictured(...args))) {
      const scene = sceneOf(drawing)
      expect(scene.words.length).toBeGreaterThan(4)
      expect(faultsOf(scene)).toEqual([])
    }
  })

  test('the hours drawn as holes, as turns and as parts are the hours there are', async () => {
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

    const turns = drawings.find(({ kind }) => kind === 'timeline')
    const told = turns?.kind === 'timeline' ? turns.groups.flatMap(({ rows }) => rows) : []
    const hours = told
      .flatMap(({ bars }) => bars)
      .map(({ about }) => Number(/: ([\d,]+) h,/.exec(about)?.[1]?.replace(',', '')))
    const onDuty = picture.roles
      .flatMap(({ schedules }) => schedules.flatMap(({ shifts }) => shifts))
      .reduce((sum, { from, to }) => sum + to - from, 0)
    expect(hours.reduce((sum, each) => sum + each, 0)).toBe(onDuty / HOUR)
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
