import { runCommand, storeFile } from '../../../../web/client.ts'
import { store } from '../../../../web/kit/store.ts'
import type { takeIn } from '../../contract.ts'

export interface Upload {
  readonly key: number
  readonly name: string
  /** 0 to 1 while its bytes go over. */
  readonly part: number
  readonly state: 'going' | 'taken' | 'failed'
  readonly problem?: string | undefined
}

/** Papers on their way in, whatever page one is on. */
export const uploadStore = store<readonly Upload[]>([])

let count = 0
/** So many at a time: a browser opens no more connections than that to one server anyway. */
const atOnce = 3

const change = (key: number, part: Partial<Upload>) =>
  uploadStore.set(uploadStore.get().map(upload => (upload.key === key ? { ...upload, ...part } : upload)))

async function takeOne(file: File, key: number): Promise<void> {
  try {
    const stored = await storeFile(file, part => change(key, { part }))
    const answer = await runCommand<typeof takeIn>('documents.take-in', {
      fileId: stored.id,
      name: file.name || 'photo.jpg',
      arrivedBy: 'upload',
    } as never)
    if (answer.status === 'done') change(key, { state: 'taken', part: 1 })
    else change(key, { state: 'failed', problem: answer.status === 'refused' ? answer.refusal.message : undefined })
  } catch (fault) {
    change(key, { state: 'failed', problem: (fault as { refusal?: { message: string } }).refusal?.message })
  }
}

/** Stores the files and takes them in, a few at a time; those that failed stay with the reason. */
export async function takeFilesIn(files: readonly File[]): Promise<void> {
  const waiting = files.map(file => ({ file, key: ++count }))
  uploadStore.set([
    ...uploadStore.get().filter(upload => upload.state !== 'taken'),
    ...waiting.map(({ file, key }) => ({ key, name: file.name, part: 0, state: 'going' as const })),
  ])
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await takeOne(next.file, next.key)
    }),
  )
}
