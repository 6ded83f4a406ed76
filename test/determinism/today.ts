/** Imported for its effect, before anything else: the environment variable `TODAY` becomes the date of the process. */
const today = Date.parse(process.env['TODAY'] ?? '')

if (!Number.isNaN(today)) {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      if (args.length === 0) super(today)
      else super(...args)
    }
    static override now(): number {
      return today
    }
  } as DateConstructor
}
