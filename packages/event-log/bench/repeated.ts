/** A log again and again, its cases under other numbers each time. The header comes once; nothing is kept. */
export async function* repeated(
  log: () => AsyncIterable<string> | Iterable<string>,
  times: number,
): AsyncGenerator<string> {
  for (let time = 0; time < times; time++) {
    let rest = ''
    let isHeaderNext = true
    for await (const piece of log()) {
      const text = rest + piece
      const end = text.lastIndexOf('\n') + 1
      rest = text.slice(end)
      const start = isHeaderNext && end > 0 ? text.indexOf('\n') + 1 : 0
      if (start > 0 && time === 0) yield text.slice(0, start)
      isHeaderNext &&= end === 0
      yield text.slice(start, end).replace(/^INC/gm, `INC${time}-`)
    }
  }
}
