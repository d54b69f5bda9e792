/** What is asked of printers (RFC 8011 4): how they are, to print, how far a job is, to stop it. */
import { attributesOf, numbersOf, textsOf } from '../../../formats/ipp/decode.ts'
import {
  groupTags,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  valueTags as tags,
} from '../../../formats/ipp/types.ts'
import type { JobState } from '../contract.ts'
import { askPrinter, type Heard, PrinterFault, type Reached } from './post.ts'

export const operations = {
  printJob: 0x0002,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const

const one = (tag: IppValue['tag'], name: string, ...values: readonly unknown[]): IppAttribute => ({
  name,
  values: values.map(value => ({ tag, value }) as IppValue),
})
export const keyword = (name: string, ...values: readonly string[]) => one(tags.keyword, name, ...values)
export const integer = (name: string, value: number) => one(tags.integer, name, value)
export const enumerated = (name: string, ...values: readonly number[]) => one(tags.enum, name, ...values)
export const nameOf = (name: string, value: string) => one(tags.name, name, cut(value))
export const collection = (name: string, ...members: readonly IppAttribute[]) => one(tags.begCollection, name, members)

/** Names are 255 octets at most (RFC 8011 5.1.3). */
const cut = (text: string): string => {
  let kept = text
  while (Buffer.byteLength(kept) > 255) kept = [...kept].slice(0, -1).join('')
  return kept
}

export interface Asked {
  readonly operation: number
  readonly user?: string
  readonly about?: readonly IppAttribute[]
  readonly job?: readonly IppAttribute[]
  readonly data?: Uint8Array
}

let requests = 0

const messageOf = (uri: string, { operation, user, about = [], job = [], data }: Asked): IppMessage => {
  const operationGroup: IppGroup = {
    tag: groupTags.operation,
    attributes: [
      one(tags.charset, 'attributes-charset', 'utf-8'),
      one(tags.naturalLanguage, 'attributes-natural-language', 'en'),
      one(tags.uri, 'printer-uri', uri),
      ...(about[0]?.name === 'job-id' ? [about[0]] : []),
      ...(user ? [nameOf('requesting-user-name', user)] : []),
      ...(about[0]?.name === 'job-id' ? about.slice(1) : about),
    ],
  }
  return {
    version: 0x0101,
    code: operation,
    requestId: (requests = (requests % 1_000_000) + 1),
    groups: [operationGroup, ...(job.length ? [{ tag: groupTags.job, attributes: job }] : [])],
    data: data ?? new Uint8Array(),
  }
}

/** Statuses below 0x0100 are successes (RFC 8011 appendix B). */
export async function ask(reached: Reached, asked: Asked): Promise<Heard> {
  const heard = await askPrinter(reached, messageOf(reached.uri, asked))
  const { code } = heard.answer
  if (code < 0x0100) return heard
  const said = textsOf(attributesOf(heard.answer, groupTags.operation).get('status-message'))[0] ?? ''
  throw new IppRefused(code, said)
}

export class IppRefused extends PrinterFault {
  readonly status: number
  constructor(status: number, said: string) {
    super('refused', `0x${status.toString(16).padStart(4, '0')} ${said}`.trim())
    this.status = status
  }
  /** It may be otherwise in a while: busy, not accepting jobs now, an inner fault. */
  get passes(): boolean {
    return this.status >= 0x0500
  }
}

export interface JobSeen {
  readonly state: JobState
  readonly number: number
  readonly reasons: readonly string[]
  readonly sheets: number | null
}

/** RFC 8011 5.3.7. */
const jobStates: Readonly<Record<number, JobState>> = {
  3: 'printing',
  4: 'held',
  5: 'printing',
  6: 'held',
  7: 'cancelled',
  8: 'failed',
  9: 'done',
}

export function jobSeen({ answer }: Heard): JobSeen {
  const job = attributesOf(answer, groupTags.job)
  const [number] = numbersOf(job.get('job-id'))
  if (number === undefined) throw new PrinterFault('no-printer', 'no job-id')
  return {
    number,
    state: jobStates[numbersOf(job.get('job-state'))[0] ?? 3] ?? 'printing',
    reasons: textsOf(job.get('job-state-reasons'))
      .filter(reason => reason !== 'none')
      .slice(0, 30),
    sheets:
      numbersOf(job.get('job-media-sheets-completed'))[0] ?? numbersOf(job.get('job-impressions-completed'))[0] ?? null,
  }
}

export const jobWanted = keyword(
  'requested-attributes',
  'job-id',
  'job-name',
  'job-state',
  'job-state-reasons',
  'job-media-sheets-completed',
  'job-impressions-completed',
)

export const followPrinting = async (reached: Reached, number: number): Promise<JobSeen> =>
  jobSeen(await ask(reached, { operation: operations.getJobAttributes, about: [integer('job-id', number), jobWanted] }))

export const stopPrinting = (reached: Reached, number: number, user: string): Promise<Heard> =>
  ask(reached, { operation: operations.cancelJob, user, about: [integer('job-id', number)] })

/** A job of that name that the printer has or had: what a job that was killed had handed over already. */
export async function findPrinting(reached: Reached, name: string): Promise<JobSeen | null> {
  for (const which of ['not-completed', 'completed']) {
    const { answer, certificate } = await ask(reached, {
      operation: operations.getJobs,
      about: [integer('limit', 100), jobWanted, keyword('which-jobs', which)],
    })
    for (const group of answer.groups.filter(({ tag }) => tag === groupTags.job)) {
      const names = textsOf(group.attributes.find(attribute => attribute.name === 'job-name'))
      if (names[0] === cut(name)) return jobSeen({ answer: { ...answer, groups: [group] }, certificate })
    }
  }
  return null
}
