/**
 * What the worker runs. It is text, so that a worker starts from sources and builds of both kinds alike, and plain
 * CommonJS, which is what Node takes a text for. The solver blocks its thread until it ends, hence each better answer is
 * posted when it is found: what is known then outlives a worker that is stopped.
 */
export const SOLVER_PROGRAM = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')

async function main() {
  const { solver, matrix, start, options } = workerData
  const highs = await require(solver)()
  const { callbackType, modelStatus } = highs.constants
  const model = highs.createModel({
    ...matrix,
    rowLower: matrix.rowLower.map((bound) => bound ?? -highs.infinity),
    rowUpper: matrix.rowUpper.map((bound) => bound ?? highs.infinity),
    colUpper: matrix.colUpper.map((bound) => bound ?? highs.infinity),
  })
  model.options.set(options)
  if (start !== null) model.setSolution({ colValue: start })
  model.run({
    [callbackType.mipImprovingSolution]({ data }) {
      parentPort.postMessage({ kind: 'better', numbers: data.mip_solution, bound: data.mip_dual_bound })
    },
  })
  const status = model.getModelStatus()
  const name = Object.keys(modelStatus).find((key) => modelStatus[key] === status)
  const hasNumbers = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
  parentPort.postMessage({
    kind: 'ended',
    status: name ?? String(status),
    numbers: hasNumbers ? model.getSolution().colValue : null,
    bound: model.info.get('mip_dual_bound'),
  })
}

main()
`
