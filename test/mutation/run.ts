import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../check/command.ts'

/*
 * `pnpm mutate [name …]` changes the files that carry the arithmetic in small ways, one at a time, and asks whether a
 * test of theirs notices. Each group runs only the tests that are about it: an endless loop costs their whole time.
 */

/** Examples by name and laws with few runs: what an obligation says of a history. */
const obligationTests = [
  'cadence',
  'eras',
  'grid',
  'histories',
  'inconsistent',
  'pauses',
  'peers',
  'per-about',
  'problems',
  'read',
  'same-instant',
  'versions',
  'waits',
  'wakeup-keys',
  'wakeups',
  'warnings',
].map((name) => `packages/obligations/test/${name}.test.ts`)

/** Stories of requests, told command by command, by what they are about; some are about everything. */
const requestStories = (...names: readonly string[]) =>
  ['decision-words', 'event-words', 'refusal-words', 'refusals', 'state-words', ...names].map(
    (name) => `./${name}.test.ts`,
  )

/** The stories of a group of requests in one file: every file of tests loads all lifecycles anew for every mutant. */
const TOGETHER = 'packages/requests/test/stories-for-mutants.ts'

const GROUPS = {
  kernel: {
    mutate: ['interval-set', 'resolve-local', 'zone'].map(
      (file) => `packages/kernel/src/${file}.ts`,
    ),
    tests: ['interval-set', 'resolve-local', 'zone'].map(
      (name) => `packages/kernel/test/${name}*.test.ts`,
    ),
  },
  calendar: {
    mutate: ['interval-table', 'calendar', 'business-days', 'schedule'].map(
      (file) => `packages/calendar/src/${file}.ts`,
    ),
    tests: [
      ...[
        'calendar',
        'calendar.property',
        'business-days',
        'interval-table',
        'interval-table.property',
        'explained',
        'explained.property',
      ].map((name) => `packages/calendar/test/${name}.test.ts`),
      'test/conformance/business-time.test.ts',
    ],
  },
  'rules-conditions': {
    mutate: [
      'compile',
      'facts',
      'operation',
      'operators-stock',
      'operators-text',
      'path',
      'three-valued',
    ].map((file) => `packages/rules/src/${file}.ts`),
    tests: [
      ...[
        'check-rule-set',
        'compile-condition',
        'odd-input',
        'operators',
        'path.property',
        'rule-set',
        'three-valued.property',
      ].map((name) => `packages/rules/test/${name}.test.ts`),
      'test/conformance/rules.test.ts',
    ],
  },
  'rules-index': {
    mutate: ['effective', 'hit-policy', 'rule-index'].map(
      (file) => `packages/rules/src/${file}.ts`,
    ),
    tests: ['hit-policy', 'rule-index', 'rule-index.property', 'rule-set'].map(
      (name) => `packages/rules/test/${name}.test.ts`,
    ),
  },
  'rules-analysis': {
    mutate: ['region-search', 'formula', 'value-set'].map(
      (file) => `packages/rules/src/analysis/${file}.ts`,
    ),
    tests: ['region-search.property', 'check-rules'].map(
      (name) => `packages/rules/test/analysis/${name}.test.ts`,
    ),
  },
  'obligations-reading': {
    mutate: ['act', 'cycle', 'judge', 'life', 'waits'].map(
      (file) => `packages/obligations/src/${file}.ts`,
    ),
    tests: obligationTests,
  },
  'obligations-changes': {
    mutate: ['fold', 'history', 'versions', 'wakeups'].map(
      (file) => `packages/obligations/src/${file}.ts`,
    ),
    tests: obligationTests,
  },
  'sla-choice': {
    mutate: ['choice', 'request-facts', 'standing', 'terms-of-target'].map(
      (file) => `packages/sla/src/${file}.ts`,
    ),
    tests: [
      'agreements',
      'changes',
      'check-policy',
      'metrics',
      'request-facts',
      'review',
      'succession',
    ].map((name) => `packages/sla/test/${name}.test.ts`),
  },
  'insight-life': {
    mutate: [
      'activity',
      'answers',
      'course',
      'element-time',
      'holder',
      'life-line',
      'stretches',
    ].map((file) => `packages/insight/src/${file}.ts`),
    tests: [
      'answers',
      'case-life',
      'case-life.property',
      'facts',
      'hand-overs',
      'iterations',
      'no-people.types',
      'problems',
      'states',
      'waits',
    ].map((name) => `packages/insight/test/${name}.test.ts`),
  },
  'insight-counts': {
    mutate: [
      'count-life',
      'distribution',
      'exact-sum',
      'figures',
      'group-of-figures',
      'grouping',
      'tally',
    ].map((file) => `packages/insight/src/${file}.ts`),
    tests: [
      'distribution',
      'exact-sum.property',
      'groups',
      'no-people.types',
      'tally',
      'tally.property',
    ].map((name) => `packages/insight/test/${name}.test.ts`),
  },
  'requests-decide': {
    mutate: [
      'commands/approval',
      'decide',
      'commands/messages',
      'promises/next-action',
      'commands/resolution',
      'commands/settle',
      'commands/step',
      'commands/stream',
      'commands/submit',
      'commands/waiting',
      'commands/who-may',
      'commands/work',
    ].map((file) => `packages/requests/src/${file}.ts`),
    stories: requestStories(
      'accountable',
      'approval',
      'asks-approval',
      'by-itself',
      'delivery',
      'due',
      'hand-over',
      'late-facts',
      'made-by-then',
      'next-action',
      'notices',
      'told-at-once',
      'told-once',
      'waiting',
    ),
  },
  'requests-evolve': {
    mutate: [
      'evolve',
      'tasks/evolve-children',
      'tasks/evolve-tasks',
      'mark-of',
      'replay',
      'submitted-state',
      'upcast',
    ].map((file) => `packages/requests/src/${file}.ts`),
    stories: requestStories(
      'approval',
      'delivery',
      'hand-over',
      'late-facts',
      'mark-facts',
      'mark-words',
      'split',
      'task-split',
      'task-work',
      'waiting',
    ),
  },
  'requests-hand-over': {
    mutate: ['packages/requests/src/commands/hand-over.ts'],
    stories: requestStories(
      'accountable',
      'hand-over',
      'made-by-then',
      'notices',
      'told-once',
      'waiting',
    ),
  },
  'requests-tasks': {
    mutate: [
      'tasks/children',
      'tasks/links',
      'tasks/quick-task',
      'tasks/readiness',
      'tasks/roll-up',
      'tasks/split',
      'tasks/task-outcome',
      'tasks/task-parts',
      'tasks/task-refusals',
      'tasks/task-split',
      'tasks/task-work',
      'tasks/tasks-done',
    ].map((file) => `packages/requests/src/${file}.ts`),
    stories: requestStories(
      'export-task',
      'quick-task',
      'react',
      'roll-up',
      'split',
      'task-readiness',
      'task-split',
      'task-work',
    ),
  },
  'oncall-schedule': {
    mutate: [
      'changes',
      'duty-time',
      'final-schedule',
      'hand-offs',
      'layer',
      'rosters',
      'schedule',
      'standing',
      'turn-count',
    ].map((file) => `packages/oncall/src/${file}.ts`),
    tests: [
      ...[
        'changes',
        'hand-offs',
        'hand-offs.property',
        'layers',
        'rosters.property',
        'turn-count.property',
      ].map((name) => `packages/oncall/test/${name}.test.ts`),
      'test/conformance/oncall.test.ts',
    ],
  },
  'oncall-coverage': {
    mutate: ['clock-phases', 'coverage', 'diff-schedules'].map(
      (file) => `packages/oncall/src/${file}.ts`,
    ),
    tests: ['coverage', 'diff-schedules'].map((name) => `packages/oncall/test/${name}.test.ts`),
  },
  'oncall-staffing': {
    mutate: ['agents-needed', 'erlang-a', 'erlang-b', 'erlang-c', 'personnel-bounds', 'queue'].map(
      (file) => `packages/oncall/src/staffing/${file}.ts`,
    ),
    tests: [
      'packages/oncall/test/staffing/agents-needed.test.ts',
      'packages/oncall/test/staffing/personnel-need.test.ts',
      'test/conformance/erlang.test.ts',
    ],
  },
  'insight-plan': {
    mutate: [
      'fraction',
      'intervention-caution',
      'intervention-side',
      'intervention-tally',
      'lever',
      'life-change',
      'mix-parts',
      'mix-shift',
      'what-if',
    ].map((file) => `packages/insight/src/${file}.ts`),
    tests: ['intervention', 'mix-shift', 'plan', 'what-if'].map(
      (name) => `packages/insight/test/${name}.test.ts`,
    ),
  },
}

interface Group {
  readonly mutate: readonly string[]
  readonly tests?: readonly string[]
  readonly stories?: readonly string[]
}

const wanted = process.argv.slice(2)
for (const [name, group] of Object.entries<Group>(GROUPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n## ${name}\n`)
  if (run(group) !== 0) process.exitCode = 1
}

function run({ mutate, stories, tests = [TOGETHER] }: Group): number | null {
  if (stories !== undefined) {
    const imports = stories.map((story) => `import '${story}'\n`)
    writeFileSync(join(ROOT, TOGETHER), imports.join(''))
  }
  const { status } = spawnSync(
    join(ROOT, 'node_modules/.bin/stryker'),
    ['run', 'test/mutation/stryker.config.json', '--mutate', mutate.join(',')],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: tests.join(',') } },
  )
  if (stories !== undefined) rmSync(join(ROOT, TOGETHER))
  return status
}
