import { query } from '../../../kernel/declare.ts'
import { choice, confidentiality, count, flag, id, longText, slice, z } from '../../../kernel/schema.ts'
import { exampleParty, pastedTable } from './party-commands.ts'
import {
  accountLine,
  accountSchemes,
  callerNoteKinds,
  keySchemes,
  partyKinds,
  partyLine,
  partyName,
  preferredWays,
  saidRelations,
  spokenLanguages,
} from './shapes.ts'
import { columnMapping, columnMeanings, importKinds } from './table.ts'
import { can, list } from '../../../kernel/shapes.ts'

export const listParties = query({
  name: 'directory.list-parties',
  summary: 'People and organisations by words of their name, mail or number.',
  input: z.strictObject({
    text: longText(200).optional(),
    /** These alone. */
    ids: z.array(z.uuid()).max(100).optional().meta({ hidden: true }),
    kind: choice(partyKinds).optional(),
    memberOfId: id('organisation').optional(),
    retired: flag().optional(),
    sort: choice(['name', '-name', '-changed', '-created']).default('name'),
    ...slice,
  }),
  output: list(partyLine),
  kinds: ['person', 'organisation'],
  example: { text: 'ventilation', limit: 50 },
})

const relationLine = z.strictObject({
  relationId: z.uuid(),
  /** As said from this party's side. */
  relation: choice(saidRelations),
  other: partyName,
  note: z.string(),
})
const callerNoteLine = z.strictObject({
  noteId: z.uuid(),
  what: choice(callerNoteKinds),
  body: longText(),
  class: confidentiality(),
})

const member = z.strictObject({ ...partyName.shape, role: z.string() })

export const getParty = query({
  name: 'directory.get-party',
  summary:
    'One person or organisation: how to reach them, accounts, who belongs to whom, linked records, what may be done.',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({
    record: z.strictObject({
      id: z.uuid(),
      kind: choice(partyKinds),
      title: z.string(),
      class: confidentiality(),
      version: z.int(),
      state: z.enum(['current', 'retired']),
    }),
    name: z.string(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    /** What they are where no workplace says it. */
    role: z.string().nullable(),
    companyNumber: z.string().nullable(),
    /** Whether the check digits are right; null where the country's rule is not known. */
    companyNumberValid: flag().nullable(),
    vatNumber: z.string().nullable(),
    vatNumberValid: flag().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    website: z.string().nullable(),
    languages: z.array(choice(spokenLanguages)),
    preferredWay: choice(preferredWays).nullable(),
    note: longText(),
    manner: longText(),
    relations: z.array(relationLine),
    callerNotes: z.array(callerNoteLine),
    phones: z.array(
      z.strictObject({
        detailId: z.uuid(),
        written: z.string(),
        e164: z.string().nullable(),
        shown: z.string(),
        label: z.string(),
      }),
    ),
    emails: z.array(z.strictObject({ detailId: z.uuid(), email: z.string(), label: z.string() })),
    addresses: z.array(
      z.strictObject({
        detailId: z.uuid(),
        street: z.string(),
        postcode: z.string(),
        city: z.string(),
        country: z.string().nullable(),
        label: z.string(),
      }),
    ),
    accounts: z.array(accountLine),
    memberOf: z.array(member),
    members: z.array(member),
    /** What was merged into it; asked for by such an id, the answer is this record. */
    merged: z.array(z.strictObject({ id: z.uuid(), title: z.string() })),
    links: z.array(
      z.strictObject({
        relation: z.string(),
        record: z.strictObject({ id: z.uuid(), kind: z.string(), title: z.string() }),
      }),
    ),
    can: can,
  }),
  kinds: ['person', 'organisation'],
  example: { id: exampleParty },
})

export const findParty = query({
  name: 'directory.find-party',
  summary: 'Whom numbers, accounts, addresses and names belong to; several questions at once.',
  input: z.strictObject({
    wanted: z
      .array(
        z.strictObject({
          vatNumber: longText(60).optional(),
          companyNumber: longText(60).optional(),
          account: longText(60).optional(),
          email: longText(254).optional(),
          phone: longText(60).optional(),
          name: longText(300).optional(),
        }),
      )
      .min(1)
      .max(500),
    kinds: z.array(choice(partyKinds)).min(1).optional(),
  }),
  output: z.strictObject({
    /** One list for each question, the surest first. */
    found: z.array(
      z.array(
        z.strictObject({ ...partyName.shape, by: z.enum([...keySchemes, 'similar']), score: z.number().min(0).max(1) }),
      ),
    ),
  }),
  kinds: ['person', 'organisation'],
  example: { wanted: [{ name: 'Hisings Ventilation', account: 'SE4550000000058398257466' }] },
})

export const suggestParty = query({
  name: 'directory.suggest-party',
  summary: 'For pickers: those a word of whose name, or whose mail address, begins as typed.',
  permission: 'directory.list-parties',
  input: z.strictObject({
    text: longText(200),
    kinds: z.array(choice(partyKinds)).min(1).optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: z.strictObject({ rows: z.array(z.strictObject({ ...partyName.shape, detail: z.string().nullable() })) }),
  kinds: ['person', 'organisation'],
  example: { text: 'kar ö' },
})

export const listDuplicates = query({
  name: 'directory.list-duplicates',
  summary:
    'Pairs that may be one, with the reasons: the same number, account or name, or similar names in one place; without those said to be two.',
  permission: 'directory.merge-parties',
  input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ a: partyName, b: partyName, because: z.array(z.enum([...keySchemes, 'similar', 'place'])) }),
    ),
  }),
  kinds: ['person', 'organisation'],
  example: {},
})

export const listKnownSenders = query({
  name: 'directory.list-known-senders',
  summary: 'Every organisation with what identifies it on paper: numbers, accounts, names; for recognition.',
  permission: 'directory.list-parties',
  input: z.strictObject({ limit: z.int().min(1).max(20_000).default(5_000) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        country: z.string().nullable(),
        vatNumber: z.string().nullable(),
        companyNumber: z.string().nullable(),
        accounts: z.array(z.strictObject({ scheme: choice(accountSchemes), number: z.string() })),
      }),
    ),
  }),
  kinds: ['organisation'],
  tool: false,
  example: {},
})

export const previewImport = query({
  name: 'directory.preview-import',
  summary:
    'What importing a pasted table would do: guessed columns with how sure each is, the first rows as understood, those already known.',
  permission: 'directory.import-parties',
  input: z.strictObject({ text: pastedTable(), columns: columnMapping.optional(), kind: importKinds().optional() }),
  output: z.strictObject({
    /** Cards have no columns to put right. */
    form: z.enum(['table', 'cards']),
    columns: columnMapping,
    confidence: z.array(z.number().min(0).max(1)),
    headers: z.array(z.string()),
    meanings: z.array(choice(columnMeanings)),
    /** The first rows as they were pasted, without the header: what stands under each column. */
    sample: z.array(z.array(z.string())),
    total: count(),
    people: count(),
    organisations: count(),
    known: count(),
    unusable: z.array(z.strictObject({ row: z.int(), why: z.string() })),
    rows: z.array(
      z.strictObject({
        row: z.int(),
        kind: choice(partyKinds),
        name: z.string(),
        organisation: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        place: z.string().nullable(),
        account: z.string().nullable(),
        knownAs: partyName.nullable(),
        /** The row in this same table that says the same. */
        repeats: z.int().nullable(),
      }),
    ),
  }),
  tool: false,
  example: { text: 'Namn;E-post\nKarin Öberg;karin@example.se\n' },
})

export const callerCard = query({
  name: 'directory.caller-card',
  summary:
    'Who calls, by record or number, and how to deal with them: language, way, what may be said aloud and what not.',
  permission: 'directory.get-party',
  input: z
    .strictObject({ id: id().optional(), number: longText(60).optional() })
    .refine(given => given.id || given.number, {
      message: 'id or number',
    }),
  output: z.strictObject({
    /** Whose number it is; several where it is a switchboard, none where nobody knows it. */
    parties: z.array(
      z.strictObject({
        ...partyName.shape,
        class: confidentiality(),
        role: z.string().nullable(),
        memberOf: partyName.nullable(),
        language: z.string().nullable(),
        languages: z.array(choice(spokenLanguages)),
        preferredWay: choice(preferredWays).nullable(),
        manner: z.array(z.string()),
        maySay: z.array(z.string()),
        mustNotSay: z.array(z.string()),
        relations: z.array(relationLine),
      }),
    ),
  }),
  kinds: ['person', 'organisation'],
  example: { number: '031-390 06 41' },
})

export const exportForms = ['vcard4', 'vcard3', 'csv'] as const

export const exportParties = query({
  name: 'directory.export-parties',
  summary:
    'The people and organisations of a list, or the ones given, as vCard 4, vCard 3 or CSV; without what is only for the office.',
  permission: 'directory.export-parties',
  input: z.strictObject({
    form: choice(exportForms),
    ids: z.array(z.uuid()).min(1).max(20_000).optional(),
    text: longText(200).optional(),
    kind: choice(partyKinds).optional(),
    memberOfId: id('organisation').optional(),
    retired: flag().optional(),
  }),
  output: z.strictObject({ fileName: z.string(), mediaType: z.string(), count: count(), text: z.string() }),
  kinds: ['person', 'organisation'],
  tool: false,
  example: { form: 'vcard4' },
})

export const directoryQueries = [
  listParties,
  getParty,
  findParty,
  suggestParty,
  listDuplicates,
  listKnownSenders,
  previewImport,
  callerCard,
  exportParties,
]
