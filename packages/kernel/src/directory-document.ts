import * as z from 'zod'
import { documentHeader, formatSchema } from './document.ts'

export const DIRECTORY_FORMAT = 'holdfast/directory@1'

const personSchema = z.strictObject({
  name: z.string().optional(),
  team: z.string().optional().describe('The team they belong to'),
  roles: z.array(z.string()).optional().describe('Roles they hold, ids of the organization'),
  zone: z.string().optional().describe('IANA time zone they live in'),
  languages: z.array(z.string()).optional().describe('BCP 47 tags: `de`, `en-GB`'),
  skills: z.array(z.string()).optional(),
  manager: z.string().optional().describe('The person they report to'),
})

const teamSchema = z.strictObject({
  name: z.string().optional(),
  lead: z.string().optional().describe('The person who leads it'),
  delegator: z
    .string()
    .optional()
    .describe('The team or person whose mandate it acts on, as `team:…` or `person:…`'),
})

export const directorySchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(DIRECTORY_FORMAT),
  people: z.record(z.string(), personSchema).describe('By id'),
  teams: z.record(z.string(), teamSchema).optional().describe('By id'),
})

/** Who there is: people with their team, roles, zone, languages, skills and manager; teams with lead and delegator. */
export type DirectoryDocument = Readonly<z.input<typeof directorySchema>>

export type Person = Readonly<z.output<typeof personSchema>>
export type Team = Readonly<z.output<typeof teamSchema>>

/** The JSON Schema of a directory document, for editors. */
export function directoryJsonSchema(): object {
  return z.toJSONSchema(directorySchema, { io: 'input' })
}
