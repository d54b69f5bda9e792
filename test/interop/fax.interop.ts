/**
 * Against a fax server that is not ours: Debian's HylaFAX (hylafax-server, hylafax-client) with a spool of its own. No modem is needed to
 * queue, to list and to take back; what came is laid into its `recvq` and told of by its own `faxinfo`. Without it this is skipped with a word.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { whiteFax } from '../../src/modules/fax/testing.ts'
import { layIntoQueue, queueNow, useFaxPrograms } from '../../src/modules/fax/wires/fax-server.ts'
import { faxFile } from '../../src/modules/fax/wires/tiff-tags.ts'

const programs = ['sendfax', 'faxstat', 'faxrm', 'faxq', 'hfaxd', 'faxinfo']
const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const isRoot = process.getuid?.() === 0
const skip = !programs.every(has)
  ? 'hylafax-server and hylafax-client are not installed'
  : isRoot
    ? false
    : 'the fax server wants to be started by root'

const children: ChildProcess[] = []
let folder = ''
let host = ''

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Asked again and again until it is so. */
async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (const began = Date.now(); Date.now() - began < 20_000; await wait(200)) {
    const found = await look().catch(() => null)
    if (found !== null) return found
  }
  throw new Error(`${what} did not come in time`)
}

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'kontor-hylafax-'))
  await chmod(folder, 0o755)
  const spool = join(folder, 'spool')
  execFileSync('cp', ['-a', '/var/spool/hylafax', spool])
  await rm(join(spool, 'etc'), { recursive: true, force: true })
  execFileSync('cp', ['-rL', '/etc/hylafax', join(spool, 'etc')])
  await writeFile(join(spool, 'etc/hosts.hfaxd'), '^.*@localhost$\n^.*@127\\.0\\.0\\.1$\nlocalhost\n127.0.0.1\n', {
    mode: 0o600,
  })
  execFileSync('chown', ['-R', 'uucp:uucp', spool])
  const port = await freePort()
  host = `localhost:${port}`
  children.push(spawn('faxq', ['-D', '-q', spool], { stdio: 'ignore' }))
  children.push(spawn('hfaxd', ['-d', '-q', spool, '-i', String(port)], { stdio: 'ignore' }))
  useFaxPrograms({ send: ['sendfax', '-h', host], status: ['faxstat', '-s', '-d', '-h', host] })
  await until(async () => ((await queueNow()) ? true : null), 'the fax server')
})

after(async () => {
  useFaxPrograms(null)
  for (const child of children.toReversed()) child.kill()
  if (folder) await rm(folder, { recursive: true, force: true })
})

test('a PDF is laid into the queue under our mark, waits for a modem, and is gone when it is taken out', {
  skip,
}, async () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const { job, said } = await layIntoQueue(pdf, '004930901820', 'kontor-019aa0000000')
  assert.match(said, /request id is/)
  const waiting = await until(async () => (await queueNow()).get(job) ?? null, 'the job')
  assert.deepEqual([waiting.state, waiting.problem], ['waits', null])
  execFileSync('faxrm', ['-h', host, job], { stdio: 'ignore' })
  await until(async () => {
    const now = (await queueNow()).get(job)
    return now === undefined || now.state !== 'waits' ? true : null
  }, 'the end of the job')
  await assert.rejects(layIntoQueue(pdf, '1; rm -rf /', 'kontor-x'), /no number/)
})

test('what the server tells of a file that came is what is read of it here', { skip }, async () => {
  const file = join(folder, 'fax000000012.tif')
  const bytes = whiteFax([
    {
      width: 1728,
      height: 1077,
      down: 98,
      tags: [
        [270, '+49 30 901820'],
        [306, '2026:11:24 08:31:02'],
      ],
    },
    { width: 1728, height: 1077, down: 98 },
  ])
  await writeFile(file, bytes)
  const told = execFileSync('faxinfo', [file]).toString()
  const fax = faxFile(bytes)
  assert.match(told, /Sender: \+49 30 901820/)
  assert.match(told, /Pages: 2/)
  assert.match(told, /Received: 2026:11:24 08:31:02/)
  assert.deepEqual([fax?.sender, fax?.pages, String(fax?.receivedAt)], ['+49 30 901820', 2, '2026-11-24T08:31:02'])
})
