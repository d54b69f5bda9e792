/** Files that people outside are asked for: what, until when, what has come. */
import { canSchema } from '../../../kernel/can.ts'
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { named } from '../../../kernel/shapes.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  fileId,
  flag,
  id,
  longText,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { refusals } from './refusals.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
export const mailStates = ['none', 'sending', 'sent', 'failed', 'no-door'] as const
export const requestStates = ['open', 'late', 'complete', 'withdrawn'] as const

export const requestRefusals = {
  dayPast: refusal('request-day-past', 422),
  closed: refusal('request-closed', 409),
  itemUnknown: refusal('request-item-unknown', 404),
  /** Told to whoever has the link: it takes nothing, or no more. */
  linkClosed: refusal('request-link-closed', 404),
  /** data: `limit`. */
  tooMany: refusal('request-takes-no-more', 409),
} as const

const told = { requestId: id('file-request'), title: z.string(), name: z.string() }
export const filesAskedFor = event(
  'documents.files-asked-for',
  z.strictObject({ ...told, on: day(), matterId: id().nullable(), ...workEnvelope }),
)
export const requestedFileCame = event(
  'documents.requested-file-came',
  z.strictObject({ ...told, documentId: id('document'), file: z.string(), matterId: id().nullable(), ...workEnvelope }),
)
export const requestReplied = event('documents.request-replied', z.strictObject({ ...told, ...workEnvelope }))
export const requestedItemTicked = event(
  'documents.requested-item-ticked',
  z.strictObject({ ...told, item: z.string(), ...workEnvelope }),
)
export const requestedItemUnticked = event(
  'documents.requested-item-unticked',
  z.strictObject({ ...told, item: z.string() }),
)
export const requestCompleted = event('documents.file-request-completed', z.strictObject({ ...told, ...workEnvelope }))
export const requestWithdrawn = event('documents.file-request-withdrawn', z.strictObject({ ...told, ...workEnvelope }))
export const requestRenewed = event(
  'documents.file-request-renewed',
  z.strictObject({ ...told, on: day(), ...workEnvelope }),
)
export const requestSent = event('documents.file-request-sent', z.strictObject(told))
export const requestNotSent = event('documents.file-request-not-sent', z.strictObject({ ...told, error: z.string() }))

export const sendRequestJob = job('documents.send-file-request', z.strictObject({ id: id('file-request') }), 'system')

const about = { kinds: ['file-request'], subject: 'id' } as const
const versioned = z.strictObject({ version: z.int() })
const here = { id: id('file-request'), expectedVersion: expectedVersion() }

export const askForFiles = command({
  name: 'documents.ask-for-files',
  summary:
    'Asks somebody outside for files by a link: what is wanted, until when; by mail with reminders where the office sends mail, else as text to copy.',
  input: z.strictObject({
    title: text(200),
    askedOf: text(200),
    email: z.email().max(254).optional(),
    items: z.array(text(300)).min(1).max(50),
    dueOn: day(),
    letter: longText(4000, { folded: true, proof: 'letter' }).optional(),
    language: choice(languages, { control: 'language', folded: true }).optional(),
    partyId: id('organisation', { control: 'record', folded: true }).optional(),
    matterId: id('matter', { folded: true }).optional(),
  }),
  output: z.strictObject({ id: id('file-request') }),
  emits: [filesAskedFor],
  jobs: [sendRequestJob],
  refusals: [requestRefusals.dayPast],
  undoable: true,
  // What leaves the office is a person's to send.
  tool: false,
  example: { title: 'Papers for the lease', askedOf: 'Eva Lindholm', items: ['Signed lease'], dueOn: '2126-12-01' },
})

export const tickRequestedItem = command({
  name: 'documents.tick-requested-item',
  summary: 'Notes that a thing that was asked for came another way, or is not needed any more.',
  permission: 'documents.ask-for-files',
  input: z.strictObject({ ...here, position: z.int().min(1).max(50) }),
  output: versioned,
  emits: [requestedItemTicked, requestCompleted],
  refusals: [requestRefusals.closed, requestRefusals.itemUnknown],
  ...about,
  undoable: true,
  example: { id: exampleId, position: 1 },
})

export const untickRequestedItem = command({
  name: 'documents.untick-requested-item',
  summary: 'Asks for a thing again that had been ticked off.',
  permission: 'documents.ask-for-files',
  input: z.strictObject({ ...here, position: z.int().min(1).max(50) }),
  output: versioned,
  emits: [requestedItemUnticked],
  refusals: [requestRefusals.closed, requestRefusals.itemUnknown],
  ...about,
  undoable: true,
  example: { id: exampleId, position: 1 },
})

export const withdrawFileRequest = command({
  name: 'documents.withdraw-file-request',
  summary: 'Asks no more: the link takes nothing any longer, nobody is reminded.',
  permission: 'documents.ask-for-files',
  input: z.strictObject(here),
  output: versioned,
  emits: [requestWithdrawn],
  refusals: [requestRefusals.closed],
  ...about,
  example: { id: exampleId },
})

export const renewFileRequest = command({
  name: 'documents.renew-file-request',
  summary: 'Gives another day, and opens the link again where the request was closed.',
  permission: 'documents.ask-for-files',
  input: z.strictObject({ ...here, dueOn: day() }),
  output: versioned,
  emits: [requestRenewed],
  refusals: [requestRefusals.dayPast],
  ...about,
  example: { id: exampleId, dueOn: '2126-12-15' },
})

const inner = { permission: 'documents.ask-for-files', door: 'none', tool: false } as const

export const receiveRequested = command({
  name: 'documents.receive-requested',
  summary: 'Takes in a file that came by the link of a request, ticks its line off and tells whoever asked.',
  ...inner,
  input: z.strictObject({
    id: id('file-request'),
    fileId: fileId(),
    name: text(300),
    position: z.int().min(1).max(50).nullable(),
  }),
  output: z.strictObject({ documentId: id('document'), complete: flag() }),
  emits: [requestedFileCame, requestCompleted],
  refusals: [requestRefusals.linkClosed, requestRefusals.tooMany, refusals.fileUnknown],
  example: { id: exampleId, fileId: exampleId, name: 'lease.pdf', position: 1 },
})

export const recordRequestReply = command({
  name: 'documents.record-request-reply',
  summary: 'Notes what whoever was asked says when they are done.',
  ...inner,
  input: z.strictObject({ id: id('file-request'), reply: longText(2000) }),
  output: z.strictObject({}),
  emits: [requestReplied],
  refusals: [requestRefusals.linkClosed],
  example: { id: exampleId, reply: 'The third comes on Monday.' },
})

export const recordRequestSent = command({
  name: 'documents.record-request-sent',
  summary: 'Notes that the mail with the link was sent, or why it was not.',
  ...inner,
  input: z.strictObject({
    id: id('file-request'),
    mail: choice(['sent', 'failed', 'no-door']),
    error: z.string().max(500).nullable(),
  }),
  output: z.strictObject({}),
  emits: [requestSent, requestNotSent],
  example: { id: exampleId, mail: 'sent', error: null },
})

const line = {
  id: id('file-request'),
  version: z.int(),
  class: z.int(),
  title: z.string(),
  askedOf: z.string(),
  state: z.enum(requestStates),
  dueOn: day(),
  askedAt: z.string(),
  askedBy: z.string(),
  wanted: count(),
  ticked: count(),
  files: count(),
  lastCameAt: z.string().nullable(),
}

export const listFileRequests = query({
  name: 'documents.list-file-requests',
  summary: 'Files that people outside were asked for: from whom, until when, how much has come; what is late first.',
  input: z.strictObject({ text: text(200).optional(), open: flag().optional(), ...slice }),
  output: z.strictObject({ rows: z.array(z.strictObject(line)), total: count(), next: z.string().nullable() }),
  kinds: ['file-request'],
  example: { open: true },
})

export const getFileRequest = query({
  name: 'documents.get-file-request',
  summary: 'One request for files: what is wanted, what has come.',
  permission: 'documents.list-file-requests',
  input: z.strictObject({ id: id('file-request') }),
  output: z.strictObject({
    record: z.strictObject({
      id: id(),
      kind: z.literal('file-request'),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: z.enum(requestStates),
    }),
    request: z.strictObject({
      ...line,
      email: z.string().nullable(),
      language: choice(languages),
      letter: z.string(),
      mail: z.enum(mailStates),
      mailError: z.string().nullable(),
      reply: z.string(),
      repliedAt: z.string().nullable(),
      closedAt: z.string().nullable(),
      closedBy: z.string().nullable(),
      party: named.nullable(),
      matter: named.nullable(),
      items: z.array(z.strictObject({ position: z.int(), label: z.string(), ticked: flag(), came: count() })),
      papers: z.array(
        z.strictObject({
          id: id('document'),
          title: z.string(),
          name: z.string(),
          position: z.int().nullable(),
          cameAt: z.string(),
        }),
      ),
    }),
    can: z.array(canSchema),
  }),
  kinds: ['file-request', 'document'],
  example: { id: exampleId },
})

export const requestLetter = query({
  name: 'documents.request-letter',
  summary: 'The mail of a request with its link, to send or to copy; for who may ask for files.',
  permission: 'documents.ask-for-files',
  input: z.strictObject({ id: id('file-request') }),
  output: z.strictObject({
    path: z.string(),
    subject: z.string(),
    /** `{link}` stands where the whole address goes. */
    body: z.string(),
    name: z.string(),
    email: z.string().nullable(),
  }),
  tool: false,
  example: { id: exampleId },
})

export const requestCommands = [
  askForFiles,
  tickRequestedItem,
  untickRequestedItem,
  withdrawFileRequest,
  renewFileRequest,
  receiveRequested,
  recordRequestReply,
  recordRequestSent,
]
export const requestQueries = [listFileRequests, getFileRequest, requestLetter]
export const requestEvents = [
  filesAskedFor,
  requestedFileCame,
  requestReplied,
  requestedItemTicked,
  requestedItemUnticked,
  requestCompleted,
  requestWithdrawn,
  requestRenewed,
  requestSent,
  requestNotSent,
]
export const requestJobs = [sendRequestJob]
