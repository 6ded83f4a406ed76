import type { Finding } from '@holdfast/kernel'

/** Where something stands in a document. */
export type Path = (string | number)[]

export type AddFinding = (
  code: string,
  message: string,
  path: Path,
  more?: Partial<Finding>,
) => void
