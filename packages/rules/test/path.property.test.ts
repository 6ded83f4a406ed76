import fc from 'fast-check'
import { JSONPath } from 'jsonpath-plus'
import { expect, it } from 'vitest'
import { follow, isPathFault, parsePath } from '../src/path.ts'

/** As json-rules-engine asks jsonpath-plus; a value that is no object it gives back as it is. */
function stock(json: unknown, path: string): unknown {
  if (typeof json !== 'object' || json === null) return json
  return JSONPath({ path, json, wrap: false })
}

const plainKey = fc.constantFrom('a', 'b', 'c', 'length', '0', '1', 'k-1', 'ä')
const oddKey = fc.constantFrom(
  'x.y',
  'a b',
  '*',
  '',
  '..',
  'n:1',
  '0:1',
  '$',
  '$x',
  'a,b',
  'a~b',
  '%',
)
const key = fc.oneof({ weight: 6, arbitrary: plainKey }, oddKey, fc.string({ maxLength: 3 }))
const scalar = fc.constantFrom<unknown>(0, 1, '', 'abc', true, false, null, undefined)

const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}))

const step = fc.oneof(
  { weight: 5, arbitrary: plainKey.map((name) => `.${name}`) },
  key.map((name) => `.${name}`),
  key.map((name) => `['${name}']`),
  key.map((name) => `["${name}"]`),
  fc.constantFrom('[0]', '[1]', '[2]', '[00]', '[10000000000000000000000]'),
  { weight: 3, arbitrary: fc.constantFrom('[*]', '.*') },
)
const path = fc
  .tuple(fc.constantFrom('$', '$', '$', ''), fc.array(step, { maxLength: 4 }))
  .map(([root, steps]) => {
    const text = `${root}${steps.join('')}`
    return root === '' && text.startsWith('.') ? text.slice(1) : text
  })
  .filter((text) => text !== '')

it('a path that is read leads where jsonpath-plus leads', () => {
  let read = 0
  fc.assert(
    fc.property(value, path, (held, text) => {
      const parsed = parsePath(text)
      if (isPathFault(parsed)) return
      read++
      expect(follow(held, parsed)).toStrictEqual(stock(held, text))
    }),
    { numRuns: 20_000 },
  )
  expect(read).toBeGreaterThan(10_000)
})

it('a path of any signs is read as jsonpath-plus reads it, or refused', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...Array.from('$.[]*ab01\'"-:,;#~^` %@()?')),
    maxLength: 10,
    minLength: 1,
  })
  fc.assert(
    fc.property(value, signs, (held, text) => {
      const parsed = parsePath(text)
      if (!isPathFault(parsed)) expect(follow(held, parsed)).toStrictEqual(stock(held, text))
    }),
    { numRuns: 20_000 },
  )
})

it.each(['$..a', '$.a[0:2]', '$.a[0,1]', '$.a[-1]', '$.a^', '$.a~', '$a', '$.', "$['*']"])(
  '%s is refused',
  (text) => {
    expect(parsePath(text)).toMatchObject({ code: 'path-invalid' })
  },
)

it.each(['$[?(@.a)]', '$.a[(@.length-1)]', '$.a.@string()'])('%s would run something', (text) => {
  expect(parsePath(text)).toMatchObject({ code: 'path-script' })
})

it.each(['$.__proto__', "$.a['constructor']", 'prototype'])('%s leads to a prototype', (text) => {
  expect(parsePath(text)).toMatchObject({ code: 'path-hostile' })
})
