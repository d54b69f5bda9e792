import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile, lstat, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, closedFolder, giveTo, initdbAccount, serverAccount } from './account.ts'
import { postgresBinaries } from './binaries.ts'
import { type Places, placesOf } from './places.ts'
import { settingsText } from './settings.ts'

/** A data folder made ready: programs laid out, folders there, the cluster created. */
export interface Prepared extends Places {
  readonly binaries: string
  readonly account: Account | undefined
}

/** The superuser exists for set-up and backup only; neither the application nor the migrations use it. */
export const SUPERUSER = 'postgres'

/** Makes a data folder ready for a server; safe to repeat and to run twice at once. */
export async function prepareCluster(dataDir: string, durable: boolean): Promise<Prepared> {
  const places = placesOf(dataDir)
  const account = serverAccount(places.cluster)
  await mkdir(places.dataDir, { recursive: true, mode: account ? 0o711 : 0o700 })
  if (account) await chmod(places.dataDir, ((await stat(places.dataDir)).mode & 0o777) | 0o111)
  const closed = closedFolder(places.cluster, account)
  if (closed !== undefined) {
    throw new Error(
      `PostgreSQL will not run as root, and its own user cannot pass ${closed} to reach ${places.cluster}: ` +
        'set KONTOR_DATA_DIR to a folder it can reach, such as one in /var/lib/kontor, or run Kontor as an ordinary user',
    )
  }
  const binaries = await postgresBinaries(places.dataDir)
  const prepared = { ...places, binaries, account }
  await ownFolder(places.socketDir, account)
  await createCluster(prepared, durable)
  await refuseOtherMajor(prepared)
  await writeSettings(prepared, durable)
  return prepared
}

/** A folder for the server's account alone: whoever reaches the socket is trusted, so nobody else may. */
async function ownFolder(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(path)
  const mayOwn = [process.getuid?.(), account?.uid]
  if (!found.isDirectory() || !mayOwn.includes(found.uid)) {
    throw new Error(`${path} is not a folder of ours: remove it, or choose a shorter KONTOR_DATA_DIR`)
  }
  await chmod(path, 0o700)
  if (account) await chown(path, account.uid, account.gid)
}

async function createCluster(prepared: Prepared, durable: boolean): Promise<void> {
  if (await clusterVersion(prepared.cluster)) return
  const fresh = join(prepared.dataDir, `.postgres-${process.pid}`)
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  try {
    const maker = initdbAccount(prepared.account)
    await giveTo(fresh, maker)
    await initdb(prepared.binaries, fresh, maker, durable)
    await giveTo(fresh, prepared.account)
    await rename(fresh, prepared.cluster)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!(await clusterVersion(prepared.cluster))) throw error
  }
}

async function initdb(
  binaries: string,
  cluster: string,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const base = [`--pgdata=${cluster}`, `--username=${SUPERUSER}`, '--auth-local=trust', '--auth-host=reject']
  const text = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const rest = durable ? [] : ['--no-sync']
  const program = join(binaries, 'bin', 'initdb')
  // The full-text parser asks the C library what is a letter: with C.UTF-8 a dash parts two words, with C it joins them.
  const wide = await run(program, [...base, ...text, '--lc-ctype=C.UTF-8', ...rest], cluster, account)
  if (wide.code === 0) return
  const plain = await run(program, [...base, ...text, ...rest], cluster, account)
  if (plain.code !== 0) throw new Error(`initdb could not create ${cluster}:\n${plain.said}`)
}

async function run(
  program: string,
  args: string[],
  cwd: string,
  account: Account | undefined,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, ...account, env: bareEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', chunk => (said += chunk))
    child.stderr.on('data', chunk => (said += chunk))
    child.once('error', reject)
    child.once('close', code => resolve({ code, said }))
  })
}

/** Nothing of ours for PostgreSQL to trip over: PGDATA, PGPORT, LANG or a proxy's settings. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}

/** The major version a cluster was made by, or undefined when there is none. */
export async function clusterVersion(cluster: string): Promise<string | undefined> {
  return readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    text => text.trim(),
    error => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
}

async function refuseOtherMajor(prepared: Prepared): Promise<void> {
  const made = await clusterVersion(prepared.cluster)
  const programs = /postgresql-(\d+)/.exec(prepared.binaries)?.[1]
  if (made === programs) return
  throw new Error(`The data in ${prepared.cluster} was written by PostgreSQL ${made}, the programs are ${programs}`)
}

async function writeSettings(prepared: Prepared, durable: boolean): Promise<void> {
  const main = `include 'kontor.conf'\ninclude_if_exists '${prepared.settings.replaceAll("'", "''")}'\n`
  await replaceFile(join(prepared.cluster, 'kontor.conf'), settingsText(durable), prepared.account)
  await replaceFile(join(prepared.cluster, 'postgresql.conf'), main, prepared.account)
}

async function replaceFile(path: string, text: string, account: Account | undefined): Promise<void> {
  const aside = `${path}.${process.pid}`
  await writeFile(aside, text, { mode: 0o600 })
  if (account) await chown(aside, account.uid, account.gid)
  await rename(aside, path)
}
