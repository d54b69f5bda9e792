/** Files on disk by content hash: `<root>/<organisation>/ab/cd/<sha256>`; written aside, synced, then renamed. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inReadOnly, inTransaction } from '../database/transaction.ts'
import type { Pool } from '../database/pool.ts'
import { newId } from '../ids.ts'
import { kernelRefusals, refuse } from '../refusal.ts'
import { sniffMediaType } from './sniff.ts'
import type { FileStore, StoredFile } from './store.ts'

const defaultLimitBytes = 200 * 1024 * 1024

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Writes a stream to a file beside its place; gives what was written. Nothing is left behind when it fails. */
async function writeAside(root: string, source: Readable, limitBytes: number) {
  const path = join(root, 'incoming', randomUUID())
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  const start: Buffer[] = []
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) {
        try {
          refuse(kernelRefusals.fileTooLarge, { limitBytes })
        } catch (error) {
          done(error as Error)
        }
        return
      }
      if (sizeBytes - chunk.length < 4096) start.push(chunk)
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(source, measure, createWriteStream(path, { flush: true, mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, digest: hash.digest(), sizeBytes, start: Buffer.concat(start).subarray(0, 4096) }
}

/** Bytes come in and go out one after the other, so that none go while the same come in. Parameters: organisation, digest. */
const lockOnBytes =
  "select pg_advisory_xact_lock(hashtextextended('kernel.file ' || $1::text || encode($2::bytea, 'hex'), 0))"

/** The disk's file store. The row in `kernel.file` follows the bytes, never the other way round. */
export function diskFiles(root: string, pool: Pool, clock?: () => Temporal.Instant): FileStore {
  const placeOf = (organisationId: string, digest: Buffer): string => {
    const hex = digest.toString('hex')
    return join(root, organisationId, hex.slice(0, 2), hex.slice(2, 4), hex)
  }

  return {
    async put(organisationId, source, about) {
      const stream =
        source instanceof Readable
          ? source
          : Readable.from([Buffer.from(source.buffer, source.byteOffset, source.byteLength)])
      const written = await writeAside(root, stream, about.limitBytes ?? defaultLimitBytes)
      const place = placeOf(organisationId, written.digest)
      await mkdir(dirname(place), { recursive: true })
      const name =
        about.name
          .normalize('NFC')
          .replace(/[\p{Cc}\p{Cs}/\\]/gu, '_')
          .slice(0, 255) || 'unnamed'
      return inTransaction(pool, organisationId, { clock }, async ({ tx, client, at }) => {
        await client.query(lockOnBytes, [organisationId, written.digest])
        await rename(written.path, place)
        await syncFolder(dirname(place))
        const file: StoredFile = {
          id: newId(),
          digest: written.digest,
          sizeBytes: written.sizeBytes,
          mediaType: sniffMediaType(written.start, name, about.mediaType),
          name,
        }
        await tx
          .insertInto('kernel.file')
          .values({
            organisation_id: organisationId,
            id: file.id,
            digest: file.digest,
            size_bytes: BigInt(file.sizeBytes),
            media_type: file.mediaType,
            name,
            stored_at: at,
          })
          .execute()
        return { keep: true, value: file }
      }).catch(async error => {
        await rm(written.path, { force: true })
        throw error
      })
    },

    find: (organisationId, id) =>
      inReadOnly(pool, organisationId, clock, async ({ tx }) => {
        const row = await tx
          .selectFrom('kernel.file')
          .selectAll()
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .executeTakeFirst()
        return row
          ? {
              id: row.id,
              digest: row.digest,
              sizeBytes: Number(row.size_bytes),
              mediaType: row.media_type,
              name: row.name,
            }
          : null
      }),

    async open(organisationId, digest) {
      const place = placeOf(organisationId, digest)
      await stat(place)
      return createReadStream(place)
    },
    remove: (organisationId, digest) =>
      inTransaction(pool, organisationId, { clock }, async ({ tx, client }) => {
        await client.query(lockOnBytes, [organisationId, digest])
        const named = await tx
          .selectFrom('kernel.file')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('digest', '=', digest)
          .limit(1)
          .execute()
        const place = placeOf(organisationId, digest)
        if (named.length === 0) {
          await rm(place, { force: true })
          await syncFolder(dirname(place)).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'ENOENT') throw error
          })
        }
        return { keep: true, value: named.length === 0 }
      }),
    bytes: (organisationId, digest) => readFile(placeOf(organisationId, digest)),
    path: placeOf,
  }
}
