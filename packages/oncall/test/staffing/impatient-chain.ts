/**
 * Erlang A another way: the states one by one, and for each how long it takes until whoever comes then is served. With
 * `k` ahead, the share of patience that is left by then has a beta distribution. Times in handling times.
 */
export function impatientChain(load: number, agents: number, patience: number, target: number) {
  const logs = [0]
  for (let n = 1; n < agents + 3_000; n++) {
    const leaving = Math.max(0, n - agents) / patience
    logs.push((logs[n - 1] as number) + Math.log(load / (Math.min(n, agents) + leaving)))
  }
  const most = logs.reduce((a, b) => Math.max(a, b))
  const weights = logs.map((log) => Math.exp(log - most))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const waiting = weights.slice(agents).map((weight) => weight / whole)
  const pace = agents * patience
  const gone = target / patience
  let series = 0
  let log = -gone * (pace + 1)
  let late = 0
  for (const [ahead, weight] of waiting.entries()) {
    series += Math.exp(log)
    log += Math.log(((pace + 1 + ahead) / (ahead + 1)) * -Math.expm1(-gone))
    late += weight * (pace / (pace + ahead + 1)) * series
  }
  const queue = waiting.reduce((sum, weight, ahead) => sum + weight * ahead, 0)
  const abandonment = queue / patience / load
  return {
    waitProbability: waiting.reduce((sum, weight) => sum + weight, 0),
    averageWait: queue / load,
    abandonment,
    serviceLevel: 1 - abandonment - late,
    occupancy: (load * (1 - abandonment)) / agents,
  }
}
