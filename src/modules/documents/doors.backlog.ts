/**
 * Folders of old files that are still being filled: what came since the last taking-in goes the way of the rest. Looking is by
 * polling, since network folders tell nobody; nothing is asked of the database while a folder looks as it did.
 */
import { createHash } from 'node:crypto'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import type { OrganisationRow } from '../../kernel/platform/first-run.ts'
import { lookAgain, type Looking } from '../../kernel/outside/look-again.ts'
import { mappedFolderOf } from './backlog/folders.ts'
import { isStill, openSource } from './backlog/source.ts'
import { backlogSource, followedBacklogs, goOnWithBacklog } from './contract.ts'

export interface BacklogDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  readonly everyMs?: number
  /** A file that nobody has written to for so long is whole. */
  readonly stillMs?: number
}

interface Seen {
  readonly signature: string
  readonly paths: readonly string[]
}

/** What lies in a folder, and a sign that changes with it; files that are still being written are not there yet. */
async function lookInto(folder: string, stillMs: number): Promise<Seen> {
  const source = await openSource(folder)
  try {
    const hash = createHash('sha256')
    const paths: string[] = []
    for await (const file of source.files()) {
      const still = isStill(file, stillMs)
      hash.update(`${file.path}\0${file.sizeBytes}\0${still}\n`)
      if (still) paths.push(file.path)
    }
    return { signature: hash.digest('hex'), paths }
  } finally {
    source.close()
  }
}

/** Follows until it is closed; one look at a time, and a fault of one folder stops no other. */
export function openBacklogDoor(door: BacklogDoor): Looking {
  const { kernel, everyMs = 60_000, stillMs = 10_000, log } = door
  const known = new Map<string, string>()

  const ask = async (organisationId: string, query: string, input: object) => {
    const as = { organisationId, principalId: systemPrincipalId, requestId: newId() }
    const answer = await kernel.ask({ ...as, query, input })
    if (answer.status !== 'done') throw new Error(`${query}: ${answer.refusal.name}`)
    return answer.output
  }

  async function lookAt(organisationId: string, { id, folder }: { id: string; folder: string }): Promise<number> {
    const { signature, paths } = await lookInto(folder, stillMs)
    if (known.get(id) === signature) return 0
    const is = backlogSource.output.parse(await ask(organisationId, backlogSource.name, { id }))
    const done = new Set(is.done)
    const mapped = new Set(is.folders.map(({ path }) => path))
    const leftOut = new Set(is.folders.filter(one => one.leftOut).map(({ path }) => path))
    const wanted = paths.filter(path => !leftOut.has(mappedFolderOf(path, mapped)))
    if (wanted.some(path => !done.has(path))) {
      const outcome = await kernel.dispatch({
        organisationId,
        principalId: systemPrincipalId,
        mandateId: null,
        command: goOnWithBacklog.name,
        input: { id, files: wanted.length },
        requestId: newId(),
        surface: 'folder',
      })
      // Somebody ended or stopped it this moment: then it is followed no more.
      if (outcome.status !== 'done' && outcome.status !== 'refused') throw new Error(JSON.stringify(outcome))
      if (outcome.status === 'done') return 1
    }
    known.set(id, signature)
    return 0
  }

  async function lookOnce(isClosed: () => boolean): Promise<number> {
    let begun = 0
    for (const { id: organisationId } of await door.organisations()) {
      const { rows } = followedBacklogs.output.parse(await ask(organisationId, followedBacklogs.name, {}))
      for (const row of rows) {
        if (isClosed()) return begun
        try {
          begun += await lookAt(organisationId, row)
        } catch (error) {
          log('warn', 'a folder of old files cannot be followed now; it is tried again', {
            folder: row.folder,
            error: String(error),
          })
        }
      }
    }
    return begun
  }

  return lookAgain(everyMs, lookOnce, error =>
    log('warn', 'folders of old files cannot be followed now', { error: String(error) }),
  )
}
