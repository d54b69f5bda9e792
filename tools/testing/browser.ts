import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { installRoot } from '../../src/kernel/database/embedded/places.ts'

/*
 * A browser for tests and pictures:
 *
 *   const browser = await openBrowser()
 *   const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
 *   after(() => browser.close())
 *
 * The browser comes from npm (@sparticuz/chromium) and is unpacked once, beside PostgreSQL's programs; KONTOR_BROWSER names
 * another. It runs without a sandbox, which root cannot have: show it our own pages only.
 */

/** Unpacks the browser where it is not yet, aside and renamed, so that test files that start together do not meet half of it. */
async function unpackedBrowser(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(dirname(main), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(installRoot(), `chromium-${version}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const aside = join(installRoot(), `.chromium-${version}-${process.pid}`)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = aside
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await inflate(join(dirname(main), '..', 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  await rename(aside, folder).catch(async error => {
    await rm(aside, { recursive: true, force: true })
    if (!existsSync(program)) throw error
  })
  return program
}

async function browserProgram(): Promise<string> {
  const named = process.env['KONTOR_BROWSER']
  if (named) return named
  try {
    return await unpackedBrowser()
  } catch (error) {
    const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
    if (system) return system
    throw error
  }
}

/** A bare machine may lack libnss3 and its like: they lie beside the browser, and are taken only when the machine has none. */
function borrowedLibraries(program: string): Record<string, string> {
  return { ...process.env, LD_LIBRARY_PATH: join(dirname(program), 'al2023', 'lib') } as Record<string, string>
}

/** Beside a busy test run a browser may take this long to come up. */
const LAUNCH_MS = 120_000

/** Starts a browser; close it when the tests are done. `more`: switches beside the usual ones, as for a microphone that is none. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await browserProgram()
  const usual = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--no-pings']
  const args = [...usual, ...more]
  const options = { executablePath, args, timeout: LAUNCH_MS }
  try {
    return await chromium.launch(options)
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    return chromium.launch({ ...options, env: borrowedLibraries(executablePath) })
  }
}
