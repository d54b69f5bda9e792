import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import { periodUnits } from '../periods.ts'
import { applicationStates, can, caseOutcomes, conditionEvery, example, head, named, permitStates } from './shapes.ts'
import { list } from '../../../kernel/shapes.ts'

export const permitLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(permitStates),
  permitType: z.string().nullable(),
  authority: named.nullable(),
  owner: named.nullable(),
  reference: z.string().nullable(),
  validFrom: day().nullable(),
  validUntil: day().nullable(),
  /** What comes next: an answer, an expiry, the next check. */
  nextOn: day().nullable(),
  expired: flag(),
})

export const listPermits = query({
  name: 'permits.list-permits',
  summary: 'Permits applied for and held, what comes next first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(permitStates)).max(8).optional(),
    ...slice,
  }),
  output: list(permitLine),
  kinds: ['permit'],
  example: {},
})

export const getPermit = query({
  name: 'permits.get-permit',
  summary: 'One permit: where it stands, requirements with papers, conditions with checks, dates.',
  permission: 'permits.list-permits',
  input: z.strictObject({ id: id('permit') }),
  output: z.strictObject({
    record: head(permitStates),
    ...permitLine.omit({ id: true, version: true, title: true, state: true }).shape,
    fee: money().nullable(),
    note: z.string(),
    sentOn: day().nullable(),
    receivedOn: day().nullable(),
    completionWhat: z.string().nullable(),
    completionDueOn: day().nullable(),
    decidedOn: day().nullable(),
    appealUntil: day().nullable(),
    renewOn: day().nullable(),
    renewalLeadDays: z.int(),
    renews: named.nullable(),
    renewedBy: named.nullable(),
    requirements: z.array(
      z.strictObject({ id: z.uuid(), requirement: z.string(), met: flag(), document: named.nullable() }),
    ),
    conditions: z.array(
      z.strictObject({
        id: z.uuid(),
        condition: z.string(),
        owner: named.nullable(),
        every: choice(conditionEvery),
        nextOn: day().nullable(),
        checkedOn: day().nullable(),
        late: flag(),
      }),
    ),
    documents: z.array(named),
    can,
  }),
  kinds: ['permit'],
  example: { id: example },
})

export const listAdoptable = query({
  name: 'permits.list-adoptable',
  summary: 'Confirmed documents of the kind permit that no permit has been made of yet.',
  permission: 'permits.list-permits',
  input: z.strictObject({ ...slice }),
  output: list(
    z.strictObject({ id: z.uuid(), title: z.string(), sender: named.nullable(), validUntil: day().nullable() }),
  ),
  kinds: ['document', 'permit'],
  example: {},
})

export const getDesk = query({
  name: 'permits.get-desk',
  summary: 'Whether the desk of an authority is on, and its periods: as set, else as the country’s law has them.',
  permission: 'permits.list-permits',
  input: z.strictObject({}),
  output: z.strictObject({
    on: flag(),
    decideDays: z.int(),
    decideUnit: choice(periodUnits),
    appealDays: z.int(),
    appealUnit: choice(periodUnits),
    appealInstructions: z.string(),
  }),
  kinds: ['permit-application'],
  example: {},
})

export const applicationLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: choice(applicationStates),
  permitType: z.string().nullable(),
  applicant: z.string(),
  handler: named.nullable(),
  receivedOn: day(),
  decideBy: day(),
  late: flag(),
  outcome: choice(caseOutcomes).nullable(),
})

export const listApplications = query({
  name: 'permits.list-applications',
  summary: 'The register of applications: what is to be decided soonest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(applicationStates)).max(8).optional(),
    handlerId: id('principal', { control: 'person' }).optional(),
    ...slice,
  }),
  output: list(applicationLine),
  kinds: ['permit-application'],
  example: {},
})

export const getApplication = query({
  name: 'permits.get-application',
  summary: 'One application: completeness, hearing, decision, appeal and legal force.',
  permission: 'permits.list-applications',
  input: z.strictObject({ id: id('permit-application') }),
  output: z.strictObject({
    record: head(applicationStates),
    ...applicationLine.omit({ id: true, version: true, title: true, state: true }).shape,
    office: z.string(),
    applicantRecord: named.nullable(),
    isPublic: flag(),
    note: z.string(),
    completionWhat: z.string().nullable(),
    completionDueOn: day().nullable(),
    completeOn: day().nullable(),
    decision: z.string().nullable(),
    reasons: z.string().nullable(),
    appealInstructions: z.string().nullable(),
    decidedOn: day().nullable(),
    decidedBy: named.nullable(),
    validFrom: day().nullable(),
    validUntil: day().nullable(),
    fee: money().nullable(),
    notifiedOn: day().nullable(),
    appealUntil: day().nullable(),
    appealedOn: day().nullable(),
    finalOn: day().nullable(),
    hearings: z.array(
      z.strictObject({
        id: z.uuid(),
        party: z.string(),
        askedOn: day(),
        dueOn: day(),
        answer: z.string().nullable(),
        answeredOn: day().nullable(),
        late: flag(),
      }),
    ),
    documents: z.array(named),
    can,
  }),
  kinds: ['permit-application'],
  example: { id: example },
})

export const listDiary = query({
  name: 'permits.list-diary',
  summary:
    'The diary for the public: number, day, matter and outcome of applications that are public, and nothing else.',
  input: z.strictObject({ year: z.int().min(1900).max(9999).optional(), text: text(200).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      permitType: z.string().nullable(),
      receivedOn: day(),
      outcome: choice(caseOutcomes).nullable(),
      decidedOn: day().nullable(),
    }),
  ),
  kinds: ['permit-application'],
  example: {},
})

export const countDue = query({
  name: 'permits.count-due',
  summary: 'How many renewals, checks, deadlines and periods to appeal have come.',
  permission: 'permits.list-permits',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const permitQueries = [
  listPermits,
  getPermit,
  listAdoptable,
  getDesk,
  listApplications,
  getApplication,
  listDiary,
  countDue,
]
