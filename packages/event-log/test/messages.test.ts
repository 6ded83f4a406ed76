import { describe, expect, it, test } from 'vitest'
import type { LogMappingDocument } from '../src/index.ts'
import { badOf, story } from './reading.ts'

const log = [
  [
    'case,at,who,role,private,text',
    '1,2027-03-01 09:00,mia,reporter,0,It broke',
    '1,2027-03-01 09:01,robot,desk,0,Thank you for writing to us',
    '1,2027-03-01 10:00,ada,desk,0,Which one?',
    '1,2027-03-01 11:00,bob,desk,1,No idea',
  ].join('\n'),
]

type Message = NonNullable<NonNullable<LogMappingDocument['rows']>[number]['message']>

const parts = (message: Message, more: Partial<LogMappingDocument> = {}) => ({
  rows: [{ time: 'at', by: 'who', message }],
  ...more,
})

describe('a message', () => {
  it('is public, and by somebody at the desk, where nothing says otherwise', async () => {
    expect((await story(log, parts({})))[1]).toBe('09:00 message public by person:mia')
  })

  it('comes from the customer where a column says so', async () => {
    const message = { from: { column: 'role', customer: ['reporter'] } }
    expect((await story(log, parts(message))).slice(1, 3)).toEqual([
      '09:00 message public by customer:mia',
      '09:01 message public by person:robot',
    ])
  })

  it('comes from the customer where it is by the requester, who also submitted the case', async () => {
    const told = await story(log, parts({}, { requester: { text: 'mia' } }))
    expect(told.slice(0, 3)).toEqual([
      '09:00 submitted by customer:mia',
      '09:00 message public by customer:mia',
      '09:01 message public by person:robot',
    ])
  })

  it('is for the desk alone where a column says so, or says nothing that is known', async () => {
    const only = (audience: Partial<NonNullable<Message['audience']>>) =>
      story(log, parts({ audience: { column: 'private', ...audience } }))
    const audiences = async (audience: object) =>
      (await only(audience)).slice(1).map((line) => line.split(' ')[2])
    const some = ['public', 'public', 'public', 'internal']
    expect(await audiences({ internal: ['1'] })).toEqual(some)
    expect(await audiences({ public: ['0'] })).toEqual(some)
    expect(await audiences({ public: ['no'], internal: ['1'] })).toEqual(Array(4).fill('internal'))
    const audience = { column: 'private', public: ['no'], internal: ['1'] }
    expect(await badOf(log, parts({ audience }))).toEqual(['audience-unknown 3, lost 0'])
  })

  test.each<Message['automatic']>([
    { by: ['robot'] },
    { column: 'who', is: ['robot'] },
    { column: 'text', begins: ['Thank you for'] },
  ])('is a machine’s by %j', async (automatic) => {
    const told = await story(log, parts({ ...(automatic && { automatic }) }))
    expect(told.map((line) => line.includes(' automatic '))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ])
  })
})
