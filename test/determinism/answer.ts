/** A question, readable, and what was answered, as plain data. */
export type Answer = readonly [question: string, answer: unknown]
