/**
 * What Kontor asks of a machine: from start to the first page, warm; and the memory of everything it runs a minute after taking in
 * twenty papers. `node bench/machine.ts [--starts 5] [--papers 20] [--json]` (Linux: memory is the kernel's own PSS)
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { generatePapers } from '../src/app/demo/papers/generate.ts'
import { percentile, table } from './measure.ts'

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '5' },
    papers: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})
const cli = join(import.meta.dirname, '../src/app/cli.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'kontor-bench-'))
/** Papers rest this long before memory is looked at. */
const REST_MS = 60_000

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

interface Kontor {
  readonly process: ChildProcess
  readonly address: string
  /** From the start of the process to the first page, in milliseconds. */
  readonly firstPage_ms: number
  /** What it has said in the terminal. */
  said(): string
}

/** Starts Kontor as `npm start` does, and waits for its first page. */
async function start(): Promise<Kontor> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [cli, 'start'], {
    env: {
      ...process.env,
      KONTOR_DATA_DIR: dataDir,
      KONTOR_PORT: String(port),
      KONTOR_HOST: '127.0.0.1',
      KONTOR_LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (;;) {
    const page = await fetch(address).catch(() => null)
    if (page?.ok && (await page.text()).includes('<html')) break
    if (child.exitCode !== null) throw new Error(`Kontor ended with ${child.exitCode}:\n${said}`)
    await wait(10)
  }
  return { process: child, address, firstPage_ms: performance.now() - began, said: () => said }
}

async function stop({ process: child }: Kontor): Promise<void> {
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Opens the office by the link in the terminal; gives the session's cookie. */
async function openOffice(kontor: Kontor): Promise<string> {
  const deadline = performance.now() + 10_000
  while (!/\/first-run\S+/.test(kontor.said()) && performance.now() < deadline) await wait(20)
  const link = /\/first-run\S+/.exec(kontor.said())?.[0] ?? ''
  const token = link.split(/[#=]/).at(-1)
  const office = {
    language: 'en',
    country: 'SE',
    name: 'Elin Bergqvist',
    organisation: 'Bench',
    email: 'elin@example.org',
    password: 'a longer password than most',
  }
  const response = await fetch(`${kontor.address}/api/session/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...office }),
  })
  if (!response.ok) throw new Error(`The office could not be opened: ${await response.text()}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Takes papers in, as an office gets them (PDFs, scans, photographs, mails), and waits until all have been read. */
async function takeIn({ address }: Kontor, cookie: string, count: number): Promise<void> {
  const json = { cookie, 'content-type': 'application/json' }
  for await (const paper of generatePapers({ seed: 'machine', count, wrap: 'mixed' })) {
    const stored = await fetch(`${address}/api/files?name=${encodeURIComponent(paper.name)}`, {
      method: 'PUT',
      headers: { cookie },
      body: Buffer.from(paper.bytes),
    })
    const { id: fileId } = (await stored.json()) as { id: string }
    const taken = await fetch(`${address}/api/documents/take-in`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ fileId, name: paper.name, arrivedBy: 'upload' }),
    })
    if (!taken.ok) throw new Error(await taken.text())
  }
  const arrived = `${address}/api/documents/stack?${new URLSearchParams({ state: 'arrived', limit: '1' })}`
  for (;;) {
    const { total } = (await (await fetch(arrived, { headers: json })).json()) as { total: number }
    if (total === 0) return
    await wait(250)
  }
}

const parentOf = (pid: number): number => Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])

/** Everything that runs because of it: its descendants, and the PostgreSQL of its data folder with its own. */
function processesOf(root: number): { pid: number; name: string }[] {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(name), parent: parentOf(Number(name)), command }]
      } catch {
        return []
      }
    })
  const ours = new Set(
    all.filter(({ pid, command }) => pid === root || command.includes(dataDir)).map(({ pid }) => pid),
  )
  for (let grown = true; grown; ) {
    grown = false
    for (const { pid, parent } of all) {
      if (ours.has(pid) || !ours.has(parent)) continue
      ours.add(pid)
      grown = true
    }
  }
  return all
    .filter(({ pid }) => ours.has(pid))
    .map(({ pid, command }) => ({
      pid,
      name: pid === root ? 'kontor' : command.includes('postgres') ? 'postgres' : 'children',
    }))
}

/** Proportional set size by what it is, in MB: shared pages are counted once. */
function memoryOf(root: number): Record<string, number> {
  const memory: Record<string, number> = {}
  for (const { pid, name } of processesOf(root)) {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    memory[name] = (memory[name] ?? 0) + (Number(pss) * 1024) / 1e6
  }
  return memory
}

const total = (memory: Readonly<Record<string, number>>): number =>
  Object.values(memory).reduce((sum, part) => sum + part, 0)

try {
  const cold = await start()
  const cookie = await openOffice(cold)
  await stop(cold)
  const warm: number[] = []
  for (let turn = 0; turn < Number(values.starts); turn++) {
    const kontor = await start()
    warm.push(kontor.firstPage_ms)
    await stop(kontor)
  }
  const kontor = await start()
  const idle = memoryOf(kontor.process.pid!)
  await takeIn(kontor, cookie, Number(values.papers))
  await wait(REST_MS)
  const rested = memoryOf(kontor.process.pid!)
  await stop(kontor)
  const figures = {
    bench: 'machine',
    coldStart_ms: cold.firstPage_ms,
    warmStart_ms: percentile(warm, 50),
    warmWorst_ms: Math.max(...warm),
    starts: warm.length,
    papers: Number(values.papers),
    atStart_MB: total(idle),
    afterWork_MB: total(rested),
    afterWorkOf: rested,
  }
  console.log(values.json ? JSON.stringify(figures) : table([{ ...figures, afterWorkOf: JSON.stringify(rested) }]))
} finally {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}
