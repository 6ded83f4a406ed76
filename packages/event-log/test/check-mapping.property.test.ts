import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLogMapping, createLogMapping, type LogMappingDocument } from '../src/index.ts'
import { desk, reading } from './reading.ts'

const garbage = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true })

test('a check never throws, whatever stands in the mapping', () => {
  const fields = fc.dictionary(
    fc.constantFrom(...Object.keys(desk), 'stamps', 'facts', 'initial'),
    garbage,
  )
  fc.assert(
    fc.property(
      fc.oneof(
        garbage,
        fields.map((parts) => ({ ...desk, ...parts })),
      ),
      (document) => {
        const findings = checkLogMapping(document as LogMappingDocument)
        const isSound = findings.every(({ severity }) => severity !== 'error')
        const create = () => createLogMapping(document as LogMappingDocument)
        if (isSound) expect(create).not.toThrow()
        else expect(create).toThrow(/this log mapping cannot be used/)
      },
    ),
  )
})

test('a format that passes the check reads every text or finds it bad', async () => {
  const token = fc.constantFrom(
    ...'yyyy yy M MM LLL d dd o W kkkk E H HH h mm ss SSS a ZZ ZZZ X x D f q'.split(' '),
    "'at'",
    "'",
    '/',
    ' ',
    ':',
    '(',
  )
  const parts = ['yyyy', 'MM', 'd', 'HH', 'mm', 'ss']
  const likely = fc.shuffledSubarray(parts, { minLength: 4 }).map((tokens) => tokens.join('-'))
  const any = fc.array(token, { minLength: 1, maxLength: 9 }).map((tokens) => tokens.join(''))
  const format = fc.oneof(likely, any)
  await fc.assert(
    fc.asyncProperty(format, fc.string(), async (text, odd) => {
      const time = { format: text, timeZone: 'UTC' }
      const mapping = { time, rows: [{ time: 'at', by: 'case' }] }
      if (checkLogMapping({ ...desk, ...mapping }).length > 0) return
      const field = `"${odd.replaceAll('"', '""')}"`
      const { report } = await reading([`case,at\n1,${field}\n2,1/2/2003 04:05`], mapping)
      expect(report.rows).toBe(2)
    }),
  )
})
