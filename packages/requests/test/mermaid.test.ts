import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHIPPED_LIFECYCLES, toMermaid } from '../src/index.ts'
import { lifecycleOf, small, smallWith } from './lifecycle-desk.ts'
import { rowsOf } from './machine-paths.ts'
import { lifecycleDocuments } from './random-lifecycles.ts'

describe('the diagram of a lifecycle', () => {
  it('shows its states as the desk calls them, and what leads from one to the other', () => {
    const transitions = [
      ...small.transitions,
      {
        on: 'cancel',
        from: 'open',
        to: 'closed',
        guards: [{ id: 'unassigned', condition: { not: { condition: 'assigned' } } }],
      },
    ]
    expect(toMermaid(lifecycleOf(smallWith({ transitions })))).toBe(`stateDiagram-v2
  s0 : Open
  s1 : Waiting
  s2 : Done
  s3 : Closed
  [*] --> s0
  s0 --> s1 : wait (customer, vendor, team, sales, change, problem, date)
  s0 --> s2 : resolve
  s0 --> s3 : cancel [unassigned]
  s1 --> s1 : wait (customer, vendor, team, sales, change, problem, date)
  s1 --> s0 : resume (previous)
  s1 --> s2 : resolve
  s2 --> s3 : close
  s3 --> [*]
`)
  })

  it('is not broken by what a state is called', () => {
    const labels = ['end; note: "x"', 'a --> b\n  evil : [*]', '%% <b>{#}', '   ']
    const states = Object.fromEntries(
      Object.entries(small.states).map(([state, definition], nth) => {
        return [state, { ...definition, label: labels[nth] as string }]
      }),
    )
    expect(
      toMermaid(lifecycleOf(smallWith({ states })))
        .split('\n')
        .slice(1, 5),
    ).toEqual([
      '  s0 : end#59; note#58; #34;x#34;',
      '  s1 : a --#62; b evil #58; [#42;]',
      '  s2 : #37;#37; #60;b#62;#123;#35;#125;',
      '  s3 : closed',
    ])
  })

  it('shows every state and every way, of shipped lifecycles as of any', () => {
    const shipped = Object.values(SHIPPED_LIFECYCLES)
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...shipped), lifecycleDocuments), (document) => {
        const lifecycle = lifecycleOf(document)
        const lines = toMermaid(lifecycle).trimEnd().split('\n')
        const names = Object.keys(lifecycle.states)
        const idOf = (state: string) => `s${names.indexOf(state)}`
        const arrows = rowsOf(lifecycle).map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)} : `)
        for (const state of names) {
          expect(lines.some((line) => line.startsWith(`  ${idOf(state)} : `))).toBe(true)
        }
        for (const { from, to, on } of rowsOf(lifecycle)) {
          const arrow = `  ${idOf(from)} --> ${idOf(to)} : `
          const line = lines.find((one) => one.startsWith(arrow)) ?? ''
          expect(line.slice(arrow.length).split(/,? /)).toContain(on)
        }
        const ends = names.filter((state) => lifecycle.states[state]?.category === 'closed')
        expect(lines).toHaveLength(1 + names.length + 1 + new Set(arrows).size + ends.length)
      }),
      { numRuns: 30 },
    )
  })
})
