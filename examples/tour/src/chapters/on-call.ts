import { renderInstant, renderReason, speaker } from '@holdfast/kernel/text'
import {
  type Coverage,
  coverage,
  createSchedule,
  diffSchedules,
  explained,
  oncallPhrases,
  type ScheduleDocument,
} from '@holdfast/oncall'
import { documentNamed } from '../documents.ts'
import { tableLines, timeZone } from '../promise-text.ts'
import type { Chapter, Teller } from '../story.ts'

const phrases = [oncallPhrases]
const words = speaker({ timeZone })

/** The night in which the clocks go forward: who is paged, why, and whether somebody always was in that quarter. */
export const onCall: Chapter = { title: 'Who is on duty?', tell }

function tell({ say }: Teller): void {
  const zurich = createSchedule(documentNamed('zurich-duty.yaml'))
  const pune = createSchedule(documentNamed('pune-duty.yaml'))
  const who = (at: string) => zurich.onCallAt(at).map(({ person }) => person)

  say('Zurich answers for incidents from 20:00 to 08:00, Pune while Zurich is at its desks. In the')
  say('night of Sunday, 28 March 2027, the clocks of Zurich go from 02:00 to 03:00. Who is paged?')
  const moments = ['19:59:59', '20:00:00', '+1T01:59:59', '+1T03:00:00', '+1T08:00:00']
  const rows = moments.map((time) => {
    const [day, clock] = time.startsWith('+1T') ? ['28', time.slice(3)] : ['27', time]
    const offset = day === '28' && clock !== '01:59:59' ? '+02:00' : '+01:00'
    const at = `2027-03-${day}T${clock}${offset}`
    return [renderInstant(at, { timeZone }), who(at).join(', ') || 'nobody in Zurich']
  })
  for (const line of tableLines(rows)) say(`  ${line}`)
  const night = zurich.shifts('2027-03-27T12:00+01:00', '2027-03-28T12:00+02:00')
  const length = night.reduce((sum, { from, to }) => sum + to - from, 0)
  say(
    `The night of twelve hours lasts ${words.duration(length)}, and hands over at 08:00. Why Ben?`,
  )
  const { reason } = explained(zurich).onCallAt('2027-03-28T03:00+02:00')
  say(`  ${renderReason(reason, { timeZone, phrases }).replaceAll('\n', '\n  ')}`)
  say()

  const quarter = { from: '2027-01-01T00:00+01:00', to: '2027-04-01T00:00+02:00' }
  say('Was somebody there at every instant of the quarter? The clocks of Pune never change.')
  sayCoverage(coverage([zurich, pune], { ...quarter, role: 'incident' }), say)
  say('An hour more in Pune, from 11:30 to 00:30, and the proof holds:')
  const { value } = documentNamed('pune-duty.yaml')
  const asItIs = value as ScheduleDocument
  const earlier = { restrictions: [{ from: '11:30', to: '00:30' }] }
  const layers = asItIs.layers.map((layer) => ({ ...layer, ...earlier }))
  const repaired = createSchedule({ ...asItIs, version: 3, layers })
  sayCoverage(coverage([zurich, repaired], { ...quarter, role: 'incident' }), say)
  say()

  say('On 22 March Dan joins the roster of Zurich. Whose nights move until the end of April?')
  const document = documentNamed('zurich-duty.yaml').value as ScheduleDocument
  const winter = createSchedule({ ...document, layers: document.layers.map(withoutSpring) })
  const span = { from: '2027-03-15T00:00+01:00', to: '2027-05-01T00:00+02:00' }
  const { people } = diffSchedules(winter, zurich, span)
  const moved = people.map(({ person, lost, gained }) => [
    person,
    lost === 0 ? '' : `${words.duration(lost)} less`,
    gained === 0 ? '' : `${words.duration(gained)} more`,
  ])
  for (const line of tableLines(moved)) say(`  ${line}`)
  say('Nobody is passed by: the new roster goes on where the old one stood.')
}

function sayCoverage(
  { isCovered, covered, from, to, holes, phases }: Coverage,
  say: Teller['say'],
): void {
  const all = words.duration(to - from)
  say(
    `  ${isCovered ? 'covered' : 'not covered'}: ${words.duration(covered)} of ${all}, ${holes.length} holes`,
  )
  const rows = phases.map((phase) => [
    renderInstant(phase.from, { timeZone }),
    phase.changed.length === 0 ? '' : `clocks of ${phase.changed.join(', ')} change`,
    `${words.duration(phase.holes)} open`,
    `${words.duration(phase.doubled)} covered twice`,
  ])
  for (const line of tableLines(rows)) say(`    ${line}`)
  const [first] = holes
  if (first !== undefined) say(`  the first hole: ${words.span(first)}`)
}

function withoutSpring(layer: ScheduleDocument['layers'][number]): typeof layer {
  const rosters = layer.rotation.rosters?.filter(({ id }) => id !== 'spring')
  return rosters === undefined ? layer : { ...layer, rotation: { ...layer.rotation, rosters } }
}
