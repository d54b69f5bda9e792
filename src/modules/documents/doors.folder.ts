/**
 * The watched folder: what is laid into it is taken in and moved to `taken`; what cannot be goes to `refused` with a
 * note why. With several organisations each has a folder of its own inside. Looking is by polling, since network
 * folders tell nobody.
 */
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { type OrganisationRow, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addressesOf, takeArriving } from './intake.ts'
import { lookAgain, type Looking } from './look-again.ts'

export interface FolderDoor {
  readonly kernel: Kernel
  readonly folder: string
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  readonly everyMs?: number
  /** A file that has not changed for so long is whole. */
  readonly stillMs?: number
  readonly principalId?: string
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

/** Opens what lies there itself, never what a link points to. */
async function openFile(path: string) {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
}

async function takeFile(
  { kernel, principalId }: FolderDoor,
  organisationId: string,
  folder: string,
  name: string,
  seen: Seen,
): Promise<void> {
  const file = await openFile(join(folder, name))
  try {
    const taken = await takeArriving(
      kernel,
      {
        organisationId,
        name,
        source: file.createReadStream({ autoClose: false }),
        arrivedBy: 'folder',
        surface: 'folder',
        occasion: `${Math.round(seen.changedMs)}`,
      },
      principalId ?? systemPrincipalId,
    )
    if (taken.status !== 'refused') {
      await moveInto(folder, name, 'taken')
      return
    }
    await refuseFile(folder, name, taken.name)
  } finally {
    await file.close()
  }
}

async function refuseFile(folder: string, name: string, reason: string): Promise<void> {
  const place = await moveInto(folder, name, 'refused')
  await writeFile(`${place}.reason.txt`, `${reason}\n`)
}

/** Watches until it is closed; one look at a time, and a fault of one file stops no other. */
export function openFolderDoor(door: FolderDoor): Looking {
  const { everyMs = 2_000, stillMs = 2_000, log } = door
  const seen = new Map<string, Seen>()

  async function lookInto(folder: string, organisationId: string, isClosed: () => boolean): Promise<number> {
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
        await takeFile(door, organisationId, folder, entry.name, { size, changedMs: mtimeMs, atMs: now })
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
    const organisations = await door.organisations()
    if (organisations.length === 0) return 0
    await mkdir(door.folder, { recursive: true })
    if (organisations.length === 1) return lookInto(door.folder, organisations[0]!.id, isClosed)
    let taken = 0
    for (const [address, id] of addressesOf(organisations)) {
      if (own.has(address)) continue
      const folder = join(door.folder, address)
      await mkdir(folder, { recursive: true })
      taken += await lookInto(folder, id, isClosed)
    }
    return taken
  }

  return lookAgain(everyMs, lookOnce, error =>
    log('warn', 'the watched folder cannot be looked into', { folder: door.folder, error: String(error) }),
  )
}
