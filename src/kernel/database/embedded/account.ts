import { readFileSync, statSync } from 'node:fs'
import { chown, lchown, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The account PostgreSQL runs under; undefined means: the one we run under ourselves. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * A number of our own, below the ranges Debian and systemd reserve: a process needs no line in /etc/passwd to run, and this
 * way no other service shares an account with the database, as it would under `nobody`.
 */
const OWN_ID = 58120

interface PasswdLine extends Account {
  readonly name: string
}

function passwd(): PasswdLine[] {
  let text = ''
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap(line => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !uid || !gid) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

/**
 * PostgreSQL refuses to run as root: then whoever owns the cluster already, a user `kontor` when there is one, otherwise a
 * number of our own.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const made = statSync(cluster, { throwIfNoEntry: false })
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  const named = passwd().find(line => line.name === 'kontor')
  return named ? { uid: named.uid, gid: named.gid } : { uid: OWN_ID, gid: OWN_ID }
}

/** initdb, unlike the server, wants an account with a name; it is used for that half second only. */
export function initdbAccount(server: Account | undefined): Account | undefined {
  if (server === undefined) return undefined
  const lines = passwd().filter(line => line.uid !== 0)
  const chosen = lines.find(line => line.uid === server.uid) ?? lines.find(line => line.name === 'nobody') ?? lines[0]
  if (!chosen)
    throw new Error('No unprivileged account in /etc/passwd to create the database with: add one named kontor')
  return { uid: chosen.uid, gid: chosen.gid }
}

/** Gives a whole folder to an account. */
export async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return
  await chown(path, account.uid, account.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await giveTo(inner, account)
    else await lchown(inner, account.uid, account.gid)
  }
}

/** The first folder on the way to `path` that the account may not pass, or undefined when the way is open. */
export function closedFolder(path: string, account: Account | undefined): string | undefined {
  if (account === undefined) return undefined
  const above = dirname(path)
  if (above === path) return undefined
  const earlier = closedFolder(above, account)
  if (earlier !== undefined) return earlier
  const { uid, gid, mode } = statSync(above)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return mode & bit ? undefined : above
}
