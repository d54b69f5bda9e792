/** Old files: a folder or a ZIP comes in as it lies, its folders become classes, and it makes nobody any work. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { canSchema } from '../../../kernel/can.ts'
import {
  confidentiality,
  count,
  day,
  expectedVersion,
  fileId,
  flag,
  id,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { readingFacts } from './intake-commands.ts'
import { refusals } from './refusals.ts'
import { classRef } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

export const backlogStates = ['looking', 'proposed', 'running', 'following', 'stopped', 'finished', 'failed'] as const
export type BacklogState = (typeof backlogStates)[number]

/** Folders that may be mapped one by one; what lies deeper goes with its parent. */
export const mostFolders = 5_000
/** Files of one backlog at most. */
export const mostFiles = 500_000

const folderPath = () => z.string().max(1000)
const classCode = () => z.string().regex(/^\d{1,3}(\.\d{1,3}){0,3}$/)
const theBacklog = { backlogId: id('backlog'), name: z.string() }

export const backlogBegun = event('documents.backlog-begun', z.strictObject(theBacklog))
export const backlogProposed = event('documents.backlog-proposed', z.strictObject({ ...theBacklog, files: count() }))
export const backlogFailed = event('documents.backlog-failed', z.strictObject({ ...theBacklog, problem: z.string() }))
export const backlogAccepted = event('documents.backlog-accepted', z.strictObject({ ...theBacklog, classes: count() }))
export const backlogStopped = event('documents.backlog-stopped', z.strictObject(theBacklog))
export const backlogResumed = event('documents.backlog-resumed', z.strictObject(theBacklog))
export const backlogFinished = event(
  'documents.backlog-finished',
  z.strictObject({ ...theBacklog, documents: count() }),
)
/** One for a whole batch: old papers make no news each. */
export const backlogTaken = event('documents.backlog-taken', z.strictObject({ ...theBacklog, count: count() }))

/** Walks the folder or the ZIP's directory and counts; opens no file. */
export const surveyBacklogJob = job('documents.survey-backlog', z.strictObject({ backlogId: id('backlog') }), 'system')
/** Reads and files what is there. `runId`: the run that is awaited. */
export const takeBacklogJob = job(
  'documents.take-backlog',
  z.strictObject({ backlogId: id('backlog'), runId: id() }),
  'system',
)

export const beginBacklog = command({
  name: 'documents.begin-backlog',
  summary:
    'Begins taking in a ZIP of old files: its folders are looked through, and a map to the file plan is proposed.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    name: text(200),
    fileId: fileId().optional(),
    /** An absolute folder or ZIP of the machine; said by its operator alone (`kontor backlog`). */
    folder: z.string().max(4000).optional().meta({ hidden: true }),
    /** The folder is still being filled: what is laid into it is taken in until somebody says that no more comes. */
    follow: flag().optional().meta({ hidden: true }),
    confidentiality: confidentiality({ folded: true }).optional(),
  }),
  output: z.strictObject({ id: id('backlog') }),
  emits: [backlogBegun],
  jobs: [surveyBacklogJob],
  refusals: [refusals.fileUnknown, refusals.backlogSource],
  kinds: ['backlog'],
  example: { name: 'Archive 1998–2019', fileId: exampleId },
})

/** Kontor's own step: what was found. */
export const recordSurvey = command({
  name: 'documents.record-survey',
  summary: 'Keeps which folders a backlog has, and proposes a class of the file plan for each.',
  permission: 'documents.change-plan',
  door: 'none',
  input: z.strictObject({
    id: id('backlog'),
    folders: z.array(z.strictObject({ path: folderPath(), files: count() })).max(mostFolders),
    files: count(),
    bytes: count(),
    problem: z.string().max(100).nullable(),
  }),
  output: z.strictObject({ state: z.enum(backlogStates) }),
  emits: [backlogProposed, backlogFailed],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  tool: false,
  example: { id: exampleId, folders: [{ path: 'Avtal', files: 12 }], files: 12, bytes: 90_000, problem: null },
})

export const acceptBacklog = command({
  name: 'documents.accept-backlog',
  summary:
    'Accepts the map from folders to classes and begins to take the files in; what is not named stays as proposed.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    id: id('backlog'),
    expectedVersion: expectedVersion(),
    folders: z
      .array(
        z.strictObject({
          path: folderPath(),
          /** Its files stay where they are. */
          leaveOut: flag().optional(),
          classCodeId: id('class-code').nullable().optional(),
          /** A class that is made by accepting. */
          newClass: z.strictObject({ code: classCode(), name: text(120) }).optional(),
        }),
      )
      .max(mostFolders)
      .default([])
      .meta({ hidden: true }),
  }),
  output: z.strictObject({ version: z.int(), classes: count() }),
  emits: [backlogAccepted],
  jobs: [takeBacklogJob],
  refusals: [refusals.backlogState, refusals.backlogFolder, refusals.classCodeUnknown, refusals.classCodeTaken],
  kinds: ['backlog', 'class-code'],
  subject: 'id',
  example: { id: exampleId },
})

/** Files of one act at most. */
export const mostInBatch = 60

const batchFile = z.strictObject({
  path: z.string().min(1).max(1200),
  name: text(300),
  /** Null: it could not be opened, `reason` says why. */
  fileId: fileId().nullable(),
  reason: z.string().max(100).nullable(),
  /** Which of this batch it lay inside; null for a file of its own. */
  inside: z.int().min(0).nullable(),
  /** The mapped folder whose class it gets. */
  folder: folderPath(),
  changedOn: day().nullable(),
  reading: z.strictObject(readingFacts).nullable(),
})

/** Kontor's own step: a whole batch of files that were stored and read becomes documents in one act. */
export const takeBacklogBatch = command({
  name: 'documents.take-backlog-batch',
  summary: 'Files a batch of old papers that were read: no task, no question, no duplicate alarm.',
  permission: 'documents.change-plan',
  door: 'none',
  input: z.strictObject({
    id: id('backlog'),
    runId: id(),
    files: z.array(batchFile).min(1).max(600),
  }),
  output: z.strictObject({ documents: count(), same: count(), leftOut: count() }),
  emits: [backlogTaken],
  refusals: [refusals.backlogState, refusals.fileUnknown],
  kinds: ['backlog'],
  subject: 'id',
  tool: false,
  example: {
    id: exampleId,
    runId: exampleId,
    files: [
      {
        path: 'Avtal/hyra.pdf',
        name: 'hyra.pdf',
        fileId: null,
        reason: 'file-not-readable',
        inside: null,
        folder: 'Avtal',
        changedOn: '2009-03-02',
        reading: null,
      },
    ],
  },
})

/** Kontor's own step. */
export const finishBacklog = command({
  name: 'documents.finish-backlog',
  summary: 'Says that all files of a backlog were dealt with, or why no more can be.',
  permission: 'documents.change-plan',
  door: 'none',
  input: z.strictObject({ id: id('backlog'), runId: id(), problem: z.string().max(100).nullable() }),
  output: z.strictObject({ state: z.enum(backlogStates) }),
  emits: [backlogFinished, backlogFailed],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  tool: false,
  example: { id: exampleId, runId: exampleId, problem: null },
})

const oneBacklog = z.strictObject({ id: id('backlog'), expectedVersion: expectedVersion() })
const versioned = z.strictObject({ version: z.int() })

export const stopBacklog = command({
  name: 'documents.stop-backlog',
  summary: 'Stops taking old files in; what is filed stays filed, and it goes on where it stood when it is resumed.',
  permission: 'documents.change-plan',
  input: oneBacklog,
  output: versioned,
  emits: [backlogStopped],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  example: { id: exampleId },
})

export const resumeBacklog = command({
  name: 'documents.resume-backlog',
  summary: 'Goes on taking old files in, where it was stopped or failed.',
  permission: 'documents.change-plan',
  input: oneBacklog,
  output: versioned,
  emits: [backlogResumed],
  jobs: [takeBacklogJob],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  example: { id: exampleId },
})

export const endBacklog = command({
  name: 'documents.end-backlog',
  summary: 'Says that no more comes into a folder of old files that is followed; what lies in it is still taken in.',
  permission: 'documents.change-plan',
  input: oneBacklog,
  output: z.strictObject({ version: z.int(), state: z.enum(backlogStates) }),
  emits: [backlogFinished],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  example: { id: exampleId },
})

/** Kontor's own step. */
export const goOnWithBacklog = command({
  name: 'documents.go-on-with-backlog',
  summary: 'Takes in what has come into a folder of old files since it was last looked at.',
  permission: 'documents.change-plan',
  door: 'none',
  input: z.strictObject({ id: id('backlog'), files: count() }),
  output: versioned,
  emits: [],
  jobs: [takeBacklogJob],
  refusals: [refusals.backlogState],
  kinds: ['backlog'],
  subject: 'id',
  tool: false,
  example: { id: exampleId, files: 12 },
})

const backlogRow = {
  id: id(),
  title: z.string(),
  version: z.int(),
  state: z.enum(backlogStates),
  files: count(),
  /** Files dealt with. */
  done: count(),
  same: count(),
  leftOut: count(),
  documents: count(),
  unreadable: count(),
  begunAt: z.string(),
}

export const listBacklogs = query({
  name: 'documents.list-backlogs',
  summary: 'Takings-in of old files, the newest first, and how far they have come.',
  permission: 'documents.change-plan',
  input: z.strictObject({ ...slice }),
  output: z.strictObject({ rows: z.array(z.strictObject(backlogRow)), total: count(), next: z.null() }),
  kinds: ['backlog'],
  example: {},
})

export const getBacklog = query({
  name: 'documents.get-backlog',
  summary: 'One taking-in of old files: its folders and their classes, how far it has come, what was left out.',
  permission: 'documents.change-plan',
  input: z.strictObject({ id: id('backlog') }),
  output: z.strictObject({
    record: z.strictObject({
      id: id(),
      kind: z.literal('backlog'),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: z.enum(backlogStates),
    }),
    ...backlogRow,
    bytes: count(),
    follow: flag(),
    runningSince: z.string().nullable(),
    endedAt: z.string().nullable(),
    problem: z.string().nullable(),
    folders: z.array(
      z.strictObject({
        path: z.string(),
        files: count(),
        leftOut: flag(),
        classCode: classRef().nullable(),
        newClass: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      }),
    ),
    /** The first of those that could not be opened. */
    notOpened: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
    can: z.array(canSchema),
  }),
  kinds: ['backlog'],
  example: { id: exampleId },
})

/** For Kontor alone: which folders it has to look into. */
export const followedBacklogs = query({
  name: 'documents.followed-backlogs',
  summary: 'Folders of old files that are followed and have been taken in so far.',
  permission: 'documents.change-plan',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ id: id(), folder: z.string() })) }),
  tool: false,
  example: {},
})

/** For the jobs alone: where the files lie and what was dealt with. */
export const backlogSource = query({
  name: 'documents.backlog-source',
  summary: 'What the jobs of a backlog need to know of it.',
  permission: 'documents.change-plan',
  input: z.strictObject({ id: id('backlog') }),
  output: z.strictObject({
    state: z.enum(backlogStates),
    runId: id().nullable(),
    digest: z.string().nullable(),
    folder: z.string().nullable(),
    country: z.string(),
    today: day(),
    files: count(),
    follow: flag(),
    folders: z.array(z.strictObject({ path: z.string(), leftOut: flag() })),
    done: z.array(z.string()),
    /** SHA-256 of the papers that were destroyed, hexadecimal: they do not come back with an archive. */
    destroyed: z.array(z.string()),
  }),
  tool: false,
  example: { id: exampleId },
})

export const backlogCommands = [
  beginBacklog,
  recordSurvey,
  acceptBacklog,
  takeBacklogBatch,
  finishBacklog,
  stopBacklog,
  resumeBacklog,
  endBacklog,
  goOnWithBacklog,
]
export const backlogQueries = [listBacklogs, getBacklog, backlogSource, followedBacklogs]
export const backlogEvents = [
  backlogBegun,
  backlogProposed,
  backlogFailed,
  backlogAccepted,
  backlogStopped,
  backlogResumed,
  backlogFinished,
  backlogTaken,
]
export const backlogJobs = [surveyBacklogJob, takeBacklogJob]
