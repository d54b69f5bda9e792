/** Taking old files in: a window of files is stored and read ahead, and what is ready is written batch by batch. */
import { createHash } from 'node:crypto'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import {
  backlogSource,
  finishBacklog,
  mostInBatch,
  recordSurvey,
  surveyBacklogJob,
  takeBacklogBatch,
  takeBacklogJob,
} from '../contract.ts'
import { findingOf } from '../reading/problem.ts'
import { mappedFolderOf, mappedFolders } from './folders.ts'
import { type Prepared, prepareOld } from './read-old.ts'
import { isStill, type OldFile, openSource, type Source, survey } from './source.ts'

/** Files on their way at once: enough that no reader waits while a batch is written. */
const ahead = 12
/** A batch is written before its texts and pages grow beyond this many characters. */
const mostCharacters = 4_000_000

/** A file in a followed folder that was written to since then may not be whole. */
const stillMs = 10_000

type Known = Awaited<ReturnType<typeof knownOf>>
type BatchFile = Parameters<typeof takeBacklogBatch.input.encode>[0]['files'][number]

const knownOf = (run: JobRun, id: string) => run.query(backlogSource, { id })

async function sourceOf(run: JobRun, { digest, folder }: Known): Promise<Source> {
  const path = folder ?? run.files.path(run.organisationId, Buffer.from(digest!, 'hex'))
  return openSource(path ?? '')
}

/** True where the act was refused because the backlog was stopped or goes on in another run. */
function isOver(outcome: Outcome<unknown>): boolean {
  if (outcome.status === 'done') return false
  if (outcome.status === 'refused' && outcome.refusal.name === 'backlog-state-unfit') return true
  throw new Error(`backlog not recorded: ${JSON.stringify(outcome)}`)
}

export const surveyBacklogBody = implementJob(surveyBacklogJob, {
  retryLimit: 5,
  expireSeconds: 7_200,
  async run(run, { backlogId }) {
    const known = await knownOf(run, backlogId)
    if (known.state !== 'looking') return
    const found = await look(run, known)
    isOver(await run.dispatch(recordSurvey, { id: backlogId, ...found }, 'survey'))
  },
})

async function look(run: JobRun, known: Known) {
  try {
    const source = await sourceOf(run, known)
    try {
      const { files, bytes, folders } = await survey(source)
      // A folder that is only now being filled may be empty yet; what comes lies in it, or in a folder of it.
      if (known.follow && !folders.has('')) folders.set('', 0)
      const problem = files === 0 && !known.follow ? 'backlog-empty' : null
      return { files, bytes, folders: mappedFolders(folders), problem }
    } finally {
      source.close()
    }
  } catch (thrown) {
    return { files: 0, bytes: 0, folders: [], problem: findingOf(thrown).name }
  }
}

/** Files still to be dealt with, each stored and read, in their order; up to `ahead` of them are on their way. */
async function* prepared(run: JobRun, source: Source, known: Known): AsyncIterable<(Prepared & { folder: string })[]> {
  const done = new Set(known.done)
  const around = { ...known, destroyed: new Set(known.destroyed) }
  const mapped = new Set(known.folders.map(({ path }) => path))
  const leftOut = new Set(known.folders.filter(folder => folder.leftOut).map(({ path }) => path))
  const going: Promise<(Prepared & { folder: string })[]>[] = []
  const begin = (old: OldFile, folder: string) => {
    const one = prepareOld(run, old, around).then(files => files.map(file => ({ ...file, folder })))
    one.catch(() => {})
    going.push(one)
  }
  for await (const old of source.files()) {
    run.signal.throwIfAborted()
    const folder = mappedFolderOf(old.path, mapped)
    if (done.has(old.path) || leftOut.has(folder)) continue
    // Half a file is not taken in: it is there when the folder is looked at next.
    if (known.follow && !isStill(old, stillMs)) continue
    begin(old, folder)
    if (going.length >= ahead) yield await going.shift()!
  }
  while (going.length > 0) yield await going.shift()!
}

const weightOf = ({ reading }: Prepared) =>
  reading
    ? reading.text.length +
      reading.pages.reduce((sum, { words }) => sum + words.length, 0) +
      reading.sheets.reduce((sum, { cells }) => sum + cells.length, 0)
    : 0

export const takeBacklogBody = implementJob(takeBacklogJob, {
  retryLimit: 20,
  expireSeconds: 82_800,
  async run(run, { backlogId, runId }) {
    const known = await knownOf(run, backlogId)
    if (known.state !== 'running' || known.runId !== runId) return
    const batch: BatchFile[] = []
    let [weight, dealtWith] = [0, known.done.length]
    const flush = async (): Promise<boolean> => {
      if (batch.length === 0) return true
      const files = batch.splice(0)
      weight = 0
      dealtWith += files.filter(({ inside }) => inside === null).length
      const step = createHash('sha256').update(files[0]!.path).digest('hex').slice(0, 32)
      const over = isOver(
        await run.dispatch(takeBacklogBatch, { id: backlogId, runId, files } as never, `${step}:${run.attempt}`),
      )
      if (!over) await run.progress(dealtWith, known.files)
      return !over
    }
    const source = await sourceOf(run, known).catch(thrown => findingOf(thrown).name)
    if (typeof source === 'string') {
      isOver(await run.dispatch(finishBacklog, { id: backlogId, runId, problem: source }, `failed:${run.attempt}`))
      return
    }
    try {
      for await (const files of prepared(run, source, known)) {
        const grown = files.reduce((sum, file) => sum + weightOf(file), 0)
        if (batch.length > 0 && (batch.length + files.length > mostInBatch || weight + grown > mostCharacters))
          if (!(await flush())) return
        batch.push(...inBatch(files, batch.length))
        weight += grown
      }
      if (!(await flush())) return
      isOver(await run.dispatch(finishBacklog, { id: backlogId, runId, problem: null }, 'finish'))
    } finally {
      source.close()
    }
  },
})

/** What lay inside points at its place in the batch. */
function inBatch(files: readonly (Prepared & { folder: string })[], from: number): BatchFile[] {
  return files.map(({ inside, ...file }) => ({
    ...file,
    inside: inside === null ? null : inside + from,
  })) as BatchFile[]
}
