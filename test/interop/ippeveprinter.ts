/** The one place where Debian's `ippeveprinter` (cups-ipp-utils) is started: an IPP Everywhere printer that keeps what it is given as files. It announces itself by avahi over D-Bus. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lookAt } from '../../src/modules/printing/wire/abilities.ts'
import { freePort } from '../../tools/testing/server.ts'
import { found } from './clients.ts'

/** Why a test that prints is skipped, or false. */
export const skippedWithoutPrinter: string | false = ['ippeveprinter', 'avahi-daemon', 'dbus-daemon'].every(found)
  ? false
  : 'skipped: no ippeveprinter on this machine (Debian: apt-get install cups-ipp-utils avahi-daemon dbus)'

export interface Printer {
  readonly uri: string
  /** Where it keeps what it was given. */
  readonly spool: string
  /** The files it has printed. */
  printed(): Promise<string[]>
  close(): Promise<void>
}

/** Asked again and again until it is so. */
export async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await wait(200)) {
    const seen = await look().catch(() => null)
    if (seen !== null && seen !== false) return seen
  }
  throw new Error(`${what} did not come in time`)
}

const bus = '/run/dbus/system_bus_socket'
const announcer = '/run/avahi-daemon/socket'

/** Whether somebody listens there: a socket outlives whoever opened it. */
const answers = (path: string): Promise<boolean> =>
  new Promise(resolve => {
    const line = connect(path)
    line.once('error', () => resolve(false))
    line.once('connect', () => {
      line.destroy()
      resolve(true)
    })
  })

/** Starts one; whoever calls has allowed 127.0.0.1 as a place of printers. */
export async function openPrinter(): Promise<Printer> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-printer-'))
  const spool = join(folder, 'spool')
  await mkdir(spool)
  const keys = join(folder, 'keys')
  await mkdir(keys)
  const script = join(folder, 'keep.sh')
  await writeFile(script, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  const children: ChildProcess[] = []
  const start = (program: string, ...args: readonly string[]) =>
    children.push(spawn(found(program)!, args, { stdio: 'ignore' }))
  if (!(await answers(bus))) {
    await rm(bus, { force: true })
    await mkdir('/run/dbus', { recursive: true })
    start('dbus-daemon', '--system', '--nofork', '--nopidfile')
    await until(() => answers(bus), 'D-Bus')
  }
  if (!(await answers(announcer))) {
    start('avahi-daemon', '--no-drop-root', '--no-chroot')
    await until(() => answers(announcer), 'avahi')
  }
  const port = await freePort()
  const formats = 'application/pdf,image/pwg-raster,image/jpeg'
  start(
    'ippeveprinter',
    '-p',
    String(port),
    '-d',
    spool,
    '-k',
    '-2',
    '-f',
    formats,
    '-c',
    script,
    '-K',
    keys,
    '-M',
    'Kontor',
    '-m',
    'Test',
    'Desk',
  )
  const uri = `ipp://127.0.0.1:${port}/ipp/print`
  await until(() => lookAt({ uri, certificate: null }), 'the printer')
  return {
    uri,
    spool,
    printed: () => readdir(spool, { recursive: true }),
    async close() {
      for (const child of children.toReversed()) child.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
