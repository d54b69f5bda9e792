import { onReached, type QueryFailure, runCommand, storeFile } from '../../../../web/client.ts'
import { store } from '../../../../web/kit/store.ts'
import type { takeIn } from '../../contract.ts'

export interface Upload {
  readonly key: number
  readonly name: string
  /** 0 to 1 while its bytes go over. */
  readonly part: number
  /** `offline`: Kontor was not reached; it goes on by itself when it is. */
  readonly state: 'waiting' | 'going' | 'taken' | 'failed' | 'offline'
  readonly problem?: string | undefined
  /** The document it became, and when, in milliseconds since 1970. */
  readonly id?: string
  readonly takenAt_ms?: number
}

/** Papers on their way in, whatever page one is on. */
export const uploadStore = store<readonly Upload[]>([])

/** What is sent, kept until it is taken in: a second attempt is the same act and sends nothing twice. */
interface Waiting {
  readonly file: File
  readonly idempotencyKey: string
  fileId?: string
}

const waiting = new Map<number, Waiting>()
let count = 0
let working = 0
let listening = false
/** So many at a time: a browser opens no more connections than that to one server anyway. */
const atOnce = 3
const longestName = 300

const change = (key: number, part: Partial<Upload>) =>
  uploadStore.set(uploadStore.get().map(upload => (upload.key === key ? { ...upload, ...part } : upload)))

/** A name too long for the server loses its middle, never its ending. */
const nameOf = ({ name }: File): string =>
  name.length > longestName ? `${name.slice(0, longestName - 41)}…${name.slice(-40)}` : name || 'photo.jpg'

async function takeOne(key: number, paper: Waiting): Promise<void> {
  change(key, { state: 'going', problem: undefined })
  try {
    paper.fileId ??= (await storeFile(paper.file, part => change(key, { part }))).id
    const answer = await runCommand<typeof takeIn>(
      'documents.take-in',
      { fileId: paper.fileId, name: nameOf(paper.file), arrivedBy: 'upload' } as never,
      { idempotencyKey: paper.idempotencyKey },
    )
    if (answer.status === 'done') {
      waiting.delete(key)
      change(key, { state: 'taken', part: 1, id: answer.output.id, takenAt_ms: Date.now() })
    } else if (answer.status === 'offline') change(key, { state: 'offline' })
    else change(key, { state: 'failed', problem: answer.status === 'refused' ? answer.refusal.message : undefined })
  } catch (fault) {
    const { reason, refusal } = fault as QueryFailure
    change(key, reason === 'offline' ? { state: 'offline', part: 0 } : { state: 'failed', problem: refusal?.message })
  }
}

/** Takes what waits, a few at a time. */
function work(): void {
  for (;;) {
    const next = uploadStore.get().find(({ state }) => state === 'waiting')
    const paper = next && waiting.get(next.key)
    if (!paper || working >= atOnce) return
    working++
    void takeOne(next.key, paper).finally(() => {
      working--
      work()
    })
  }
}

/** Tries those once more that failed, or that did not reach Kontor. */
export function tryAgain(which: (upload: Upload) => boolean): void {
  for (const upload of uploadStore.get())
    if (which(upload) && waiting.has(upload.key)) change(upload.key, { state: 'waiting', problem: undefined, part: 0 })
  work()
}

/** Forgets one that failed, or those that are done. */
export function forget(which: (upload: Upload) => boolean): void {
  for (const { key } of uploadStore.get().filter(which)) waiting.delete(key)
  uploadStore.set(uploadStore.get().filter(upload => !which(upload)))
}

const isUnderWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'going' || state === 'offline'

/** The connection came back; and whoever closes the window while papers are on their way is asked first. */
function listenOnce(): void {
  if (listening) return
  listening = true
  onReached(online => {
    if (online && uploadStore.get().some(({ state }) => state === 'offline'))
      tryAgain(({ state }) => state === 'offline')
  })
  addEventListener('beforeunload', event => {
    if (uploadStore.get().some(isUnderWay)) event.preventDefault()
  })
}

/** Stores the files and takes them in, a few at a time; those that failed stay with the reason. */
export function takeFilesIn(files: readonly File[]): void {
  listenOnce()
  const underWay = uploadStore.get().some(isUnderWay)
  const added = files.map(file => {
    const key = ++count
    waiting.set(key, { file, idempotencyKey: crypto.randomUUID() })
    return { key, name: file.name, part: 0, state: 'waiting' as const }
  })
  uploadStore.set([...uploadStore.get().filter(({ state }) => underWay || state !== 'taken'), ...added])
  work()
}
