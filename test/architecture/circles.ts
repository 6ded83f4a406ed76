/** The circles of a graph, each once as a walk `a > b > a`; none when it can be put in an order. */
export function circlesOf(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>()
  const circles: string[] = []

  function walk(node: string, path: readonly string[]): void {
    const start = path.indexOf(node)
    if (start !== -1) {
      circles.push([...path.slice(start), node].join(' > '))
      return
    }
    if (finished.has(node)) return
    for (const next of edges.get(node) ?? []) walk(next, [...path, node])
    finished.add(node)
  }

  for (const node of edges.keys()) walk(node, [])
  return circles
}
