import { command } from '../../../kernel/declare.ts'
import { confidentiality, count, day, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import {
  apiTokenCreated,
  apiTokenRevoked,
  journalLineErased,
  organisationChanged,
  organisationOpened,
  recordClassSet,
} from './events.ts'
import { changed, examplePrincipal } from './people-commands.ts'
import { refusals } from './refusals.ts'
import { email, language, reason } from './shapes.ts'

export const openOrganisation = command({
  name: 'authority.open-organisation',
  summary: 'Makes the standard roles and the first owner of an organisation that has just been opened.',
  input: z.strictObject({ principalId: id('principal'), name: text(200), email: email(), language: language() }),
  output: z.strictObject({ principalId: z.uuid() }),
  emits: [organisationOpened],
  refusals: [refusals.organisationAlreadyOpen],
  door: 'none',
  tool: false,
  example: { principalId: examplePrincipal, name: 'Karin Lindqvist', email: 'karin@example.org', language: 'sv' },
})

/** What an office says of itself, beside name and zone: on letters, in the interface. */
export const officeSettings = () =>
  z.record(
    z.string().regex(/^[a-z][a-zA-Z.-]{0,60}$/),
    z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]),
  )

/** A time of day on the office's own clock, HH:MM. */
const clock = () => z.iso.time({ precision: -1 }).optional().meta({ format: 'time', folded: true })

export const changeOrganisation = command({
  name: 'authority.change-organisation',
  summary:
    "Changes the office's name, time zone, language, working day or settings; what is left out stays, a setting of null goes.",
  input: z.strictObject({
    expectedVersion: expectedVersion(),
    name: text(200).optional(),
    zone: text(60).optional(),
    language: language().optional(),
    dayFrom: clock(),
    dayUntil: clock(),
    breakFrom: clock(),
    breakUntil: clock(),
    settings: officeSettings().optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ version: z.int() }),
  emits: [organisationChanged],
  refusals: [refusals.organisationChanged, refusals.zoneUnknown, refusals.workdayBackwards],
  tool: false,
  undoable: true,
  example: { name: 'Almgren Tveit Arkitekter', zone: 'Europe/Stockholm' },
})

export const setRecordClass = command({
  name: 'authority.set-record-class',
  summary: 'Says how confidential a record is and for whom: people and roles, or everybody with the clearance (null).',
  input: z.strictObject({
    id: id(undefined, { hidden: true }),
    kind: z.string().max(60).meta({ hidden: true }),
    expectedVersion: expectedVersion(),
    class: confidentiality(),
    audience: z.array(id()).min(1).max(200).nullable().default(null),
    /** It no longer follows what it was made from: less confidential than that, and not raised with it. */
    apart: flag({ folded: true }).default(false),
  }),
  output: changed,
  emits: [recordClassSet],
  refusals: [
    refusals.classAboveClearance,
    refusals.classBelowSource,
    refusals.audienceWithoutYou,
    refusals.audienceUnknown,
  ],
  kinds: ['*'],
  subject: 'id',
  tool: false,
  undoable: true,
  example: { id: '019aa000-0000-7000-8000-000000000005', kind: 'task', class: 2, audience: null },
})

const ofRecords = {
  output: z.strictObject({ count: count() }),
  emits: [recordClassSet],
  refusals: [
    refusals.classAboveClearance,
    refusals.classBelowSource,
    refusals.audienceWithoutYou,
    refusals.audienceUnknown,
  ],
  kinds: ['*'],
  tool: false,
}

export const setRecordsClass = command({
  name: 'authority.set-records-class',
  summary: 'Says of several records at once how confidential they are, for whom, or both; what is left out stays.',
  permission: 'authority.set-record-class',
  input: z.strictObject({
    kind: z.string().max(60).meta({ hidden: true }),
    ids: z.array(id()).min(1).max(5000).meta({ hidden: true }),
    class: confidentiality().optional(),
    /** Null: everybody with the clearance. */
    audience: z.array(id()).min(1).max(200).nullable().optional(),
  }),
  ...ofRecords,
  undoable: true,
  example: { kind: 'task', ids: ['019aa000-0000-7000-8000-000000000005'], class: 2 },
})

/** Its inverse: each as it was. */
export const setRecordsBack = command({
  name: 'authority.set-records-back',
  summary: 'Takes back how confidential several records were said to be.',
  permission: 'authority.set-record-class',
  input: z.strictObject({
    kind: z.string().max(60).meta({ hidden: true }),
    records: z
      .array(
        z.strictObject({
          id: id(),
          class: confidentiality(),
          audience: z.array(id()).min(1).max(200).nullable(),
          apart: flag(),
        }),
      )
      .min(1)
      .max(5000)
      .meta({ hidden: true }),
  }),
  ...ofRecords,
  example: {
    kind: 'task',
    records: [{ id: '019aa000-0000-7000-8000-000000000005', class: 1, audience: null, apart: false }],
  },
})

export const redactJournalLine = command({
  name: 'authority.redact-journal-line',
  summary: 'Erases what a line of the journal says, for good; the line and the chain stay, and why is written down.',
  input: z.strictObject({ seq: z.int().min(1), reason: reason() }),
  output: z.strictObject({ seq: z.int() }),
  emits: [journalLineErased],
  refusals: [refusals.journalLineMissing, refusals.journalLineErased],
  tool: false,
  example: { seq: 1, reason: 'Erasure asked for by the person it concerns.' },
})

export const createApiToken = command({
  name: 'authority.create-api-token',
  summary:
    'Makes an API token, for oneself or a software assistant; `authority.show-api-token` shows it for ten minutes.',
  input: z.strictObject({
    name: text(100),
    principalId: id('principal', { control: 'person' }).optional(),
    /** The token acts under this mandate of its principal. */
    mandateId: id('mandate').optional(),
    expiresOn: day().optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [apiTokenCreated],
  refusals: [refusals.authorityNotHeld, refusals.tokenPast, refusals.mandateNotYours, refusals.principalDisabled],
  tool: false,
  undoable: true,
  example: { name: 'Nightly export', expiresOn: '2030-12-31' },
})

export const revokeApiToken = command({
  name: 'authority.revoke-api-token',
  summary: 'Ends an API token at once.',
  input: z.strictObject({ id: id(undefined, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [apiTokenRevoked],
  refusals: [refusals.tokenMissing],
  tool: false,
  example: { id: '019aa000-0000-7000-8000-000000000006' },
})

export const officeCommands = [
  openOrganisation,
  changeOrganisation,
  setRecordClass,
  setRecordsClass,
  setRecordsBack,
  redactJournalLine,
  createApiToken,
  revokeApiToken,
]
