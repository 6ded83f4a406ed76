import { bug } from '../lifecycles/bug.ts'
import { change } from '../lifecycles/change.ts'
import { complaint } from '../lifecycles/complaint.ts'
import { enhancement } from '../lifecycles/enhancement.ts'
import { incident } from '../lifecycles/incident.ts'
import { invoicingException } from '../lifecycles/invoicing-exception.ts'
import { newBusiness } from '../lifecycles/new-business.ts'
import { question } from '../lifecycles/question.ts'
import { serviceRecovery } from '../lifecycles/service-recovery.ts'
import { serviceRequest } from '../lifecycles/service-request.ts'
import { smallProject } from '../lifecycles/small-project.ts'
import type { LifecycleDocument } from './lifecycle-document.ts'

/**
 * Lifecycles to begin with, by kind. They count on a calendar `desk` and name parties such as `team:support`, which an
 * organization replaces by its own.
 */
export const SHIPPED_LIFECYCLES = Object.freeze({
  incident,
  'service-request': serviceRequest,
  question,
  change,
  bug,
  complaint,
  'invoicing-exception': invoicingException,
  enhancement,
  'new-business': newBusiness,
  'small-project': smallProject,
  'service-recovery': serviceRecovery,
}) satisfies Readonly<Record<string, LifecycleDocument>>
