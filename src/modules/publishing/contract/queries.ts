import { languages } from '../../../kernel/language/catalogue.ts'
import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'
import { can, example, head, list, named } from './shapes.ts'

const sees = 'publishing.list-publications'

export const publicationLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.publicationStates),
  plannedAt: instant().nullable(),
  text: z.string(),
  campaign: z.string().nullable(),
  owner: named.nullable(),
  repeats: choice(s.rhythms).nullable(),
  pictures: count(),
  outlets: z.array(
    z.strictObject({ id: z.uuid(), title: z.string(), network: choice(s.networks), state: choice(s.placementStates) }),
  ),
  /** Another at an outlet of it within half an hour. */
  near: flag(),
})

export const listPublications = query({
  name: 'publishing.list-publications',
  summary: 'The plan of posts: what is published where and when, and how far it is.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.publicationStates)).max(5).optional(),
    outletId: id('outlet').optional(),
    campaign: text(120).optional(),
    mine: flag().optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(publicationLine),
  kinds: ['publication', 'outlet'],
  example: {},
})

export const getPublication = query({
  name: 'publishing.get-publication',
  summary: 'One planned post: its words for each outlet and how long they are there, its pictures, what became of it.',
  permission: sees,
  input: z.strictObject({ id: id('publication') }),
  output: z.strictObject({
    record: head(s.publicationStates),
    text: z.string(),
    link: z.string().nullable(),
    hashtags: z.array(z.string()),
    language: choice(languages),
    campaign: z.string().nullable(),
    plannedAt: instant().nullable(),
    zone: z.string(),
    repeats: choice(s.rhythms).nullable(),
    owner: named.nullable(),
    approver: named.nullable(),
    writtenBy: named.nullable(),
    approvedBy: named.nullable(),
    approvedAt: instant().nullable(),
    sentBack: z.string().nullable(),
    about: named.nullable(),
    placements: z.array(s.placement),
    pictures: z.array(s.picture),
    /** Posts within half an hour of it at an outlet of it. */
    near: z.array(z.strictObject({ id: z.uuid(), title: z.string(), plannedAt: instant() })),
    /** Its day is a weekday on which nobody works. */
    holiday: flag(),
    held: z.string().nullable(),
    can,
  }),
  kinds: ['publication', 'outlet'],
  example: { id: example },
})

export const listOutlets = query({
  name: 'publishing.list-outlets',
  summary: 'Where the office publishes, and how: through an interface or by hand.',
  permission: sees,
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(s.outletLine),
  kinds: ['outlet'],
  example: {},
})

export const getHold = query({
  name: 'publishing.get-hold',
  summary: 'Whether everything is paused, since when, by whom and why.',
  permission: sees,
  input: z.strictObject({}),
  output: z.strictObject({
    reason: z.string().nullable(),
    heldAt: instant().nullable(),
    heldBy: named.nullable(),
    /** How many had their time meanwhile. */
    waiting: count(),
  }),
  kinds: ['publication'],
  tool: false,
  example: {},
})

export const monthReport = query({
  name: 'publishing.month-report',
  summary: 'What was published in a month by outlet, and how it did.',
  permission: sees,
  input: z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        outlet: z.string(),
        network: choice(s.networks),
        posts: count(),
        ...s.figures.shape,
      }),
    ),
    best: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        outlet: z.string(),
        address: z.string().nullable(),
        ...s.figures.shape,
      }),
    ),
  }),
  kinds: ['publication'],
  example: { month: '2126-11' },
})

export const pageLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.pageStates),
  address: z.string(),
  dueOn: day().nullable(),
  late: flag(),
  keeper: named.nullable(),
  askedBy: named.nullable(),
  checkedAt: instant().nullable(),
  seen: flag().nullable(),
})

export const listPageChanges = query({
  name: 'publishing.list-page-changes',
  summary: 'Changes that are asked of web pages, and whether they stand there.',
  permission: sees,
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.pageStates)).max(4).optional(),
    ...slice,
  }),
  output: list(pageLine),
  kinds: ['page-change'],
  example: {},
})

export const getPageChange = query({
  name: 'publishing.get-page-change',
  summary: 'One change of a web page: what stands there and what is to stand there, side by side.',
  permission: sees,
  input: z.strictObject({ id: id('page-change') }),
  output: z.strictObject({
    record: head(s.pageStates),
    ...pageLine.omit({ id: true, version: true, title: true, state: true }).shape,
    before: z.string(),
    after: z.string(),
    why: z.string(),
    writtenBy: named.nullable(),
    approvedBy: named.nullable(),
    sentBack: z.string().nullable(),
    said: z.string().nullable(),
    documents: z.array(named),
    can,
  }),
  kinds: ['page-change'],
  example: { id: example },
})

const forJobs = { permission: 'publishing.publish-now', tool: false } as const

export const placementToSend = query({
  name: 'publishing.placement-to-send',
  summary: 'What goes to an outlet: the words, the pictures, and by which way. For Kontor’s own door alone.',
  ...forJobs,
  input: z.strictObject({ id: id('publication'), outletId: id('outlet') }),
  output: z.strictObject({
    title: z.string(),
    words: z.string(),
    text: z.string(),
    link: z.string().nullable(),
    hashtags: z.array(z.string()),
    language: z.string(),
    wire: choice(s.wires),
    url: z.string().nullable(),
    account: z.string().nullable(),
    secretId: z.uuid().nullable(),
    foreignId: z.string().nullable(),
    tries: z.int(),
    pictures: z.array(z.strictObject({ digest: z.string(), mediaType: z.string(), alt: z.string() })),
  }),
  example: { id: example, outletId: s.exampleOutlet },
})

export const pageToCheck = query({
  name: 'publishing.page-to-check',
  summary: 'The address of a web page and the words that are to stand there. For Kontor’s own job alone.',
  ...forJobs,
  input: z.strictObject({ id: id('page-change') }),
  output: z.strictObject({ wanted: flag(), address: z.string(), after: z.string() }),
  example: { id: example },
})

export const pagesToCheck = query({
  name: 'publishing.pages-to-check',
  summary: 'Approved changes of web pages that have not been seen yet. For Kontor’s own job alone.',
  ...forJobs,
  input: z.strictObject({}),
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  example: {},
})

export const publishingQueries = [
  listPublications,
  getPublication,
  listOutlets,
  getHold,
  monthReport,
  listPageChanges,
  getPageChange,
  placementToSend,
  pageToCheck,
  pagesToCheck,
]
