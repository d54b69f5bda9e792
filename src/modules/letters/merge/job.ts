/** A merge under way. On paper: drawn into one file, which nobody sees before it is whole. By mail: one after the other, each noted before and after. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { fileName, letterPdf, pictureIds, picturesOf } from '../drawn.ts'
import type { Page } from '../paper/items.ts'
import { pdfOf } from '../paper/pdf.ts'
import { wordsIn } from '../words.ts'
import { type Note, type Paper, printWordFiles, type Row, type Work, wordPapers } from './word-files.ts'

/** Rows laid out at a time, and noted at a time. */
const atOnce = 25

class Stopped extends Error {}

async function note(run: JobRun, id: string, of: number, rows: readonly Note[], step: string): Promise<void> {
  const outcome = await run.dispatch(c.noteMergeRows, { id, run: of, rows: [...rows] }, step)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  if (!outcome.output.goesOn || run.signal.aborted) throw new Stopped()
}

async function* chunks(run: JobRun, id: string, of: number): AsyncGenerator<Work> {
  let after = 0
  for (;;) {
    const work = await run.query(c.mergeWork, { id, run: of, after, limit: atOnce })
    if (!work.goesOn) throw new Stopped()
    if (work.rows.length === 0) return
    yield work
    after = work.rows.at(-1)!.position
    await run.progress(after, work.total)
  }
}

const pagesOf = (row: Row): Page[] => row.pages as unknown as Page[]

/** All letters as one PDF: a page too many in one of them stops nobody else's. */
async function print(run: JobRun, id: string, of: number): Promise<{ fileId: string; work: Work } | null> {
  const pictures = new Map<string, Buffer>()
  let about: Work | null = null
  let drawn = 0
  async function* pages(): AsyncGenerator<Page> {
    for await (const work of chunks(run, id, of)) {
      about = work
      const notes: Note[] = []
      for (const row of work.rows) {
        notes.push(
          row.problem
            ? { position: row.position, state: 'failed', reason: row.problem }
            : { position: row.position, state: 'done' },
        )
        if (row.problem) continue
        const wanted = pictureIds(pagesOf(row)).filter(file => !pictures.has(file))
        for (const [file, bytes] of await picturesOf(run.files, run.organisationId, wanted)) pictures.set(file, bytes)
        drawn += 1
        yield* pagesOf(row)
      }
      await note(run, id, of, notes, `rows:${work.rows[0]!.position}`)
    }
  }
  const all = pages()
  const first = await all.next()
  if (first.done || !about) return null
  const known: Work = about
  async function* rest(): AsyncGenerator<Page> {
    yield first.value as Page
    yield* all
  }
  const facts = { title: known.title, author: known.office, language: 'en', on: known.on }
  const bytes = await pdfOf(rest(), facts, pictures)
  const file = await run.files.put(run.organisationId, bytes, {
    name: fileName(null, known.title, 'pdf'),
    mediaType: 'application/pdf',
  })
  return drawn > 0 ? { fileId: file.id, work: known } : null
}

/** Noted as being sent first: whoever is killed between leaves a row that a person decides on, never two mails. */
async function mail(run: JobRun, id: string, of: number): Promise<void> {
  const door = mailDoor()
  for await (const work of chunks(run, id, of)) {
    const papers = work.isOffice ? await wordPapers(run, work.rows.filter(isToMail)) : null
    for (const row of work.rows) {
      const { position } = row
      if (row.state === 'sending')
        await note(run, id, of, [{ position, state: 'unsure', reason: 'unheard' }], `unsure:${position}`)
      if (row.state !== 'waiting') continue
      if (row.problem) {
        await note(run, id, of, [{ position, state: 'failed', reason: row.problem }], `failed:${position}`)
        continue
      }
      await note(run, id, of, [{ position, state: 'sending' }], `sending:${position}`)
      const title = row.subject || work.title
      const paper = papers && row.file ? (papers.get(position) ?? null) : await drawn(run, work, row)
      if (!paper) {
        await note(run, id, of, [{ position, state: 'failed', reason: 'file' }], `unfilled:${position}`)
        continue
      }
      const went =
        (await door
          ?.send({
            to: { name: row.name, address: row.email },
            subject: title,
            text: wordsIn(row.language)('page.letter.mail', { title, signer: row.signer, office: work.office }),
            id: `letter-merge-${id}-${position}`,
            fromName: row.signer || work.office,
            attachments: [{ ...paper, name: fileName(null, title, paper.ending) }],
          })
          .then(() => true)
          .catch(() => false)) ?? false
      const told: Note = went ? { position, state: 'done' } : { position, state: 'failed', reason: 'not-taken' }
      await note(run, id, of, [told], `told:${position}`)
    }
  }
}

const isToMail = (row: Row): boolean => row.state === 'waiting' && row.problem === null

async function drawn(run: JobRun, work: Work, row: Row): Promise<Paper> {
  const facts = { title: row.subject || work.title, author: work.office, language: row.language, on: work.on }
  const content = await letterPdf(run.files, run.organisationId, pagesOf(row), facts)
  return { ending: 'pdf', mediaType: 'application/pdf', content }
}

/** Taken in as a paper of the office: what was sent is kept. */
async function filed(run: JobRun, work: Work, name: string, fileId: string): Promise<string[]> {
  const paper = { fileId, name, arrivedBy: 'api', confidentiality: work.class } as const
  const taken = await run.dispatch(takeIn, paper, `take-in:${fileId}`)
  return taken.status === 'done' ? [taken.output.id] : []
}

async function printAll(run: JobRun, id: string, of: number, isOffice: boolean) {
  if (!isOffice) {
    const printed = await print(run, id, of)
    if (!printed) return {}
    const { fileId, work } = printed
    return { fileId, documentIds: await filed(run, work, fileName(null, work.title, 'pdf'), fileId) }
  }
  const parts = await printWordFiles(run, chunks(run, id, of), (rows, step) => note(run, id, of, rows, step))
  if (!parts) return {}
  const documentIds: string[] = []
  for (const part of parts.stored) documentIds.push(...(await filed(run, parts.work, part.name, part.fileId)))
  return { fileId: parts.fileId, documentIds }
}

async function carryOut(run: JobRun, id: string, of: number): Promise<void> {
  const { how, goesOn, isOffice } = await run.query(c.mergeWork, { id, run: of, after: 0, limit: 1 })
  if (!goesOn) return
  if (how === 'mail') await mail(run, id, of)
  const what = how === 'mail' ? {} : await printAll(run, id, of, isOffice)
  const outcome = await run.dispatch(c.noteMergeDone, { id, run: of, ...what }, 'done')
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

export const runMergeBody = implementJob(c.runMergeJob, {
  concurrency: 1,
  expireSeconds: 900,
  run: async (run, { id, run: of }) => {
    try {
      await carryOut(run, id, of)
    } catch (thrown) {
      // stopped by somebody: what was noted stays, the rest waits; stopped with the process: it goes on from there
      if (!(thrown instanceof Stopped) || run.signal.aborted) throw thrown
    }
  },
})
