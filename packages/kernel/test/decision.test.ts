import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  type Decision,
  noticeSchema,
  reason,
  refusal,
  refusalSchema,
  wakeupSchema,
} from '../src/index.ts'

const accepts = (schema: z.ZodType, data: unknown) => schema.safeParse(data).success

describe('a refusal', () => {
  test('is a value: a code, and nothing else unless it is given', () => {
    expect(refusal('handover-not-accepted')).toEqual({
      ok: false,
      refusal: { code: 'handover-not-accepted', params: {}, reasons: [], nextSteps: [] },
    })
  })

  test('says why, who may, and what to do instead', () => {
    const parts = {
      params: { request: 7 },
      reasons: [reason('engagement.forbidden')],
      whoMay: ['role:triage' as const],
      nextSteps: [reason('engagement.ask', { whom: 'role:triage' })],
    }
    const { refusal: full } = refusal('not-yours', parts)
    expect(full).toEqual({ code: 'not-yours', ...parts })
    expect(refusalSchema.parse(full)).toEqual(full)
  })

  test('is the answer to a command that is not carried out', () => {
    const decide = (allowed: boolean): Decision<{ type: string }> =>
      allowed
        ? { ok: true, events: [{ type: 'closed' }], notices: [], reason: reason('request.closed') }
        : refusal('not-yours')
    const [yes, no] = [decide(true), decide(false)]
    expect(yes.ok && yes.events).toEqual([{ type: 'closed' }])
    expect(no.ok || no.refusal.code).toBe('not-yours')
  })

  test('without steps is incomplete', () => {
    expect(accepts(refusalSchema, { code: 'no', params: {}, reasons: [] })).toBe(false)
  })
})

describe('what must happen later and what must be told are data', () => {
  const wakeup = { key: 'sla:7', at: 1000, source: 'sla', purpose: 'warn' }
  const notice = {
    key: 'sla:7:warned',
    to: 'person:ada',
    about: 'request:7',
    code: 'sla.warning',
    reason: reason('sla.due'),
  }

  test('a wake-up has a key and a time', () => {
    expect(accepts(wakeupSchema, wakeup)).toBe(true)
    expect(accepts(wakeupSchema, { ...wakeup, key: '' })).toBe(false)
    expect(accepts(wakeupSchema, { ...wakeup, at: 0.5 })).toBe(false)
  })

  test('a notice has a party and a reason', () => {
    expect(accepts(noticeSchema, notice)).toBe(true)
    expect(accepts(noticeSchema, { ...notice, to: 'ada' })).toBe(false)
    expect(accepts(noticeSchema, { ...notice, reason: 'because' })).toBe(false)
  })

  test.each([
    ['refusals', refusalSchema],
    ['notices', noticeSchema],
    ['wake-ups', wakeupSchema],
  ])('%s have a JSON Schema', (_, schema) => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object' })
  })
})
