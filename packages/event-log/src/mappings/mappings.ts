import { serviceNow } from './service-now.ts'

/** Mappings for the exports of well-known systems: data to start from. */
export const MAPPINGS = { serviceNow } as const
