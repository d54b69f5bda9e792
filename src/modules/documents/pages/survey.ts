/** What a scan says of itself before it is read: separator sheets between its papers, the label of its archive number. */
import type { JobRun } from '../../../kernel/implement.ts'
import { officeMarks, recordParts } from '../contract/pages.ts'
import { surveyInChild } from '../reading/in-child.ts'
import { ReadingProblem } from '../reading/problem.ts'
import type { Survey } from '../reading/survey.ts'
import { partsOfMark } from './archive-number.ts'
import { cutAndStore, partName } from './cut-job.ts'
import { between } from './lay-out.ts'

const longestSurveyMs = 120_000

interface Behind {
  readonly classCodeId: string | null
  readonly matterId: string | null
}

export interface Marked {
  readonly survey: Survey
  /** Pages of the file that are separator sheets of this office. */
  readonly separators: ReadonlyMap<number, Behind>
  /** Archive numbers of this office's labels, in the order of the pages. */
  readonly numbers: readonly number[]
}

const nothing: Marked = {
  survey: { mediaKind: 'unknown', pages: 0, marks: [] },
  separators: new Map(),
  numbers: [],
}

/** Looks for this office's own codes; a stranger's, or one that was never printed, is nothing. */
export async function surveyMarks(run: JobRun, source: string | Uint8Array, name: string): Promise<Marked> {
  const survey = await surveyInChild(source, name, longestSurveyMs, run.signal).catch((thrown: unknown) => {
    // What cannot be opened is told by the reading, which comes next.
    if (thrown instanceof ReadingProblem) return null
    throw thrown
  })
  run.signal.throwIfAborted()
  if (survey === null || survey.marks.length === 0) return nothing
  const { rows, lastLabel } = await run.query(officeMarks, {})
  const known = new Map(rows.map(row => [row.token, row]))
  const separators = new Map<number, Behind>()
  const numbers: number[] = []
  for (const { page, text } of survey.marks) {
    const { token, number } = partsOfMark(text)
    const mark = known.get(token)
    if (mark?.kind === 'separator' && number === null) separators.set(page, mark)
    if (mark?.kind === 'label' && number !== null && number >= 1 && number <= lastLabel) numbers.push(number)
  }
  return { survey, separators, numbers: [...new Set(numbers)] }
}

/** Splits a batch by its separator sheets; false where there are none, or nothing but them. */
export async function splitBySeparators(
  run: JobRun,
  { documentId, readingId, digest, name }: { documentId: string; readingId: string; digest: string; name: string },
  { survey, separators }: Marked,
): Promise<boolean> {
  if (separators.size === 0 || (survey.mediaKind !== 'pdf' && survey.mediaKind !== 'image')) return false
  const stretches = between(survey.pages, separators)
  if (stretches.length === 0) return false
  const stored = await cutAndStore(run, {
    files: [{ digest, mediaKind: survey.mediaKind }],
    parts: stretches.map(({ pages }, index) => ({
      name: partName(name, index + 1),
      pages: pages.map(page => ({ file: 0, page, turned: 0 as const })),
    })),
  })
  const outcome = await run.dispatch(
    recordParts,
    {
      olds: [{ id: documentId, pages: [] }],
      cutId: readingId,
      by: 'separator',
      parts: stored.map((file, index) => ({
        ...file,
        pages: [...stretches[index]!.pages],
        classCodeId: stretches[index]!.mark?.classCodeId ?? null,
        matterId: stretches[index]!.mark?.matterId ?? null,
      })),
    },
    'parts',
  )
  if (outcome.status === 'refused' && outcome.refusal.name === 'cutting-outdated') return true
  if (outcome.status !== 'done') throw new Error(`batch not split: ${JSON.stringify(outcome)}`)
  return true
}
