import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundled } from '../src/files.ts'
import { run } from '../src/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'triage-rules-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rules = readFileSync(bundled('rules/triage.yaml'), 'utf8')

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The program on the day after the bundled history. */
function started(...args: string[]) {
  const said = { out: '', err: '' }
  const code = run(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.parse('2027-03-01T12:00:00Z'),
  })
  return { code, ...said }
}

/** The bundled rules with an edit, and nothing to compare them with. */
function edited(...edits: readonly (readonly [string, string])[]) {
  const text = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, rules)
  return started(file('triage.yaml', text))
}

describe('the bundled rules', () => {
  const { code, out, err } = started()

  test('are clean, and their tests reach nearly everything', () => {
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('nothing is wrong')
    expect(out).toMatch(/Tests: \d+ passed, 0 failed/)
    expect(out).toMatch(/100 % of 28 rules, 9\d % of \d+ outcomes/)
  })

  test('differ from their last version in the two edits, and not in what was only written otherwise', () => {
    const compared = out.slice(out.indexOf('Compared with version 11'), out.indexOf('Past:'))
    expect(compared.match(/^ {2}\w+:/gm)).toEqual(['  assign:', '  assign:', '  escalate:'])
    expect(compared).toContain('nothing, now to incident-manager, by call')
  })

  test('change a number of past requests, told by rule and by the way they change', () => {
    expect(out).toContain('Past: 96 of 1,000 requests would be decided otherwise.')
    expect(out).toContain(
      'many-users-need-an-incident-manager: 19 before, 29 now (10 more, 0 fewer)',
    )
    expect(out).toContain('75 × assign: team platform')
    expect(out).toContain('such as R-10004: kind incident')
  })

  test('say the same when they are asked again', () => {
    expect(started().out).toBe(out)
  })
})

describe('rules that cannot be read are told at once, with the place and what was meant', () => {
  const { code, out } = edited(
    ['operator: textContainsAny', 'operator: textContainAny'],
    [
      'fact: product, operator: equal, value: mobile',
      'fact: prodct, operator: equal, value: mobile',
    ],
    ['value: enterprise', 'value: enterprize'],
  )

  test('the exit code is 1, and nothing else is said', () => {
    expect(code).toBe(1)
    expect(out).toContain('cannot be used: 3 errors')
    expect(out).not.toContain('Tests:')
  })

  test.each([
    ['an operator', /triage\.yaml:\d+:\d+ operator-unknown/, 'did you mean "textContainsAny"?'],
    [
      'a fact',
      /triage\.yaml:\d+:\d+ fact-unknown/,
      'rule "mobile-owns-mobile": the vocabulary has no fact',
    ],
    [
      'a value',
      /triage\.yaml:\d+:\d+ enum-unknown/,
      'condition "important customer": tier is never',
    ],
  ])('%s', (_, place, words) => {
    expect(out).toMatch(place)
    expect(out).toContain(words)
  })

  test('a text that is no YAML, too', () => {
    expect(started(file('broken.yaml', 'id: [triage'))).toMatchObject({ code: 1, err: '' })
  })
})

describe('rules that can be read and are wrong', () => {
  test('a rule that others hide is told, with the rules before it and a request', () => {
    const wide = `  - id: everybody-to-success
    conditions: { any: [{ fact: tier, operator: notIn, value: [free] }, { fact: product, operator: equal, value: mobile }] }
    event: { type: assign, params: { team: customer-success } }

  - id: finance-owns-billing`
    const { code, out } = edited(['  - id: finance-owns-billing', wide])
    expect(code).toBe(1)
    expect(out).toMatch(/rule-shadowed\n +rule "mobile-owns-mobile": .*"everybody-to-success"/)
    expect(out).toMatch(
      /for example: kind \w+, .*product mobile.*; asked Mon, 1 Mar 2027, 00:00 CET/,
    )
    expect(out).toContain('what to do: move it up')
  })

  test('requests that nobody decides are told, with one of them', () => {
    const { code, out } = edited(['when: [low, [medium, low]]', 'when: [low, low]'])
    expect(code).toBe(1)
    expect(out).toMatch(/gap\n +some requests match no rule of "setPriority"/)
    expect(out).toMatch(/for example: .*impact low, urgency medium/)
  })

  test('two rules that contradict each other are told, with a request', () => {
    const { code, out } = edited(['when: [low, [medium, low]]', 'when: [low, [high, medium, low]]'])
    expect(code).toBe(1)
    expect(out).toMatch(/rules-conflicting\n +row "priority\/P4": .*"priority\/P3-urgent"/)
  })

  test('a test that fails is told with what came out and why', () => {
    const { code, out } = edited(['value: 200 }', 'value: 250 }'])
    expect(code).toBe(1)
    expect(out).toContain('1 failed')
    expect(out).toContain('usersAffected is at least 250: no, it is 200')
  })

  test('a fact that a test misspells is told, and the test fails without it', () => {
    const { code, out } = edited(['usersAffected: 200\n', 'usersAfected: 200\n'])
    expect(code).toBe(1)
    expect(out).toMatch(
      /warning .*triage\.yaml:\d+:\d+ fact-unknown\n.*did you mean "usersAffected"/,
    )
    expect(out).toContain(': no, usersAffected is missing')
  })

  test('of a decision that came out otherwise only the rules that matter are shown', () => {
    const { out } = edited(['params: { team: tokyo }', 'params: { team: osaka }'])
    expect(out).toContain('expects assign {"team":"tokyo"} and gets {"team":"osaka"}')
    expect(out).toContain('tokyo-owns-japanese matches and decides')
    expect(out).not.toContain('finance-owns-billing does not match')
  })
})

describe('rules of a team’s own', () => {
  const own = () => file('own.yaml', rules)

  test('are compared only with what is named', () => {
    const { code, out } = started(own())
    expect(code).toBe(0)
    expect(out).not.toMatch(/Compared|Past:/)
    expect(started(own(), '--previous', own()).out).toContain('decided as before; that is proved')
  })

  test('are checked from today, or from the day that is named', () => {
    expect(started(own()).out).toContain('Check, from Mon, 1 Mar 2027, 00:00 CET')
    expect(started(own(), '--from', '2027-07-01').out).toContain('from Thu, 1 Jul 2027, 00:00 CEST')
    expect(started(own(), '--from', 'July')).toMatchObject({ code: 1 })
  })

  test('whose last version knew other facts are not compared, which is said', () => {
    const before = file('before.yaml', rules.replace('fact: product,', 'fact: item,'))
    const { code, out } = started(own(), '--previous', before)
    expect(code).toBe(0)
    expect(out).toContain('so nothing is compared')
    expect(out).toContain('fact-unknown')
  })

  test('whose history cannot be read are told the line', () => {
    const history = file(
      'history.jsonl',
      '{"at":"2027-01-01T00:00:00Z","facts":{}}\n{"at":"today"}\n',
    )
    const { code, err } = started(own(), '--previous', own(), '--history', history)
    expect(code).toBe(1)
    expect(err).toContain('history.jsonl:2: `at` is "today"')
  })

  test('whose past facts do not fit the vocabulary any more are counted', () => {
    const history = file('history.jsonl', '{"at":"2027-01-01T00:00:00Z","facts":{"kind":"bug"}}\n')
    const { out } = started(own(), '--previous', own(), '--history', history)
    expect(out).toContain('1 request cannot be decided')
  })
})

describe('a wrong call', () => {
  test.each([
    [['--histroy', 'x'], 'did you mean --history?'],
    [['--from'], '--from needs a value'],
    [['a.yaml', 'b.yaml'], 'one rule set at a time'],
    [['--examples', 'all'], '--examples takes a number'],
  ])('%j is told', (args, words) => {
    const { code, err } = started(...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  test('a file that is not there is told, and help is given', () => {
    expect(started('nowhere.yaml')).toMatchObject({ code: 1, out: '' })
    expect(started('--help')).toMatchObject({ code: 0, err: '' })
  })
})
