/** `npm run demo`: a realistic office with a month of life in it, in a data folder of its own. */
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compose } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { demoOwner, demoPassword, demoUsers } from './demo/office.ts'
import { seedDemo } from './demo/seed.ts'
import { seedYear } from './demo/year.ts'
import { yearUsers } from './demo/year-people.ts'
import { openLog } from './log.ts'
import { startServer } from './server.ts'

/** `--year`: twelve months, 4,000 papers, 25 people instead of a month. */
const year = process.argv.includes('--year') ? { papers: 4000, people: 25, books: true } : null
const users = year ? yearUsers(year.people) : demoUsers
const given = readConfig()
const config: Config = {
  ...given,
  dataDir: process.env['KONTOR_DATA_DIR'] ? given.dataDir : `${given.dataDir}-${year ? 'year' : 'demo'}`,
}
const log = openLog(process.env['KONTOR_LOG_LEVEL'] ? config.logLevel : 'warn', process.stderr)
const tell = (line: string) => console.log(line)

/** Written last: a demo that was cut off is made anew. */
const mark = join(config.dataDir, 'demo-made')

async function seedOnce(): Promise<void> {
  if (existsSync(mark)) return
  await rm(config.dataDir, { recursive: true, force: true })
  const composed = await compose({ config, log, purpose: 'command' })
  try {
    const time = year ? 'a quarter of an hour' : 'a few minutes'
    tell(`Making the demo office: its papers are drawn, scanned, mailed, taken in and read. This takes ${time}, once.`)
    const started = performance.now()
    const textOnly = process.argv.includes('--quick')
    const made = year
      ? await seedYear(composed, tell, { ...year, scans: !textOnly })
      : await seedDemo(composed, tell, { textOnly })
    await writeFile(mark, '')
    const work = 'tasks' in made ? `${made.tasks} tasks` : `${made.tasksDone} tasks done`
    tell(
      `  ${made.papers} papers, ${made.confirmed} of them confirmed, ${work}, in ${Math.round((performance.now() - started) / 1000)} s`,
    )
  } finally {
    await composed.close()
  }
}

if (process.argv.includes('--fresh')) await rm(mark, { force: true })
await seedOnce()
let stopping = false
const running = await startServer({
  config,
  log,
  tell,
  onLost: cause => {
    console.error(`The database ended: ${cause.message}`)
    process.exit(1)
  },
})
tell(`
  The demo office runs on ${config.address}
  Sign in as one of these, each with the password:  ${demoPassword}
${[demoOwner, ...users].map(user => `    ${user.email.padEnd(32)} ${user.name}, ${user.role} (${user.language})`).join('\n')}

  Its data: ${config.dataDir}    (npm run demo --${year ? ' --year' : ''} --fresh begins anew)
  Stop with Ctrl+C.
`)
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void running.stop().then(() => process.exit(0))
  })
}
