import { isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it, test } from 'vitest'
import {
  checkLogMapping,
  createLogMapping,
  type LogMappingDocument,
  MAPPINGS,
} from '../src/index.ts'
import { desk } from './reading.ts'

/** What is found when parts of a sound mapping are replaced. */
function found(parts: object) {
  const findings = checkLogMapping({ ...desk, ...parts })
  return findings.map(({ code, pointer, didYouMean }) =>
    [code, pointer, ...(didYouMean === undefined ? [] : [didYouMean])].join(' '),
  )
}

describe('a mapping', () => {
  it('that is sound has no findings, and neither has one that ships', () => {
    expect(found({})).toEqual([])
    for (const mapping of Object.values(MAPPINGS)) expect(checkLogMapping(mapping)).toEqual([])
  })

  it('states the zone of times that do not carry their offset', () => {
    const format = 'd/M/yyyy HH:mm'
    expect(found({ time: { format } })).toEqual(['time-zone-missing /time'])
    expect(found({ time: { format: `${format} ZZ` } })).toEqual([])
    expect(found({ time: { format: 'iso' } })).toEqual([])
    expect(found({ time: { format: 'epochMillis' } })).toEqual([])
    expect(found({ time: { format, timeZone: 'Zurich' } })).toEqual([
      'zone-unknown /time/timeZone Europe/Zurich',
    ])
  })

  it('states the zone also where one column is written otherwise', () => {
    const time = { format: 'iso' }
    const opened = { column: 'opened', format: 'd/M/yyyy' }
    expect(found({ time, stamps: { opened } })).toEqual(['time-zone-missing /stamps/opened'])
    expect(found({ time, stamps: { opened: { ...opened, timeZone: 'UTC' } } })).toEqual([])
  })

  it('has times that say the whole date, for nothing is taken from today', () => {
    const timeZone = 'UTC'
    const unfit = ['time-format-unfit /time/format']
    expect(found({ time: { format: 'HH:mm', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'd/M HH:mm', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'ISO', timeZone } })).toEqual([`${unfit[0]} iso`])
    expect(found({ time: { format: ['iso', 'HH:mm'], timeZone } })).toEqual([`${unfit[0]}/1`])
    expect(found({ time: { format: "'dyM'", timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'd/M/yyyy HH:mm z', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'd/M/yyyy h:mm', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'd/M/yyyy HH:mm a', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'd/M/yyyy ooo', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: "d/M/yyyy 'at' h:mm a", timeZone } })).toEqual([])
    expect(found({ time: { format: 'd/M/yy', timeZone } })).toEqual([])
    expect(found({ time: { format: 'X', timeZone } })).toEqual(unfit)
    expect(found({ time: { format: 'yyyy-ooo', timeZone } })).toEqual([])
    expect(found({ time: { format: "kkkk-'W'WW-E", timeZone } })).toEqual([])
    expect(found({ time: { format: 'f', timeZone } })).toEqual([])
  })

  it('says whom each waiting state waits for', () => {
    expect(found({ states: { ...desk.states, Waiting: { element: 'wait' } } })).toEqual([
      'wait-party-missing /states/Waiting',
    ])
    const states = { Fix: { element: 'fix', party: 'vendor' } }
    expect(found({ states })).toEqual(['wait-party-unfit /states/Fix/party'])
    expect(found({ states: { Done: 'done' } })).toContainEqual(
      expect.stringContaining(' /states/Done'),
    )
  })

  it('says what the states mean that its rows name', () => {
    const { states: _, ...rest } = desk
    expect(checkLogMapping(rest).map(({ code }) => code)).toEqual(['states-missing'])
    expect(found({ rows: [{ time: 'at', state: { text: 'Aktive' } }] })).toEqual([
      'state-unknown /rows/0/state/text Active',
    ])
  })

  it('gives facts names of their own', () => {
    expect(found({ facts: { element: 'e', kind: 'k' } })).toEqual(['fact-reserved /facts/element'])
    const rows = [{ time: 'at', facts: { priority: 'p' } }]
    expect(found({ rows })).toEqual(['fact-reserved /rows/0/facts/priority'])
  })

  it('asks of CSV what CSV has, and of JSON what JSON has', () => {
    expect(found({ input: { kind: 'csv', each: '/issues' } })).toEqual(['input-unfit /input/each'])
    expect(found({ rows: [{ each: 'items', time: 'at' }] })).toEqual(['input-unfit /rows/0/each'])
    expect(found({ input: { kind: 'jsonl', delimiter: ';' } })).toEqual([
      'input-unfit /input/delimiter',
    ])
    expect(found({ input: { kind: 'csv', delimiter: '"' } })).toEqual([
      'delimiter-unfit /input/delimiter',
    ])
  })

  it('names columns that there are, where it says which there are', () => {
    const columns = ['case', 'at', 'state', 'group', 'priorities']
    expect(found({ input: { kind: 'csv', columns } })).toEqual([
      'column-unknown /rows/0/priority priorities',
    ])
    const rows = [
      {
        when: { column: 'a', is: 'x' },
        time: { column: ['b', 'at'] },
        before: { state: 'c' },
        message: { audience: { column: 'd', public: ['x'] } },
        facts: { kind: { column: 'e' } },
      },
    ]
    expect(
      found({ input: { kind: 'csv', columns }, rows }).map((line) => line.split(' ')[1]),
    ).toEqual([
      '/rows/0/time/column/0',
      '/rows/0/before/state',
      '/rows/0/facts/kind/column',
      '/rows/0/when',
      '/rows/0/message/audience/column',
    ])
  })

  it('has no facts that name people of the desk under another name', () => {
    const entry = { time: 'at', assignee: 'owner', by: 'author', requester: 'caller' }
    const facts = {
      who: 'owner',
      closer: { column: ['author'], as: 'number' },
      customer: 'caller',
      area: 'area',
    }
    const names = ['fact-names-person /facts/who', 'fact-names-person /facts/closer']
    expect(found({ rows: [entry], facts })).toEqual(names)
    expect(found({ initial: { assignee: 'owner' }, facts: { who: 'owner' } })).toEqual([names[0]])
    expect(found({ rows: [{ time: 'at', before: { assignee: 'owner' } }], facts })).toEqual([
      names[0],
    ])
    expect(found({ rows: [{ ...entry, facts: { who: 'owner' } }] })).toEqual([
      'fact-names-person /rows/0/facts/who',
    ])
    const kept = { ...desk, rows: [entry], facts: { who: 'owner' } }
    expect(() => createLogMapping(kept)).not.toThrow()
  })

  it('has no people for teams or priorities', () => {
    const rows = [
      { time: 'at', assignee: 'owner', by: 'author' },
      { time: 'at', group: 'owner', priority: ['area', 'owner'] },
    ]
    expect(found({ rows })).toEqual(['person-unfit /rows/1/group', 'person-unfit /rows/1/priority'])
    expect(found({ initial: { assignee: 'owner', group: 'owner' } })).toEqual([
      'person-unfit /initial/group',
    ])
    expect(found({ rows: [{ time: 'at', by: 'team', group: 'team' }] })).toEqual([])
  })

  it('finds people in a log of changes only in the rows about them', () => {
    const about = (is: string) => ({ time: 'at', when: { column: 'field', is } })
    const rows = [
      { ...about('owner'), assignee: 'to', facts: { last: 'to' } },
      { ...about('area'), facts: { area: 'to' } },
      { ...about('team'), group: 'to' },
      { time: 'at', facts: { any: 'to' } },
    ]
    expect(found({ rows })).toEqual([
      'fact-names-person /rows/0/facts/last',
      'fact-names-person /rows/3/facts/any',
    ])
    expect(found({ rows: rows.slice(0, 1), facts: { all: 'to' } })[0]).toBe(
      'fact-names-person /facts/all',
    )
  })

  it('finds people wherever it names their place in a record', () => {
    const rows = [
      { each: ['/log', 'items'], time: '../at', by: '../author', assignee: 'to' },
      { each: '/log', time: 'at', facts: { writer: 'author', kind: 'kind' } },
      { time: 'at', facts: { first: 'author', kind: { column: '/log' } } },
      { each: ['log', 'items'], time: '../at', facts: { to: 'to', from: 'from' } },
    ]
    const input = { kind: 'jsonl' }
    expect(found({ input, rows, facts: { to: '/to' } })).toEqual([
      'fact-names-person /rows/1/facts/writer',
      'fact-names-person /rows/3/facts/to',
    ])
  })

  it('has facts that are one thing', () => {
    expect(found({ facts: { kept: { column: 'kind', is: ['kept'] } } })).toEqual([])
    for (const wrong of [{ is: [] }, { is: ['kept'], as: 'number' }]) {
      expect(found({ facts: { kept: { column: 'kind', ...wrong } } })).toHaveLength(1)
    }
  })

  it('tells something', () => {
    expect(found({ rows: [] })).toEqual(['nothing-told '])
    expect(found({ rows: [], stamps: { opened: 'opened' } })).toEqual([])
  })

  it('has the shape of one', () => {
    expect(found({ cases: 'case' })).toEqual(['unknown-key /cases'])
    expect(checkLogMapping(null as unknown as LogMappingDocument)).not.toEqual([])
    expect(found({ rows: [{ time: 'at', type: 'submitted' }] })).toHaveLength(1)
  })
})

test('a finding in a text knows its place', () => {
  const text = [
    'id: desk',
    'version: 1',
    'input: { kind: csv }',
    'case: case',
    'time: { format: d/M/yyyy }',
    'rows: [{ time: at }]',
  ].join('\n')
  const [finding] = checkLogMapping(fromYaml(text, { name: 'desk.yaml' }))
  expect(finding).toMatchObject({ code: 'time-zone-missing', document: 'desk.yaml', line: 5 })
})

test('a mapping that cannot be used is refused with everything that is wrong', () => {
  const states: LogMappingDocument['states'] = { Waiting: { element: 'wait' } }
  const wrong = { ...desk, rows: [], states }
  try {
    createLogMapping(wrong)
    expect.unreachable()
  } catch (error) {
    if (!isDocumentError(error)) throw error
    expect(error.findings.map(({ code }) => code)).toEqual(['wait-party-missing', 'nothing-told'])
  }
})

test('a mapping does not change with its document', () => {
  const document = structuredClone(desk) as { case: string }
  const mapping = createLogMapping(document as LogMappingDocument)
  document.case = 'other'
  expect(mapping.document.case).toBe('case')
  expect(Object.isFrozen(mapping.document.rows)).toBe(true)
})
