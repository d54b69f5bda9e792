import { spawn } from 'node:child_process'
import { join } from 'node:path'

/*
 * npm run check: everything that can be told without running the tests. Each step says how long it took and, only when it
 * fails, what it found. `npm run check -- types borders` runs some of them.
 */

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** What to do about it. */
  readonly hint: string
}

const STEPS: readonly Step[] = [
  // One program for both: read apart by tsc, the types cost a second minute of both cores and four gigabytes more.
  { name: 'types and lint', command: ['oxlint', '--type-aware', '--type-check'], hint: 'see the lines above' },
  { name: 'format', command: ['biome', 'format', '--max-diagnostics=20'], hint: 'npm run format' },
  {
    name: 'borders',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src'],
    hint: 'ARCHITECTURE.md says who may import whom',
  },
  {
    name: 'drift',
    command: ['node', 'tools/generate.ts', '--check'],
    hint: 'npm run generate, and commit what it wrote',
  },
]

const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')

async function run(step: Step): Promise<boolean> {
  const [program, ...args] = step.command
  const began = performance.now()
  let said = ''
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(program === 'node' ? process.execPath : join(BIN, program as string), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${BIN}:${process.env['PATH'] ?? ''}` },
    })
    child.stdout.on('data', chunk => (said += chunk))
    child.stderr.on('data', chunk => (said += chunk))
    child.once('error', reject)
    child.once('close', ended => resolve(ended ?? 1))
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (code !== 0) console.log(said.trimEnd())
  console.log(`${code === 0 ? '✔' : '✖'} ${step.name} (${seconds} s)${code === 0 ? '' : `: ${step.hint}`}`)
  return code === 0
}

const wanted = process.argv.slice(2)
const steps = STEPS.filter(step => wanted.length === 0 || wanted.some(name => step.name.includes(name)))
// Two lanes: the types and the linter are as long as all the others together.
const waiting = [...steps]
async function lane(): Promise<boolean> {
  let whole = true
  for (let step = waiting.shift(); step; step = waiting.shift()) whole = (await run(step)) && whole
  return whole
}
const lanes = await Promise.all([lane(), lane()])
process.exit(lanes.every(Boolean) ? 0 : 1)
