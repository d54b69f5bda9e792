/** What the kernel itself offers through the same doors as every module: search, and the jobs that run behind. */
import { command, contract, event, job, query } from '../declare.ts'
import { refusal } from '../refusal.ts'
import { count, instant, slice, z } from '../schema.ts'

export const jobNotFound = refusal('job-not-found', 404)

const example = '019aa000-0000-7000-8000-000000000001'

export const searchEverything = query({
  name: 'kernel.search',
  summary: 'Finds records of any kind by words in their title or text, in six languages; only what the caller may see.',
  input: z.strictObject({
    text: z.string().max(400),
    kinds: z.array(z.string().max(60)).max(20).optional(),
    limit: z.int().min(1).max(100).default(20),
    offset: z.int().min(0).max(1_000).default(0),
  }),
  output: z.strictObject({
    hits: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.string(),
        title: z.string(),
        at: instant(),
        snippet: z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }).nullable(),
      }),
    ),
    /** Counted up to 1,000. */
    total: count(),
    /** Nothing held the words; these titles look alike. */
    similar: z.boolean(),
  }),
  example: { text: 'ventilation' },
})

const jobRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'dead']),
  done: count(),
  total: count().nullable(),
  note: z.string(),
  startedAt: instant(),
  finishedAt: instant().nullable(),
  /** Of a job that waits to be tried again: what it failed of. */
  error: z.string().nullable(),
  /** It ended because somebody asked it to; what it had done stays done. */
  cancelled: z.boolean(),
})

export const listJobs = query({
  name: 'kernel.list-jobs',
  summary:
    'The work that runs behind: waiting, running with progress, done, failed, and dead letters that can be revived.',
  input: z.strictObject({
    state: z.enum(['waiting', 'running', 'done', 'failed', 'dead']).optional(),
    limit: slice.limit,
  }),
  output: z.strictObject({ rows: z.array(jobRow), waiting: count(), dead: count() }),
  tool: false,
  example: {},
})

export const getServer = query({
  name: 'kernel.get-server',
  summary:
    'The machine that serves this office: its addresses in the office, where scanners send their mail, the watched folder.',
  input: z.strictObject({}),
  output: z
    .strictObject({
      version: z.string(),
      address: z.string(),
      officeAddresses: z.array(z.string()),
      isEncrypted: z.boolean(),
      scanMail: z.strictObject({ address: z.string(), hosts: z.array(z.string()), port: z.int() }).nullable(),
      watchedFolder: z.string().nullable(),
      dataFolder: z.string(),
    })
    .nullable(),
  tool: false,
  example: {},
})

export const reviveJob = command({
  name: 'kernel.revive-job',
  summary: 'Puts a job that failed for good back into its queue.',
  input: z.strictObject({ jobId: z.uuid() }),
  output: z.strictObject({ queue: z.string() }),
  refusals: [jobNotFound],
  tool: false,
  example: { jobId: example },
})

export const cancelJob = command({
  name: 'kernel.cancel-job',
  summary: 'Asks a waiting or running job to stop; what it has done stays done.',
  input: z.strictObject({ jobId: z.uuid() }),
  output: z.strictObject({ running: z.boolean() }),
  refusals: [jobNotFound],
  tool: false,
  example: { jobId: example },
})

/** Makes the words of every entry of the search anew, from the texts that are kept; may be killed and run again. */
export const reindexJob = job('kernel.make-index-anew', z.strictObject({ number: z.int() }), 'system')

export const reindexSearch = command({
  name: 'kernel.reindex-search',
  summary: 'Makes the index of the search anew, for what was written by an earlier version; search goes on meanwhile.',
  permission: 'kernel.revive-job',
  input: z.strictObject({}),
  output: z.strictObject({ number: z.int() }),
  jobs: [reindexJob],
  tool: false,
  example: {},
})

/** Kontor's own step: some entries in the order of their ids, those left out that this reindexing has made already. */
export const reindexBatch = command({
  name: 'kernel.reindex-batch',
  summary: 'Makes the words of some entries of the search anew.',
  permission: 'kernel.revive-job',
  door: 'none',
  input: z.strictObject({ number: z.int(), after: z.uuid().nullable() }),
  output: z.strictObject({ done: count(), last: z.uuid().nullable(), left: count() }),
  tool: false,
  example: { number: 1, after: null },
})

/** Whose it is and what for: `views.documents.list-documents`. */
const key = () => z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,100}$/)

/** A preference as JSON, of at most 20,000 characters. */
const value = () =>
  z.json().refine(given => JSON.stringify(given).length <= 20_000, { message: 'more than 20,000 characters' })

export const preferenceSet = event('kernel.preference-set', z.strictObject({ key: z.string() }))

export const setPreference = command({
  name: 'kernel.set-preference',
  summary: 'Keeps one of your own preferences; null forgets it.',
  input: z.strictObject({ key: key(), value: value().nullable().meta({ hidden: true }) }),
  output: z.strictObject({ key: z.string() }),
  emits: [preferenceSet],
  tool: false,
  undoable: true,
  example: { key: 'views.work.list-tasks', value: [{ key: 'mine', label: 'Mine', search: { state: 'open' } }] },
})

export const getPreferences = query({
  name: 'kernel.get-preferences',
  summary: 'Your own preferences, by key; with a prefix only those.',
  input: z.strictObject({ prefix: key().optional() }),
  output: z.strictObject({ preferences: z.record(z.string(), z.json()) }),
  example: { prefix: 'views.' },
})

export const tidy = command({
  name: 'kernel.tidy',
  summary: 'Removes answers whose keys have expired and the progress of jobs that ended long ago.',
  input: z.strictObject({}),
  output: z.strictObject({ answers: count(), jobs: count() }),
  door: 'none',
  tool: false,
  example: {},
})

export const tidyJob = job('kernel.tidy-nightly', z.strictObject({}), 'system')

export const kernelContract = contract({
  name: 'kernel',
  commands: [reviveJob, cancelJob, reindexSearch, reindexBatch, setPreference, tidy],
  queries: [searchEverything, listJobs, getServer, getPreferences],
  events: [preferenceSet],
  jobs: [tidyJob, reindexJob],
})
