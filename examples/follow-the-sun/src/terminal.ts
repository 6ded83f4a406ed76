/** Where the program speaks. */
export interface Terminal {
  /** The report. */
  out(text: string): void
  /** What went wrong. */
  err(text: string): void
}
