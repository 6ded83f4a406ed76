import type { LogMappingDocument } from '../document.ts'
import { gitHub } from './git-hub.ts'
import { jira } from './jira.ts'
import { serviceNow } from './service-now.ts'
import { zendesk } from './zendesk.ts'

/** Mappings for the exports of well-known systems: data to start from. */
export const MAPPINGS: Readonly<
  Record<'serviceNow' | 'jira' | 'zendesk' | 'gitHub', LogMappingDocument>
> = { serviceNow, jira, zendesk, gitHub }
