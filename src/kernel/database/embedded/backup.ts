import { copyFile, cp, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { giveTo, serverAccount } from './account.ts'
import type { Connection } from './connection.ts'
import { placesOf } from './places.ts'
import { filesUnder, SUMS, syncFolder, writeSums, writeSynced } from './sums.ts'

/** The parts of a backup's folder. */
export const BACKUP = {
  about: 'kontor-backup.json',
  database: 'database',
  files: 'files',
  settings: 'settings',
} as const

/** Settings that the operator wrote into the data folder. */
export const OPERATOR_FILES: readonly string[] = ['kontor.conf', 'postgres.conf']

/** What a backup is made of. */
export interface BackupSource {
  /** The embedded database, running: `superuser` and `dataDir` of startEmbedded's answer. */
  readonly superuser: Connection
  readonly dataDir: string
  /** Where the originals are kept; files in its `incoming` folder are not yet anybody's. */
  readonly filesDir: string
}

/** What was backed up. */
export interface BackupSummary {
  readonly format: 1
  /** ISO 8601, UTC. */
  readonly takenAt: string
  readonly postgres: string
  readonly databaseBytes: number
  readonly files: number
}

/**
 * Copies a running Kontor into an empty folder: first the database (a consistent copy made by PostgreSQL itself, with the log
 * to roll it to its end), then the originals, so that every row finds its file: they are written before their rows and never
 * changed. On the same file system they are hard links and take no room. The list of checksums is written last: without it,
 * the backup is not one.
 */
export async function backup(source: BackupSource, targetDir: string): Promise<BackupSummary> {
  await emptyFolder(targetDir)
  const postgres = await copyDatabase(source, join(targetDir, BACKUP.database))
  const files = await copyFiles(source.filesDir, join(targetDir, BACKUP.files))
  await mkdir(join(targetDir, BACKUP.settings), { mode: 0o700 })
  for (const name of OPERATOR_FILES) {
    await copyFile(join(source.dataDir, name), join(targetDir, BACKUP.settings, name)).catch(ignoreMissing)
  }
  const databaseBytes = (await stat(join(targetDir, BACKUP.database, 'base.tar'))).size
  const summary: BackupSummary = { format: 1, takenAt: new Date().toISOString(), postgres, databaseBytes, files }
  await writeSynced(join(targetDir, BACKUP.about), `${JSON.stringify(summary, null, 2)}\n`)
  await writeSums(targetDir)
  for (const folder of ['.', ...Object.values(BACKUP).slice(1)]) await syncFolder(join(targetDir, folder))
  return summary
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function emptyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if ((await readdir(path)).length > 0) throw new Error(`${path} is not empty: a backup wants a folder of its own`)
}

/**
 * PostgreSQL writes the copy itself, under its own account; that may not reach the target (as root, mostly), so it writes into
 * the data folder and the copy is moved.
 */
async function copyDatabase(source: BackupSource, target: string): Promise<string> {
  const staging = join(source.dataDir, `.backup-${process.pid}`)
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { mode: 0o700 })
  try {
    await giveTo(staging, serverAccount(placesOf(source.dataDir).cluster))
    const version = await baseBackup(source.superuser, staging)
    if (process.getuid?.() === 0) await giveTo(staging, { uid: 0, gid: 0 })
    await rename(staging, target).catch(async error => {
      if (error.code !== 'EXDEV') throw error
      await cp(staging, target, { recursive: true })
      for (const path of await filesUnder(target)) await syncFile(join(target, path))
    })
    return version
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function baseBackup(superuser: Connection, staging: string): Promise<string> {
  const client = new pg.Client({ ...superuser, replication: 'true' } as pg.ClientConfig)
  await client.connect()
  try {
    const detail = staging.replaceAll("'", "''")
    await client.query(
      `BASE_BACKUP (LABEL 'kontor', TARGET 'server', TARGET_DETAIL '${detail}', CHECKPOINT 'fast', WAL true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')`,
    )
    const shown = await client.query<{ server_version: string }>('SHOW server_version')
    return shown.rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

async function copyFiles(from: string, to: string): Promise<number> {
  await mkdir(to, { mode: 0o700 })
  const paths = (await filesUnder(from)).filter(path => !path.startsWith('incoming/'))
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    await linkOrCopy(join(from, path), join(to, path))
  }
  return paths.length
}

/** Gives a file a second place; one that was erased meanwhile is left out. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    if (code === 'EEXIST') throw error
    await copyFile(from, to)
    await syncFile(to)
  }
}

/** The name of the list of checksums, without which a folder is no whole backup. */
export const LAST_WRITTEN = SUMS
