import { query } from '../../../kernel/declare.ts'
import { count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { can, head, list, named } from '../../../kernel/shapes.ts'
import { services, serviceStates } from './service.ts'
import * as s from './shapes.ts'

export const boxes = ['to-sign', 'sent', 'done', 'all'] as const

export const listSignings = query({
  name: 'signatures.list-signings',
  summary: 'The signature folder: what is mine to sign, what I put in, what is done.',
  input: z.strictObject({ box: z.enum(boxes).default('all'), text: text(200).optional(), ...slice }),
  output: list(s.signingLine),
  kinds: ['signing', 'document'],
  example: {},
})

const permission = 'signatures.list-signings'

export const getSigning = query({
  name: 'signatures.get-signing',
  summary: 'One document of the folder: who signs, who has signed, how, and whether it is unchanged since.',
  permission,
  input: z.strictObject({ id: id('signing') }),
  output: z.strictObject({
    record: head(s.signingStates),
    document: named.nullable(),
    pages: count(),
    digest: z.string(),
    dueOn: day().nullable(),
    late: flag(),
    inOrder: flag(),
    note: z.string(),
    putInBy: named.nullable(),
    putInAt: instant(),
    endedAt: instant().nullable(),
    /** How often signatures were emptied because the document was changed. */
    emptied: count(),
    signers: z.array(s.signerLine),
    /** My own place, or that of whom I stand in for. */
    mine: z
      .strictObject({
        signerId: z.uuid(),
        turn: flag(),
        standsFor: z.string().nullable(),
        name: z.string(),
        opened: flag(),
      })
      .nullable(),
    sheet: z.strictObject({ ready: flag(), pagesMissing: count().nullable() }).nullable(),
    /** Where it is signed by a service: how far it is there, and what the service said last. */
    service: z
      .strictObject({ wire: z.enum(services), state: z.enum(serviceStates), said: z.string().nullable() })
      .nullable(),
    seal: z
      .strictObject({ digest: z.string(), at: instant(), unchanged: flag(), certificate: z.string().nullable() })
      .nullable(),
    can,
  }),
  kinds: ['signing', 'document'],
  example: { id: s.example },
})

export const openingOf = query({
  name: 'signatures.opening-of',
  summary: 'Which document is put into the folder where it is opened about a record, and whether it can be signed.',
  permission: 'signatures.put-in-folder',
  input: z.strictObject({ id: id('document') }),
  output: z.strictObject({
    document: named.nullable(),
    pages: count(),
    /** Somebody signs it already. */
    signingId: z.uuid().nullable(),
  }),
  kinds: ['signing', 'document'],
  tool: false,
  example: { id: s.exampleOther },
})

/** For jobs and streams alone. */
const forJobs = { permission: 'signatures.list-signings', tool: false } as const

export const askLetter = query({
  name: 'signatures.ask-letter',
  summary: 'The mail by which somebody outside is asked to sign, or reminded.',
  ...forJobs,
  input: z.strictObject({ id: id('signing'), signerId: z.uuid(), times: z.int() }),
  output: z.strictObject({
    wanted: flag(),
    /** A code may be asked for: before signing; of what is confidential as long as the link opens anything. */
    coded: flag(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    subject: z.string(),
    body: z.string(),
    fromName: z.string(),
    /** The text message, or the mail, that brings a code. */
    code: z.string(),
    round: z.int(),
  }),
  example: { id: s.example, signerId: s.exampleSigner, times: 0 },
})

export const toSeal = query({
  name: 'signatures.to-seal',
  summary: 'What is written into the sealed file: the document, who signed it, and what the journal says of it.',
  ...forJobs,
  input: z.strictObject({ id: id('signing') }),
  output: z.strictObject({
    awaited: flag(),
    documentId: z.uuid(),
    title: z.string(),
    name: z.string(),
    class: z.int(),
    digest: z.string(),
    /** Of the file as the document has it, where it is still the one that was signed; null where it is not. */
    expected: z.string().nullable(),
    mediaKind: z.enum(['pdf', 'image']),
    pages: count(),
    office: z.string(),
    language: z.string(),
    zone: z.string(),
    putInBy: z.string(),
    putInAt: instant(),
    inOrder: flag(),
    certificate: z.string().nullable(),
    sheet: z.strictObject({ number: z.int(), token: z.string() }).nullable(),
    signers: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        role: z.enum(s.roles),
        way: z.enum(s.ways),
        email: z.string().nullable(),
        language: z.string(),
        state: z.enum(s.signerStates),
        signedAt: instant().nullable(),
        signedBy: z.string().nullable(),
        proof: z.enum(s.proofs).nullable(),
        strokes: z.string().nullable(),
        typed: z.string().nullable(),
        field: s.field().nullable(),
        digest: z.string().nullable(),
        scan: z.string().nullable(),
        /** The line of the journal in which it stands. */
        journal: z.string().nullable(),
      }),
    ),
    sealed: z.strictObject({ fileId: z.uuid(), digest: z.string(), fileName: z.string() }).nullable(),
  }),
  example: { id: s.example },
})

export const scanToLookAt = query({
  name: 'signatures.scan-to-look-at',
  summary: 'Where the bytes of a scanned sheet lie, and whose fields are on it.',
  ...forJobs,
  input: z.strictObject({ id: id('signing'), documentId: z.uuid() }),
  output: z.strictObject({
    digest: z.string().nullable(),
    mediaType: z.string(),
    pages: count(),
    /** Pages that were printed, the sheet among them. */
    printed: count(),
    /** Signers on paper, in the order of the fields. */
    signers: z.array(z.uuid()),
  }),
  example: { id: s.example, documentId: s.exampleOther },
})

export const signatureQueries = [listSignings, getSigning, openingOf, askLetter, toSeal, scanToLookAt]
