/**
 * The fax server's folder: HylaFAX's `recvq`, or one that its FaxDispatch copies into. Faxes lie there as TIFF; they are read and left where
 * they are, since the server counts and sweeps them itself, and each is entered once by its name and bytes.
 */
import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { lookAgain, type Looking } from '../../kernel/outside/look-again.ts'
import type { OrganisationRow } from '../../kernel/platform/first-run.ts'
import { addressesOf } from '../../kernel/platform/organisation-addresses.ts'
import { takeIn } from '../documents/contract.ts'
import { receiveFax } from './contract.ts'
import { type FaxFile, faxFile } from './wires/tiff-tags.ts'
import { loggedSender } from './wires/transfer-log.ts'

export interface FaxFolder {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  /** `/var/spool/hylafax/recvq`; with several organisations each has a folder of its own inside, named by its address. */
  readonly folder: string
  readonly everyMs?: number
  /** A file that has not changed for so long is whole. */
  readonly stillMs?: number
}

const mostBytes = 100_000_000
const isFax = (name: string): boolean => /^[^.~].*\.tiff?$/i.test(name)

/** Null for what is no file, or larger than any fax. */
async function readWhole(path: string): Promise<Buffer | null> {
  // opens what lies there itself, never what a link points to, and waits for nobody at the other end of a pipe
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size } = await file.stat().then(one => (one.isFile() ? one : { size: Number.POSITIVE_INFINITY }))
    return size <= mostBytes ? await file.readFile() : null
  } finally {
    await file.close()
  }
}

/** The server's log lies beside its queue; without it the file's own tags must do. */
const logBeside = async (folder: string): Promise<string> => {
  for (const place of [join(dirname(folder), 'log/xferfaxlog'), join(folder, 'xferfaxlog')]) {
    const text = await readFile(place, 'latin1').catch(() => null)
    if (text !== null) return text.slice(-1_000_000)
  }
  return ''
}

interface Found {
  readonly organisation: OrganisationRow
  readonly folder: string
  readonly name: string
  readonly changedMs: number
}

async function placesOf(folder: string, organisations: readonly OrganisationRow[]) {
  const [only] = organisations
  if (organisations.length === 1 && only) return [{ organisation: only, folder }]
  const byId = new Map(organisations.map(one => [one.id, one]))
  return [...addressesOf(organisations)].map(([address, id]) => ({
    organisation: byId.get(id)!,
    folder: join(folder, address),
  }))
}

const ask = (kernel: Kernel, organisationId: string, command: string, input: object, key?: string) =>
  kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command,
    input,
    key,
    requestId: `fax-folder:${randomUUID()}`,
    surface: 'folder',
  })

const isKnown = (kernel: Kernel, organisationId: string, mark: string): Promise<boolean> =>
  inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query('select 1 from fax.fax where organisation_id = $1 and mark = $2', [
      organisationId,
      mark,
    ])
    return rows.length > 0
  })

/** The line of the fax server, where there is one. */
const serverLine = (kernel: Kernel, organisationId: string): Promise<string | null> =>
  inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from fax.line where organisation_id = $1 and way = 'server' and not retired order by is_default desc, id limit 1`,
      [organisationId],
    )
    return rows[0]?.id ?? null
  })

const zoneOf = (kernel: Kernel, organisationId: string): Promise<string> =>
  inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ zone: string }>(
      'select zone from kernel.organisation where organisation_id = $1',
      [organisationId],
    )
    return rows[0]?.zone ?? 'UTC'
  })

/** False for what is no fax, or was entered before. */
async function takeFax(kernel: Kernel, { organisation, folder, name, changedMs }: Found): Promise<boolean> {
  const bytes = await readWhole(join(folder, name))
  const fax = bytes && faxFile(bytes)
  if (!fax) return false
  const digest = createHash('sha256').update(bytes).digest('hex')
  const mark = `folder:${name.slice(0, 100)}:${digest}`
  if (await isKnown(kernel, organisation.id, mark)) return false
  const file = await kernel.files.put(organisation.id, bytes, { name, mediaType: 'image/tiff' })
  const sender = loggedSender(await logBeside(folder), name)
  const from = sender?.number || fax.sender
  const taken = await takenIn(kernel, organisation.id, { file, name, from }, mark)
  const input = {
    documentId: taken,
    lineId: await serverLine(kernel, organisation.id),
    number: from.slice(0, 60),
    name: sender?.name ?? '',
    pages: fax.pages,
    at: momentOf(fax, changedMs, await zoneOf(kernel, organisation.id)).toString(),
    mark,
  }
  const outcome = await ask(kernel, organisation.id, receiveFax.name, input)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return true
}

/** The paper of that file and name, where it was taken in and the fax was not entered any more: killed in between. */
const paperOf = (kernel: Kernel, organisationId: string, digest: Buffer, name: string): Promise<string | null> =>
  inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select p.document_id as id from documents.paper_fact p where p.organisation_id = $1 and p.digest = $2 and p.name = $3
         and not exists (select from fax.fax f where f.organisation_id = p.organisation_id and f.document_id = p.document_id)
       order by p.document_id desc limit 1`,
      [organisationId, digest, name],
    )
    return rows[0]?.id ?? null
  })

async function takenIn(
  kernel: Kernel,
  organisationId: string,
  { file, name, from }: { file: { id: string; digest: Buffer }; name: string; from: string },
  mark: string,
): Promise<string> {
  const input = { fileId: file.id, name, arrivedBy: 'folder', arrivedFrom: `fax ${from}`.trim() }
  const outcome = await ask(kernel, organisationId, takeIn.name, input, `fax:${mark}`)
  if (outcome.status === 'done') return (outcome.output as { id: string }).id
  const known = await paperOf(kernel, organisationId, file.digest, name)
  if (outcome.status === 'refused' && outcome.refusal.name === 'key-reused' && known) return known
  throw new Error(JSON.stringify(outcome))
}

/** The server's clock is the office's. */
const momentOf = ({ receivedAt }: FaxFile, changedMs: number, zone: string): Temporal.Instant =>
  receivedAt?.toZonedDateTime(zone).toInstant() ?? Temporal.Instant.fromEpochMilliseconds(Math.round(changedMs))

/** Looks until it is closed; a file that has been looked at is looked at again only when it has changed. */
export function openFaxFolder({
  kernel,
  organisations,
  log,
  folder,
  everyMs = 5_000,
  stillMs = 3_000,
}: FaxFolder): Looking {
  const settled = new Map<string, number>()

  async function lookInto(place: { organisation: OrganisationRow; folder: string }, isClosed: () => boolean) {
    let taken = 0
    for (const name of (await readdir(place.folder).catch(() => [])).filter(isFax).sort()) {
      const path = join(place.folder, name)
      if (isClosed()) break
      try {
        const { mtimeMs } = await stat(path)
        if (settled.get(path) === mtimeMs || Date.now() - mtimeMs < stillMs) continue
        if (await takeFax(kernel, { ...place, name, changedMs: mtimeMs })) taken++
        settled.set(path, mtimeMs)
      } catch (error) {
        log('warn', 'a fax could not be taken in; it is tried again', { name, error: String(error) })
      }
    }
    return taken
  }

  async function lookOnce(isClosed: () => boolean): Promise<number> {
    let taken = 0
    for (const place of await placesOf(folder, await organisations())) taken += await lookInto(place, isClosed)
    return taken
  }

  return lookAgain(everyMs, lookOnce, error =>
    log('warn', 'the folder of faxes cannot be looked into', { folder, error: String(error) }),
  )
}
