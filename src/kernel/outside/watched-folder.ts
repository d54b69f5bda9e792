/**
 * A watched folder: what is laid into it is taken and moved to `taken`; what cannot be goes to `refused` with a note why. With
 * several organisations each has a folder of its own inside. Looking is by polling, since network folders tell nobody.
 */
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Log } from '../kernel.ts'
import type { OrganisationRow } from '../platform/first-run.ts'
import { addressesOf } from '../platform/organisation-addresses.ts'
import { Refusal } from '../refusal.ts'
import { lookAgain, type Looking } from './look-again.ts'

export interface Laid {
  readonly organisationId: string
  readonly name: string
  readonly source: Readable
  /** What makes it the same file when it is brought again after a crash, beside its bytes. */
  readonly occasion: string
}

export interface WatchedFolder {
  readonly folder: string
  /** A folder within each organisation's, which alone is looked into. */
  readonly within?: string
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  readonly everyMs?: number
  /** A file that has not changed for so long is whole. */
  readonly stillMs?: number
  /** Takes a file; null where that is done, else why it was refused. */
  take(laid: Laid): Promise<string | null>
}

const own: ReadonlySet<string> = new Set(['taken', 'refused'])
/** What copying programs call a file that is not whole yet, and what is nobody's paper. */
const unfinished = /^[.~]|\.(part|partial|crdownload|tmp|filepart)$|^(Thumbs\.db|desktop\.ini)$/i

interface Seen {
  readonly size: number
  readonly changedMs: number
  readonly atMs: number
}

/** Moves a file into a folder beside it, under a name that is free there. */
async function moveInto(folder: string, name: string, into: 'taken' | 'refused'): Promise<string> {
  await mkdir(join(folder, into), { recursive: true })
  for (let n = 0; ; n++) {
    const place = join(folder, into, n === 0 ? name : `${n} ${name}`)
    const free = await lstat(place).then(
      () => false,
      () => true,
    )
    if (!free) continue
    await rename(join(folder, name), place)
    return place
  }
}

async function takeFile(
  watched: WatchedFolder,
  organisationId: string,
  folder: string,
  name: string,
  changedMs: number,
) {
  // opens what lies there itself, never what a link points to
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const source = file.createReadStream({ autoClose: false })
    const refused = await watched.take({ organisationId, name, source, occasion: `${Math.round(changedMs)}` })
    if (refused === null) await moveInto(folder, name, 'taken')
    else await refuseFile(folder, name, refused)
  } finally {
    await file.close()
  }
}

async function refuseFile(folder: string, name: string, reason: string): Promise<void> {
  const place = await moveInto(folder, name, 'refused')
  await writeFile(`${place}.reason.txt`, `${reason}\n`)
}

/** Watches until it is closed; one look at a time, and a fault of one file stops no other. */
export function watchFolder(watched: WatchedFolder): Looking {
  const { everyMs = 2_000, stillMs = 2_000, log, within } = watched
  const seen = new Map<string, Seen>()

  async function lookInto(of: string, organisationId: string, isClosed: () => boolean): Promise<number> {
    const folder = within ? join(of, within) : of
    await mkdir(folder, { recursive: true })
    let taken = 0
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (isClosed() || !entry.isFile() || unfinished.test(entry.name)) continue
      const path = join(folder, entry.name)
      try {
        const { size, mtimeMs } = await lstat(path)
        const before = seen.get(path)
        const now = performance.now()
        if (!before || before.size !== size || before.changedMs !== mtimeMs) {
          seen.set(path, { size, changedMs: mtimeMs, atMs: now })
          if (stillMs > 0) continue
        } else if (now - before.atMs < stillMs) continue
        await takeFile(watched, organisationId, folder, entry.name, mtimeMs)
        seen.delete(path)
        taken++
      } catch (error) {
        if (error instanceof Refusal) await refuseFile(folder, entry.name, error.refusalName)
        else
          log('warn', 'a file of the watched folder could not be taken in; it is tried again', {
            name: entry.name,
            error: String(error),
          })
      }
    }
    return taken
  }

  async function lookOnce(isClosed: () => boolean): Promise<number> {
    const organisations = await watched.organisations()
    if (organisations.length === 0) return 0
    if (organisations.length === 1) return lookInto(watched.folder, organisations[0]!.id, isClosed)
    let taken = 0
    for (const [address, id] of addressesOf(organisations))
      if (!own.has(address)) taken += await lookInto(join(watched.folder, address), id, isClosed)
    return taken
  }

  return lookAgain(everyMs, lookOnce, error =>
    log('warn', 'the watched folder cannot be looked into', { folder: watched.folder, error: String(error) }),
  )
}
