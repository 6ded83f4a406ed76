import { describe, expect, test } from 'vitest'
import {
  checkDirectory,
  createDirectory,
  type DirectoryDocument,
  directoryJsonSchema,
  isDocumentError,
} from '../src/index.ts'
import { fromYaml } from '../src/source.ts'
import { codeOf, deepFreeze, places, positions } from './expectations.ts'

const HELVETIA: DirectoryDocument = {
  id: 'helvetia',
  version: 1,
  people: {
    ada: { team: 'platform', roles: ['engineer', 'triage'], zone: 'Europe/Zurich' },
    ben: { team: 'platform', roles: ['engineer'], manager: 'ada' },
    cleo: { team: 'sales', manager: 'ben', languages: ['de', 'en-GB'], skills: ['billing'] },
    dan: {},
  },
  teams: {
    platform: { name: 'Platform', lead: 'ada' },
    sales: { lead: 'cleo', delegator: 'team:platform' },
  },
}

const found = (people: object, teams: object = {}) =>
  places(checkDirectory({ id: 'helvetia', version: 1, people, teams } as DirectoryDocument))

describe('a directory knows', () => {
  const directory = createDirectory(HELVETIA)

  test.each([
    ['team:platform', ['ada', 'ben']],
    ['team:sales', ['cleo']],
    ['team:unknown', []],
    ['role:engineer', ['ada', 'ben']],
    ['role:triage', ['ada']],
    ['person:dan', ['dan']],
    ['person:nobody', []],
    ['customer:acme', []],
    ['system:monitoring', []],
  ] as const)('whom %s stands for', (party, members) => {
    expect(directory.members(party)).toEqual(members)
  })

  test('who manages whom, nearest first', () => {
    expect(directory.managers('cleo')).toEqual(['ben', 'ada'])
    expect(directory.managers('ada')).toEqual([])
    expect(directory.managers('nobody')).toEqual([])
  })

  test('what the document says about people and teams', () => {
    expect(directory.id).toBe('helvetia')
    expect(directory.people['cleo']?.languages).toEqual(['de', 'en-GB'])
    expect(directory.teams['sales']?.delegator).toBe('team:platform')
  })

  test('no teams where none are given', () => {
    const { teams, members } = createDirectory({ id: 'a', version: 1, people: { ada: {} } })
    expect(teams).toEqual({})
    expect(members('team:platform')).toEqual([])
  })

  test('that a party needs a kind', () => {
    expect(codeOf(() => directory.members('platform' as never))).toBe('party-invalid')
  })
})

describe('a directory is checked for', () => {
  test('nothing that is right', () => {
    expect(checkDirectory(HELVETIA)).toEqual([])
  })

  test('teams, managers, leads and delegators that are not there', () => {
    expect(
      found(
        { ada: { team: 'sails', manager: 'bob' } },
        { sales: { lead: 'aba', delegator: 'team:salse' } },
      ),
    ).toEqual([
      'team-unknown /people/ada/team',
      'person-unknown /people/ada/manager',
      'person-unknown /teams/sales/lead',
      'party-unknown /teams/sales/delegator',
    ])
  })

  test('references that are written like parties, whose ids they mean', () => {
    const document = { id: 'a', version: 1, teams: { sales: {} } }
    const people = { ada: { team: 'team:sales' }, ben: { manager: 'person:ada' } }
    const meant = checkDirectory({ ...document, people }).map(({ didYouMean }) => didYouMean)
    expect(meant).toEqual(['sales', 'ada'])
  })

  test('zones that are not there', () => {
    expect(found({ ada: { zone: 'Europe/Zurch' } })).toEqual(['zone-unknown /people/ada/zone'])
    expect(found({ ada: { zone: '+01:00' } })).toEqual(['zone-unknown /people/ada/zone'])
    expect(found({ ada: { zone: 'UTC' } })).toEqual([])
  })

  test('managers in a circle, told to everyone in it and to nobody below it', () => {
    expect(found({ ada: { manager: 'ada' } })).toEqual(['manager-circle /people/ada/manager'])
    expect(
      found({
        ada: { manager: 'ben' },
        ben: { manager: 'cleo' },
        cleo: { manager: 'ada' },
        dan: { manager: 'ada' },
      }),
    ).toEqual([
      'manager-circle /people/ada/manager',
      'manager-circle /people/ben/manager',
      'manager-circle /people/cleo/manager',
    ])
  })

  test('keys that mean nothing', () => {
    expect(found({ ada: { maneger: 'ada' } })).toEqual(['unknown-key /people/ada/maneger'])
  })

  test('what was meant instead', () => {
    const suggestions = checkDirectory({
      id: 'helvetia',
      version: 1,
      people: { ada: { team: 'platfrom', manager: 'adda', zone: 'Europe/Zurch' } },
      teams: { platform: { delegator: 'team:platfrom' } },
    }).map(({ didYouMean }) => didYouMean)
    expect(suggestions).toEqual(['platform', 'ada', 'Europe/Zurich', 'team:platform'])
  })

  test('everything at once, with positions', () => {
    const yaml = `id: helvetia
people:
  ada: { team: platform, zone: Mars }
  ben: { team: 5 }
  cleo: { manager: adam }
teams:
  platform: { lead: ben, owner: ada }
`
    expect(positions(checkDirectory(fromYaml(yaml, { name: 'helvetia.yaml' })))).toEqual([
      'missing 1:1',
      'wrong-type 4:16',
      'unknown-key 7:26',
      'zone-unknown 3:32',
      'person-unknown 5:20',
    ])
  })
})

describe('one mistake is reported once', () => {
  test('somebody whose entry is wrong can still be referred to', () => {
    expect(found({ ada: 5, ben: { manager: 'ada' } })).toEqual(['wrong-type /people/ada'])
    expect(found({ 'a/b': null, ben: { manager: 'a/b' } })).toEqual(['wrong-type /people/a~1b'])
    expect(found({ ada: { team: 'platform' } }, { platform: [] })).toEqual([
      'wrong-type /teams/platform',
    ])
  })

  test('where a whole list is wrong, nobody is reported as missing from it', () => {
    expect(found({ ada: { team: 'platform' } }, [])).toEqual(['wrong-type /teams'])
    expect(found([], { platform: { lead: 'ada', delegator: 'person:ada' } })).toEqual([
      'wrong-type /people',
    ])
  })
})

describe('a directory that is wrong', () => {
  test('cannot be created, and the error holds everything that is found', () => {
    const broken = { id: 'helvetia', version: 1, people: { ada: { team: 'x', zone: 'Mars' } } }
    try {
      createDirectory(broken)
      expect.unreachable()
    } catch (error) {
      if (!isDocumentError(error)) throw error
      expect(error.findings).toEqual(checkDirectory(broken))
      expect(error.findings).toHaveLength(2)
    }
  })

  test.each([undefined, null, 'helvetia', [], 5])(
    'is never thrown at by a check: %j',
    (document) => {
      expect(checkDirectory(document as never)).toHaveLength(1)
    },
  )
})

describe('ids called as members of every object', () => {
  test('are people and teams like others', () => {
    const directory = createDirectory({
      id: 'helvetia',
      version: 1,
      people: { constructor: { team: 'toString' }, valueOf: { manager: 'constructor' } },
      teams: { toString: { lead: 'constructor' } },
    })
    expect(directory.members('team:toString')).toEqual(['constructor'])
    expect(directory.managers('valueOf')).toEqual(['constructor'])
  })

  test('do not exist because objects have them', () => {
    expect(found({ ada: { team: 'constructor', manager: 'toString' } })).toEqual([
      'team-unknown /people/ada/team',
      'person-unknown /people/ada/manager',
    ])
    const directory = createDirectory(HELVETIA)
    expect(directory.members('person:constructor')).toEqual([])
    expect(directory.members('person:__proto__')).toEqual([])
    expect(directory.managers('__proto__')).toEqual([])
  })

  test('except __proto__, which is refused', () => {
    const people = JSON.parse('{"ada": {}, "__proto__": {"team": "x"}}') as object
    expect(found(people)).toEqual(['unknown-key /people/__proto__'])
  })
})

test('a document is never changed', () => {
  expect(createDirectory(deepFreeze(structuredClone(HELVETIA))).id).toBe('helvetia')
  expect(checkDirectory(deepFreeze({ ...HELVETIA, x: 1 }))).toHaveLength(1)
})

test('a long chain of managers is walked quickly', () => {
  const people = Object.fromEntries(
    Array.from({ length: 1500 }, (_, i) => [`p${i}`, i === 0 ? {} : { manager: `p${i - 1}` }]),
  )
  const directory = createDirectory({ id: 'tall', version: 1, people })
  expect(directory.managers('p1499')).toHaveLength(1499)
})

test('editors get a JSON Schema', () => {
  const schema = directoryJsonSchema()
  expect(schema).toMatchObject({ type: 'object', required: ['id', 'version', 'people'] })
})
