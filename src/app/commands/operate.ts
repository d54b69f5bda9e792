import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from '../../kernel/database/embedded/backup.ts'
import { externalConnections } from '../../kernel/database/embedded/connection.ts'
import { startEmbedded } from '../../kernel/database/embedded/embedded.ts'
import { restore } from '../../kernel/database/embedded/restore.ts'
import { verifyJournal } from '../../kernel/journal/verify.ts'
import { organisations } from '../../kernel/platform/first-run.ts'
import { buildRegistry } from '../../kernel/registry.ts'
import { prepareDatabase } from '../compose.ts'
import { readConfig } from '../config.ts'
import { adoptDestructions, replayDestructions } from '../destructions.ts'
import { adoptErasures, replayErasures } from '../erasures.ts'
import { ERASURES } from '../kept-lists.ts'
import { brokenHead } from '../journal-heads.ts'
import { modules } from '../modules.ts'
import { withKontor } from './with-kontor.ts'

/** Brings the database up to this version; the server does the same when it starts. */
export async function runMigrate(): Promise<number> {
  const config = readConfig()
  const registry = buildRegistry(modules)
  if (config.database)
    await prepareDatabase(externalConnections(config.database.ownerUrl, config.database.appUrl).owner, registry)
  else {
    const embedded = await startEmbedded({ dataDir: config.dataDir, purpose: 'command' })
    try {
      await prepareDatabase(embedded.owner, registry)
    } finally {
      await embedded.stop()
    }
  }
  console.log('The database is up to date.')
  return 0
}

function folderOf(argv: string[], what: string): string {
  const [folder, ...rest] = argv
  if (!folder || rest.length > 0 || folder.startsWith('-'))
    throw new Error(`name one folder: npx kontor ${what} FOLDER`)
  return resolve(folder)
}

/** A whole copy while Kontor runs: database, files, settings, with checksums. */
export async function runBackup(argv: string[]): Promise<number> {
  const target = folderOf(argv, 'backup')
  return withKontor(async ({ config, embedded }) => {
    if (!embedded)
      throw new Error(
        'with DATABASE_URL the database is backed up by its own means (pg_basebackup, pg_dump); copy the folder “files” of the data folder too',
      )
    const made = await backup(
      { superuser: embedded.superuser, dataDir: config.dataDir, filesDir: join(config.dataDir, 'files') },
      target,
    )
    console.log(
      `Backed up to ${target}: database ${Math.ceil(made.databaseBytes / 1_000_000)} MB, ${made.files} files.`,
    )
    return 0
  })
}

/** Puts a copy back, into a data folder that holds nothing yet, and erases again what was erased after it was made. */
export async function runRestore(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { erasures: { type: 'string' } },
  })
  const source = folderOf(positionals, 'restore')
  const config = readConfig()
  if (!existsSync(source)) throw new Error(`${source} is not there`)
  if (values.erasures && !existsSync(values.erasures)) throw new Error(`${values.erasures} is not there`)
  const { takenAt } = await restore(source, config.dataDir, join(config.dataDir, 'files'))
  const lists = values.erasures ? resolve(values.erasures) : null
  const listed = lists
    ? (await adoptErasures(lists, config.dataDir)) + (await adoptDestructions(lists, config.dataDir))
    : 0
  if (listed > 0 || existsSync(join(config.dataDir, ERASURES))) {
    const again = config.database ? undefined : await withKontor(replayErasures)
    const papers = config.database ? 0 : await withKontor(replayDestructions)
    if (papers > 0) console.log(`Destroyed again what the backup had brought back: ${papers} papers.`)
    console.log(
      again === undefined
        ? 'What was erased since is erased again at the next start.'
        : `Erased again what the backup had brought back: ${again} lines of the journal.`,
    )
  } else
    console.log(
      `No list of erasures was found: what was erased after ${takenAt} is back. If anything was, restore into an empty folder with --erasures FOLDER (the folder “${ERASURES}” of the data folder that was).`,
    )
  console.log(`Restored into ${config.dataDir}. Start it with: npx kontor start`)
  return 0
}

/** Walks every organisation's chain; exit code 1 when a line is not what was written. */
export async function runVerify(): Promise<number> {
  return withKontor(async composed => {
    const { kernel, ground } = composed
    let code = 0
    for (const { id: organisationId, name } of await organisations(ground)) {
      const report = await verifyJournal(kernel.pool, organisationId)
      const head = await brokenHead(composed, organisationId)
      if (report.broken || head) code = 1
      const words = report.broken
        ? `line ${report.broken.seq}: ${report.broken.why}`
        : `${report.lines} lines, whole${report.redacted ? `, ${report.redacted} erased lawfully` : ''}`
      console.log(`${name}: ${words}\n  head ${report.head}`)
      if (head)
        console.log(
          `  it does not pass through line ${head.seq} as it was written down on ${head.on}: the chain was rewritten`,
        )
    }
    return code
  })
}
