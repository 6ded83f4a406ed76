import { test } from 'vitest'
import { ROOT, succeed } from '../check/command.ts'
import { NODES, nodeOf } from './nodes.ts'

test.for(NODES)("the packages' own tests pass on Node %s", async (version, { skip }) => {
  const node = (await nodeOf(version)) ?? skip(`Node ${version} could not be had`)
  const vitest = `${ROOT}/node_modules/vitest/vitest.mjs`
  await succeed(node, [vitest, 'run', 'packages', '--reporter=dot', '--passWithNoTests'])
})
