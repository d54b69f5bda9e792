/** Makes the files of a split or a join. Done again, it finds that nobody awaits it any more. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { cleanName } from '../clean-text.ts'
import { cutJob, cuttable, putBack, recordParts } from '../contract/pages.ts'
import { cutInChild } from '../reading/in-child.ts'
import type { PageWanted } from '../reading/cut.ts'
import { ReadingProblem } from '../reading/problem.ts'
import { splitBefore } from './lay-out.ts'

const longestCuttingMs = 240_000

/** Where the child finds bytes: a path, or the bytes themselves where the store has none. */
export async function sourceOf(run: JobRun, digest: string): Promise<string | Uint8Array> {
  const bytes = Buffer.from(digest, 'hex')
  return run.files.path(run.organisationId, bytes) ?? (await run.files.bytes(run.organisationId, bytes))
}

export interface Cutting {
  readonly files: readonly { readonly digest: string; readonly mediaKind: 'pdf' | 'image' }[]
  readonly parts: readonly { readonly name: string; readonly pages: readonly PageWanted[] }[]
}

/** Cuts in the child and stores what came of it; gives the stored files in their order. */
export async function cutAndStore(run: JobRun, { files, parts }: Cutting): Promise<{ fileId: string; name: string }[]> {
  const sources = await Promise.all(
    files.map(async ({ digest, mediaKind }) => ({ source: await sourceOf(run, digest), mediaKind })),
  )
  const made = await cutInChild(
    sources,
    parts.map(({ pages }) => pages),
    longestCuttingMs,
    run.signal,
  )
  const stored: { fileId: string; name: string }[] = []
  for (const [index, bytes] of made.entries()) {
    run.signal.throwIfAborted()
    const { name } = parts[index]!
    const file = await run.files.put(run.organisationId, bytes, { name, mediaType: 'application/pdf' })
    stored.push({ fileId: file.id, name })
  }
  return stored
}

/** `scan 2.pdf`: the second paper of scan.tiff. */
export const partName = (name: string, number: number | null): string =>
  cleanName(`${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 180)}${number === null ? '' : ` ${number}`}.pdf`)

export const cutJobBody = implementJob(cutJob, {
  retryLimit: 5,
  expireSeconds: 600,
  concurrency: 1,
  async run(run, { ids, cutId, before }) {
    const { awaited, papers } = await run.query(cuttable, { ids, cutId })
    if (!awaited) return
    const wanted = papers.map((paper, file) =>
      paper.pages.map(({ page, turned }) => ({ file, page, turned: turned as PageWanted['turned'] })),
    )
    const [only] = papers
    const numbers = papers.length === 1 ? splitBefore(only!.pages.length, before) : []
    const parts =
      numbers.length > 0
        ? numbers.map((pages, index) => ({
            name: partName(only!.name, index + 1),
            pages: pages.map(number => wanted[0]![number - 1]!),
          }))
        : [{ name: partName(only!.name, null), pages: wanted.flat() }]
    try {
      const stored = await cutAndStore(run, { files: papers, parts })
      const outcome = await run.dispatch(
        recordParts,
        {
          olds: papers.map(({ id, pages }) => ({ id, pages: pages.map((_, index) => index + 1) })),
          cutId,
          by: 'person',
          parts: stored.map((file, index) => ({
            ...file,
            pages: numbers[index] ?? [],
            classCodeId: null,
            matterId: null,
          })),
        },
        'record',
      )
      if (outcome.status === 'refused' && outcome.refusal.name === 'cutting-outdated') return
      if (outcome.status !== 'done') throw new Error(`parts not recorded: ${JSON.stringify(outcome)}`)
    } catch (thrown) {
      if (!(thrown instanceof ReadingProblem) || thrown.finding.name === 'reading-cancelled') throw thrown
      // What cannot be cut stays whole: nobody's paper disappears over it.
      const outcome = await run.dispatch(putBack, { ids }, 'put-back')
      if (outcome.status !== 'done' && outcome.status !== 'refused') throw new Error(JSON.stringify(outcome))
    }
  },
})
