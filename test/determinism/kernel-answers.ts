import {
  checkDirectory,
  formatInstant,
  localTimeAt,
  localTimeKind,
  parseInstant,
  resolveLocal,
  zoneOf,
} from '@holdfast/kernel'
import type { Answer } from './answer.ts'
import { moments, ZONES } from './moments.ts'

/** Local times and instants of hard zones, and what is found in a document. */
export function* kernelAnswers(): Generator<Answer> {
  for (const id of ZONES) {
    const zone = zoneOf(id)
    for (const at of moments(40)) {
      const change = zone.nextTransition(at)
      yield [`${id}, offset at ${at}`, zone.offsetAt(at)]
      yield [`${id}, change after ${at}`, change]
      if (change === null) continue
      // The hours around a change, where local times are skipped or repeated.
      for (const minutes of [-61, -30, 0, 30, 61]) {
        const local = localTimeAt(zone, change) + minutes * 60_000
        yield [`${id}, local ${local}`, [resolveLocal(zone, local), localTimeKind(zone, local)]]
      }
    }
  }
  for (const at of moments(40)) yield [`text of ${at}`, formatInstant(at)]
  for (const text of ['2024-02-29T12:00:00+05:45', '2024-03-31T02:30', '2024-02-30T00:00Z']) {
    yield [`instant of ${text}`, parseInstant(text) ?? 'none']
  }
  yield ['findings in a directory', checkDirectory(BROKEN)]
}

const BROKEN = {
  id: 'people',
  version: 1,
  people: { ada: { team: 'platfrom', zone: 'Europe/Zurch' }, bo: { manager: 'bo' } },
  teams: { platform: { lead: 'ada' } },
}
