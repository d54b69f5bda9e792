import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHECKOUT } from '../kernel/database/embedded/places.ts'

export const webRoot = join(CHECKOUT, 'dist/web')
const mark = join(webRoot, '.made-of')

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** What the interface is made of: names, sizes and times of its sources; a change makes the next start build anew. */
async function sourcesDigest(): Promise<string> {
  const hash = createHash('sha256')
  const folders = [
    'src/web',
    'src/kernel/language',
    'src/modules',
    'package-lock.json',
    'vite.config.ts',
    'src/app/pages.ts',
  ].map(path => join(CHECKOUT, path))
  const found = (
    await Promise.all(
      folders.map(async path => ((await stat(path).catch(() => null))?.isFile() ? [path] : filesUnder(path))),
    )
  ).flat()
  const relevant = found
    .filter(path => !path.includes('/src/modules/') || /\/(ui|messages|contract)[./]|contract\.ts$/.test(path))
    .sort()
  for (const path of relevant) {
    const { size, mtimeMs } = await stat(path)
    hash.update(`${path.slice(CHECKOUT.length)}\0${size}\0${Math.floor(mtimeMs)}\n`)
  }
  return hash.digest('hex')
}

/** Builds the interface when it has never been built or its sources have changed; tells how far it is. */
export async function buildWeb(tell: (line: string) => void): Promise<void> {
  const digest = await sourcesDigest()
  if (existsSync(join(webRoot, 'index.html')) && (await readFile(mark, 'utf8').catch(() => '')) === digest) return
  const started = performance.now()
  const seconds = () => Math.round((performance.now() - started) / 1000)
  tell('Building the interface (only after an install or an update) …')
  const timer = setInterval(() => tell(`  … ${seconds()} s`), 5_000)
  try {
    await run(join(CHECKOUT, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'])
  } finally {
    clearInterval(timer)
  }
  await mkdir(webRoot, { recursive: true })
  await writeFile(mark, digest)
  tell(`  built in ${seconds()} s`)
}

function run(script: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: CHECKOUT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Error(`the interface could not be built:\n${Buffer.concat(said).toString().slice(-4000)}`)),
    )
  })
}
