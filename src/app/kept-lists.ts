/**
 * Lists beside the database, a file for each organisation and a line of JSON for each entry: a backup that is older than an erasure
 * brings back what nobody may have any more, so after a restore they are gone through again.
 */
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { idPattern, newId } from '../kernel/ids.ts'
import { organisations, systemPrincipalId } from '../kernel/platform/first-run.ts'
import type { Composed } from './compose.ts'

/** The lists' folder in the data folder. */
export const ERASURES = 'erasures'

/** Reads and writes the files of one kind: `<organisation><suffix>`; `keyOf` tells entries apart, `isOne` what is none. */
export function listsOf<Entry>(suffix: string, isOne: (entry: Entry) => boolean, keyOf: (entry: Entry) => string) {
  const pathOf = (dataDir: string, organisationId: string) => join(dataDir, ERASURES, `${organisationId}${suffix}`)

  /** Half a line, written when the power went, is none. */
  async function read(path: string): Promise<Entry[]> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n').flatMap(line => {
      try {
        const entry = JSON.parse(line) as Entry
        return isOne(entry) ? [entry] : []
      } catch {
        return []
      }
    })
  }

  /** Adds those that are not there yet; gives how many there are then. */
  async function add(path: string, entries: readonly Entry[]): Promise<number> {
    const known = new Set((await read(path)).map(keyOf))
    const fresh = entries.filter(entry => !known.has(keyOf(entry)))
    if (fresh.length > 0) {
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const before = await readFile(path, 'utf8').catch(() => '')
      const lines = fresh.map(entry => `${JSON.stringify(entry)}\n`).join('')
      // A line of its own, whatever half of one stands before.
      await appendFile(path, before === '' || before.endsWith('\n') ? lines : `\n${lines}`, {
        mode: 0o600,
        flush: true,
      })
    }
    return known.size + fresh.length
  }

  return {
    read: (dataDir: string, organisationId: string) => read(pathOf(dataDir, organisationId)),
    add: (dataDir: string, organisationId: string, entries: readonly Entry[]) =>
      add(pathOf(dataDir, organisationId), entries),
    /** Lays lists from another place beside the database, each entry once; gives how many there are now. */
    async adopt(from: string, dataDir: string): Promise<number> {
      let count = 0
      for (const name of await readdir(from)) {
        const organisationId = name.slice(0, -suffix.length)
        if (name !== `${organisationId}${suffix}` || !idPattern.test(organisationId)) continue
        count += await add(pathOf(dataDir, organisationId), await read(join(from, name)))
      }
      return count
    },
  }
}

const coalesceMs = 500

/** Keeps lists up to date: now, and soon after acts. The returned function writes the last and ends it. */
export async function keepWritten(
  { kernel, ground }: Composed,
  what: string,
  writeDown: (organisationId: string) => Promise<void>,
): Promise<() => Promise<void>> {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    timer = undefined
    const now = [...waiting]
    waiting.clear()
    for (const organisationId of now) {
      await writeDown(organisationId).catch(error =>
        kernel.log('warn', `the list of ${what} could not be written`, { error: String(error) }),
      )
    }
  }
  for (const { id } of await organisations(ground)) waiting.add(id)
  await flush()
  const off = kernel.onCommitted(organisationId => {
    waiting.add(organisationId)
    timer ??= setTimeout(() => void flush(), coalesceMs)
  })
  return async () => {
    off()
    clearTimeout(timer)
    await flush()
  }
}

/** Does again what a restored backup has undone, as an act of Kontor itself. */
export async function doAgain(
  { kernel }: Composed,
  organisationId: string,
  command: string,
  input: object,
): Promise<void> {
  const request = { organisationId, principalId: systemPrincipalId, mandateId: null, requestId: newId() }
  const outcome = await kernel.dispatch({ ...request, command, input, surface: 'restore' })
  if (outcome.status !== 'done')
    throw new Error(`${command} could not be done again after the restore: ${JSON.stringify(outcome)}`)
}
