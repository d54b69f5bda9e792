import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { giveTo, serverAccount } from './account.ts'
import { BACKUP, type BackupSummary, LAST_WRITTEN, OPERATOR_FILES } from './backup.ts'
import { placesOf } from './places.ts'
import { compareSums, filesUnder, syncFolder } from './sums.ts'
import { type Unpacked, unpack } from './tar.ts'

/** The backup is not whole, or there is something where it should go; the message says what. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

/** Looks whether a backup is whole: every file there, unchanged. Returns what it holds. */
export async function verifyBackup(sourceDir: string): Promise<BackupSummary> {
  const has = await readdir(sourceDir).catch((): string[] => [])
  if (!has.includes(LAST_WRITTEN))
    throw new RestoreRefused(`${sourceDir} holds no whole backup: ${LAST_WRITTEN} is missing`)
  const problems = await compareSums(sourceDir)
  if (problems.length > 0) {
    throw new RestoreRefused(`The backup in ${sourceDir} is damaged:\n${problems.slice(0, 20).join('\n')}`)
  }
  const about = JSON.parse(await readFile(join(sourceDir, BACKUP.about), 'utf8')) as BackupSummary
  if (about.format !== 1) throw new RestoreRefused(`The backup has format ${about.format}: a newer Kontor made it`)
  return about
}

/** What an older backup must not bring back; it stays where it is. */
export const KEPT_BESIDE: readonly string[] = ['erasures']

/**
 * Puts a backup into a data folder that holds nothing (but the operator's own settings and the list of erasures, which are kept). Everything is
 * checked before and while it is written. The database is rolled to the backup's end when Kontor is next started.
 */
export async function restore(sourceDir: string, dataDir: string, filesDir: string): Promise<BackupSummary> {
  const places = placesOf(dataDir)
  await refuseOccupied(places.dataDir)
  const about = await verifyBackup(sourceDir)
  const account = serverAccount(places.cluster)
  await mkdir(places.dataDir, { recursive: true, mode: account ? 0o711 : 0o700 })
  const aside = join(places.dataDir, '.restoring')
  try {
    await layOutDatabase(join(sourceDir, BACKUP.database), aside)
    await layOutFiles(join(sourceDir, BACKUP.files), filesDir)
    await layOutSettings(join(sourceDir, BACKUP.settings), places.dataDir)
    await giveTo(aside, account)
    await rename(aside, places.cluster)
    await syncFolder(places.dataDir)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
  return about
}

async function refuseOccupied(dataDir: string): Promise<void> {
  const found = await readdir(dataDir).catch(error => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const others = found.filter(
    name => !OPERATOR_FILES.includes(name) && !KEPT_BESIDE.includes(name) && !name.startsWith('postgresql-'),
  )
  if (others.length === 0) return
  throw new RestoreRefused(`${dataDir} is not empty (${others.slice(0, 5).join(', ')}): move it away first`)
}

interface ManifestFile {
  readonly Path: string
  readonly Size: number
  readonly Checksum: string
}

/** PostgreSQL's list of the copy's files; its last line holds the sum over everything before. */
async function readManifest(path: string): Promise<Map<string, ManifestFile>> {
  const text = await readFile(path, 'utf8')
  const manifest = JSON.parse(text) as { Files: ManifestFile[]; 'Manifest-Checksum': string }
  const covered = text.slice(0, text.lastIndexOf('"Manifest-Checksum"'))
  const sum = createHash('sha256').update(covered).digest('hex')
  if (sum !== manifest['Manifest-Checksum']) throw new RestoreRefused('The list of the database’s files is damaged')
  return new Map(manifest.Files.map(file => [file.Path, file]))
}

async function layOutDatabase(from: string, to: string): Promise<void> {
  const wanted = await readManifest(join(from, 'backup_manifest'))
  await mkdir(to, { mode: 0o700 })
  for await (const file of unpack(join(from, 'base.tar'), to)) {
    const isLog = file.path.startsWith('pg_wal/') && !wanted.has(file.path)
    if (isLog) continue
    checkFile(file, wanted.get(file.path))
    wanted.delete(file.path)
  }
  const [missing] = wanted.keys()
  if (missing !== undefined) throw new RestoreRefused(`The copy of the database lacks ${missing}`)
}

function checkFile(file: Unpacked, wanted: ManifestFile | undefined): void {
  if (!wanted) throw new RestoreRefused(`The copy of the database has ${file.path}, which its list has not`)
  if (file.size === wanted.Size && file.sha256 === wanted.Checksum) return
  throw new RestoreRefused(`${file.path} in the copy of the database is not what was copied`)
}

/** Copies, not links: the backup must not change with what is restored from it. */
async function layOutFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const path of await filesUnder(from)) {
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, path), join(to, path))
  }
}

async function layOutSettings(from: string, dataDir: string): Promise<void> {
  for (const name of await readdir(from)) {
    const to = join(dataDir, name)
    const kept = await stat(to).catch(() => undefined)
    if (kept) continue
    await copyFile(join(from, name), to)
    await chmod(to, name === 'postgres.conf' ? 0o644 : 0o600)
  }
}
