/**
 * An archive of old text PDFs (one to three pages of 45 lines) is taken in, the office killed at seeded moments.
 * `node bench/backlog.ts [--files 20000] [--kills 3] [--seed 20261122] [--json]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { takeBacklogUnderKills } from '../test/crash/killed-backlog.ts'
import { layOldFiles } from '../test/crash/old-files.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'boolean' },
  },
})
const [files, kills, seed] = [values.files, values.kills, values.seed].map(Number) as [number, number, number]
const folder = await mkdtemp(join(tmpdir(), 'kontor-old-'))
try {
  await layOldFiles(folder, files, seed)
  const loadBefore = loadavg()[0]
  const figures = await takeBacklogUnderKills({ folder, files, kills, seed }, async is => ({
    bench: 'backlog',
    files,
    kills,
    seed,
    perSecond: files / is.seconds,
    seconds: is.seconds,
    lost: files - is.documents + is.doubled,
    doubled: is.doubled,
    tasks: is.tasks,
    waiting: is.waiting,
    acts: is.acts,
    killedAt: is.killedAt,
    peakMB: is.peakMB,
    journalWhole: is.journalBroken === null,
    loadBefore,
    loadAfter: loadavg()[0],
  }))
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
