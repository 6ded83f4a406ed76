import type { Phrases, Say } from '@holdfast/kernel/text'

/** The English sentences of what is said about how many people it takes. */
export const staffingPhrases: Phrases = {
  'oncall.queueGrows': ({ load, agents }) =>
    `${count(agents, 'agent')} cannot keep up with ${erlangs(load)}: the queue grows for ever`,
  'oncall.queueMoreAgents': ({ agents }) => `plan for ${agents} agents or more`,
  'oncall.agentsNeeded': ({ agents, agentsWithShrinkage }) =>
    agents === agentsWithShrinkage
      ? `${count(agents, 'agent')} needed`
      : `${count(agents, 'agent')} needed at a time, ${agentsWithShrinkage} with those who are away`,
  'oncall.offeredLoad': ({ arrivals, interval, handleTime, load }, say) =>
    `${amount(arrivals)} in ${say.duration(interval)}, ${say.duration(handleTime)} each: ${erlangs(load)}`,
  'oncall.queueServed': (params, say) => {
    const { agents, targetWait, serviceLevel, atLeast, waitProbability, averageWait } = params
    const patience = params['patience']
    const leaving = patience === null ? '' : ` and give up after ${say.duration(patience)}`
    return `with ${agents}, ${percent(serviceLevel)} are answered within ${say.duration(targetWait)} (${percent(atLeast)} asked for); ${percent(waitProbability)} wait${leaving}, ${seconds(averageWait, say)} on average`
  },
  'oncall.queueBusy': ({ occupancy, atMost }) =>
    `they are busy ${percent(occupancy)} of the time (${percent(atMost)} at most)`,
  'oncall.queueAbandoned': ({ abandonment, atMost }) =>
    `${percent(abandonment)} give up (${percent(atMost)} at most)`,
  'oncall.queueOneFewer': ({ agents, missed }) =>
    `${count(agents, 'agent')} would miss: ${(missed as readonly string[]).map((one) => TARGETS[one] ?? one).join(', ')}`,
  'oncall.queueShrinkage': ({ shrinkage, agents, agentsWithShrinkage }) =>
    `${percent(shrinkage)} of the time people are away: ${agents} of ${agentsWithShrinkage} are there`,
  'oncall.backlogPeople': ({ people, peopleToKeepUp, within, work }, say) =>
    `${count(people, 'person', 'people')} for ${say.duration(within)}: ${seconds(work, say)} of work; ${peopleToKeepUp} keep up after that`,
  'oncall.backlogLasts': ({ people, lasts }, say) =>
    `with ${count(people, 'person', 'people')} the backlog lasts ${say.duration(lasts)} of working time`,
  'oncall.backlogWaiting': ({ backlog, handleTime }, say) =>
    `${amount(backlog)} wait already, ${say.duration(handleTime)} each`,
  'oncall.backlogPace': ({ concurrency, shrinkage, pace }) =>
    `each person works on ${concurrency} at a time and is away ${percent(shrinkage)} of the time: ${erlangs(pace)}`,
  'oncall.backlogGrows': ({ people, load, pace }) =>
    `${count(people, 'person', 'people')} at ${erlangs(pace)} each do not get ahead of ${erlangs(load)}`,
  'oncall.backlogMorePeople': ({ people }) => `plan for ${people} people or more`,
  'oncall.personnelNeed': ({ people, own, places }) =>
    `${count(people, 'person', 'people')} at ${count(places, 'place')}${lentIn(people, own)}`,
  'oncall.placeNeeds': ({ location, people, own, decidedBy }) =>
    `${location}: ${count(people, 'person', 'people')}, because of ${BOUNDS[String(decidedBy)] ?? decidedBy}${lentIn(people, own)}`,
  'oncall.placeSeats': ({ seats, asked, incidents, shift, perShift }, say) =>
    `${count(seats, 'seat')}: ${asked} asked for; ${count(incidents, 'incident')} in ${say.duration(shift)}, ${amount(perShift)} for each seat`,
  'oncall.placeHours': (params, say) =>
    `${onDuty(params, say)}, a person works ${say.duration(params['person'])} less ${percent(params['absence'])} absence: ${amount(params['people'])}`,
  'oncall.placeShare': (params, say) =>
    `${onDuty(params, say)}, a person is on duty ${percent(params['maxShare'])} of all time at most, less ${percent(params['absence'])} absence: ${amount(params['people'])}`,
  'oncall.placeMinimum': ({ places, people }) =>
    `with ${count(places, 'place')}, each has ${people} at least`,
  'oncall.placeAtOnce': ({ people }) => `${people} on duty at a time`,
  'oncall.placeLent': ({ from, people, share }) =>
    `${from} lends ${count(people, 'person', 'people')} for ${percent(share)} of their time`,
}

const TARGETS: Readonly<Record<string, string>> = {
  stability: 'they could not keep up',
  serviceLevel: 'the service level',
  occupancy: 'they would be too busy',
  abandonment: 'too many would give up',
}

const BOUNDS: Readonly<Record<string, string>> = {
  hours: 'the hours that people work',
  share: 'the share of time that they may be on duty',
  minimum: 'the smallest team',
  seats: 'the seats at a time',
}

function onDuty({ seats, covered }: Record<string, unknown>, say: Say): string {
  return `${count(seats, 'seat')} for ${seconds(covered, say)} a week`
}

function lentIn(people: unknown, own: unknown): string {
  return people === own ? '' : `, ${own} beside those who are lent`
}

function count(value: unknown, one: string, many = `${one}s`): string {
  return `${amount(value)} ${value === 1 ? one : many}`
}

function erlangs(load: unknown): string {
  return count(load, 'erlang')
}

function percent(share: unknown): string {
  return `${round(Number(share) * 100, 10)} %`
}

function amount(value: unknown): string {
  return String(round(Number(value), 100))
}

/** A mean time, which is not whole, as people read it. */
function seconds(millis: unknown, say: Say): string {
  return say.duration(round(Number(millis) / 1000, 10) * 1000)
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps
}
