import type { LifecycleDocument } from './lifecycle-document.ts'
import { incident } from './lifecycles/incident.ts'

/**
 * Lifecycles to begin with, by kind. They count on a calendar `desk` and name parties such as `team:support`, which an
 * organization replaces by its own.
 */
export const SHIPPED_LIFECYCLES = Object.freeze({
  incident,
}) satisfies Readonly<Record<string, LifecycleDocument>>
