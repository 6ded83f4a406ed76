import {
  documentHeader,
  durationSchema,
  formatSchema,
  openEnum,
  parseInstant,
  partyRefSchema,
} from '@holdfast/kernel'
import * as z from 'zod'

export const ROSTER_PROBLEM_FORMAT = 'holdfast/roster-problem@1'

const momentSchema = z
  .union([
    z.int(),
    z.string().refine((text) => parseInstant(text) !== undefined, {
      params: {
        code: 'instant-invalid',
        expected: 'an instant with an offset, such as 2024-03-28T15:00:00Z',
      },
    }),
  ])
  .describe('Text with an offset, or milliseconds since 1970')

const span = { from: momentSchema, to: momentSchema.describe('Excluded') }

const percentSchema = z.int().min(1).max(100)

const weightSchema = z.int().min(0).max(1000)

const needSchema = z
  .strictObject({
    skill: z.string().min(1).optional(),
    language: z.string().min(1).optional().describe('BCP 47: `de`'),
    count: z.int().min(1).optional().describe('1 when left out'),
  })
  .refine(({ skill, language }) => (skill === undefined) !== (language === undefined), {
    params: { code: 'need-unclear', expected: 'a skill or a language' },
  })

const slotSchema = z.strictObject({
  id: z.string().min(1),
  ...span,
  role: z.string().min(1),
  site: z.string().min(1).optional().describe('Where it is at home'),
  seats: z.int().min(1).max(50).optional().describe('How many people; 1 when left out'),
  skills: z.array(z.string()).optional().describe('What each of them has'),
  languages: z.array(z.string()).optional().describe('What each of them speaks'),
  needs: z.array(needSchema).optional().describe('What so many of them have'),
})

const wishSchema = z.strictObject({
  kind: openEnum(['off', 'on']).describe('Free all the time, or on duty in some of it'),
  ...span,
  weight: weightSchema.optional().describe('1 when left out'),
})

const timeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('Time of day, `HH:MM`')

const personSchema = z.strictObject({
  person: partyRefSchema,
  zone: z.string().describe('IANA zone they live in; their weeks, nights and weekends are there'),
  site: z.string().min(1).optional(),
  team: z.string().min(1).optional().describe('People of several teams share a roster'),
  source: openEnum(['own', 'seconded', 'responsible-ops'])
    .optional()
    .describe('Where the person comes from; `own` when left out'),
  skills: z.array(z.string()).optional(),
  languages: z.array(z.string()).optional(),
  share: percentSchema.optional().describe('Percent of a full share; 100 when left out'),
  absences: z.array(z.strictObject(span)).optional(),
  wishes: z.array(wishSchema).optional(),
  homeHours: z
    .strictObject({ from: timeSchema, to: timeSchema })
    .optional()
    .describe('Local times between which a shift is at home, in place of the site'),
  history: z
    .array(z.strictObject(span))
    .optional()
    .describe('Other duty, earlier or elsewhere, that the rules count'),
})

const rulesSchema = z
  .strictObject({
    rest: durationSchema.optional().describe('From the end of a shift to the next'),
    maxShifts: z
      .array(z.strictObject({ shifts: z.int().min(0), days: z.int().min(1).max(366) }))
      .optional()
      .describe('At most so many shifts that start in any so many local dates on end'),
    weeklyBlock: durationSchema
      .optional()
      .describe('Free time on end in every local week, Monday to Monday'),
    maxShare: percentSchema
      .optional()
      .describe('Percent of the planned period that one person is on duty at most'),
    presence: z
      .array(
        z.strictObject({
          skill: z.string().min(1).optional(),
          language: z.string().min(1).optional(),
          count: z.int().min(1).optional().describe('1 when left out'),
          roles: z.array(z.string()).optional().describe('Of these roles; any when left out'),
        }),
      )
      .optional()
      .describe('At every instant, so many of those on duty have it'),
  })
  .describe('What a roster must keep; a rule that is left out does not hold')

const weightsSchema = z
  .strictObject({
    shifts: weightSchema.optional(),
    hours: weightSchema.optional(),
    nights: weightSchema.optional(),
    weekends: weightSchema.optional(),
    roles: weightSchema.optional(),
    wishes: weightSchema.optional(),
    home: weightSchema.optional(),
  })
  .describe('How much a roster should mind; 0 is not at all')

export const rosterProblemSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(ROSTER_PROBLEM_FORMAT),
  slots: z.array(slotSchema).describe('What is to be covered'),
  people: z.array(personSchema).describe('Who may be asked'),
  rules: rulesSchema.optional(),
  weights: weightsSchema.optional(),
  night: z
    .strictObject({ from: timeSchema, to: timeSchema, least: durationSchema.optional() })
    .optional()
    .describe('Which shifts are nights: 3 hours or more within 23:00 to 06:00 when left out'),
})

/** A period to be planned: slots, people, and the rules and weights that hold. */
export type RosterProblemDocument = Readonly<z.input<typeof rosterProblemSchema>>

export type RosterProblemReading = z.output<typeof rosterProblemSchema>

/** A stretch of duty to be covered by so many people in one role. */
export type SlotDocument = Readonly<z.input<typeof slotSchema>>

/** Someone who may be asked. */
export type RosterPersonDocument = Readonly<z.input<typeof personSchema>>

/** The JSON Schema of a roster problem, for editors. */
export function rosterProblemJsonSchema(): object {
  return z.toJSONSchema(rosterProblemSchema, { io: 'input' })
}
