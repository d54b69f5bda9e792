import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

/** The checkout this file belongs to. */
export const CHECKOUT = realpathSync(resolve(import.meta.dirname, '../../../..'))

const isRoot = (): boolean => process.getuid?.() === 0

/**
 * Where Kontor keeps things of one account: binaries shared by all checkouts, and a data folder for each checkout. Root does
 * not use /root, which is closed to the unprivileged user that PostgreSQL insists on.
 */
export function installRoot(env: NodeJS.ProcessEnv = process.env): string {
  if (isRoot()) return '/var/lib/kontor'
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'kontor')
}

/** A short name for a path: its last part for people, a digest so that two checkouts never meet. */
export function placeName(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 8)
  return `${basename(path).replace(/[^A-Za-z0-9_-]/g, '_')}-${digest}`
}

/** The data folder when the operator names none: derived from the checkout, so that several Kontors live side by side. */
export function defaultDataDir(checkout: string = CHECKOUT): string {
  return join(installRoot(), placeName(checkout))
}

/** The parts of a data folder that belong to the database. */
export interface Places {
  readonly dataDir: string
  /** PostgreSQL's own directory (PGDATA). */
  readonly cluster: string
  /** Where the socket lies. */
  readonly socketDir: string
  readonly log: string
  /** Settings of the operator's own, read after ours. */
  readonly settings: string
}

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux; some are the file's name and the closing zero. */
const SOCKET_DIR_MAX_BYTES = 80

/** Where the database of a data folder keeps its parts; a path too long for a socket gets one in the temporary folder. */
export function placesOf(dataDir: string): Places {
  const full = resolve(dataDir)
  const inside = join(full, 'run')
  const short = join(tmpdir(), `kontor-${createHash('sha256').update(full).digest('hex').slice(0, 16)}`)
  return {
    dataDir: full,
    cluster: join(full, 'postgres'),
    socketDir: Buffer.byteLength(inside) <= SOCKET_DIR_MAX_BYTES ? inside : short,
    log: join(full, 'postgres.log'),
    settings: join(full, 'postgres.conf'),
  }
}
