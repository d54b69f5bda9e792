/** Puts a Kontor together: database, migrations, queues, kernel. Everything that runs begins here. */
import { join } from 'node:path'
import {
  APP_ROLE,
  type Connection,
  type DatabaseConnections,
  externalConnections,
} from '../kernel/database/embedded/connection.ts'
import { type EmbeddedDatabase, startEmbedded } from '../kernel/database/embedded/embedded.ts'
import { migrate } from '../kernel/database/migrate.ts'
import { createPool, type Pool } from '../kernel/database/pool.ts'
import type { JobSink } from '../kernel/dispatch/parts.ts'
import { diskFiles } from '../kernel/files/disk.ts'
import { type Boss, bossSink, installQueues, openBoss } from '../kernel/jobs/boss.ts'
import { createKernel, type Kernel, type Log } from '../kernel/kernel.ts'
import { allowPrivateAddresses } from '../kernel/outside/fetch.ts'
import { useFaxPrograms } from '../modules/fax/wires/fax-server.ts'
import { useFaxPages } from '../modules/fax/wires/pages.ts'
import { allowPrinters } from '../modules/printing/wire/allowed.ts'
import { useDrawing } from '../modules/printing/wire/drawing.ts'
import { useSignatureDrawing } from '../modules/signatures/drawing.ts'
import { drawingOf, faxPagesOf } from './drawing.ts'
import { signatureDrawingOf } from './signature-drawing.ts'
import { setOutsideLinks } from '../kernel/outside/link.ts'
import { linkSecret } from '../kernel/platform/tokens.ts'
import { openMailDoor, setMailDoor } from '../kernel/mail/door.ts'
import { openPhoneDoor, setPhoneDoor } from '../kernel/phone/door.ts'
import { type Ground, serverSecret } from '../kernel/platform/ground.ts'
import { buildRegistry, type Registry } from '../kernel/registry.ts'
import { authorityPort, knowRegistry } from '../modules/authority/index.ts'
import { useWordProcessor } from '../modules/letters/index.ts'
import { setChannelsKernel } from '../modules/channels/index.ts'
import { setSignaturesKernel } from '../modules/signatures/index.ts'
import { setMailKernel } from '../modules/mail/index.ts'
import { knowWords } from '../modules/notifications/index.ts'
import type { Config } from './config.ts'
import { modules } from './modules.ts'
import { serverFacts } from './server-facts.ts'

export interface Composed {
  readonly config: Config
  readonly registry: Registry
  readonly kernel: Kernel
  readonly ground: Ground
  readonly boss: Boss
  readonly database: DatabaseConnections
  /** The PostgreSQL of our own, where that is what runs. */
  readonly embedded: EmbeddedDatabase | null
  /** Where woken job names go; the workers put themselves here. */
  readonly waking: { wake: JobSink['wake'] }
  close(): Promise<void>
}

export interface ComposeOptions {
  readonly config: Config
  readonly log: Log
  readonly purpose: 'server' | 'command'
  readonly onLost?: (cause: Error) => void
}

async function openDatabase({
  config,
  purpose,
  onLost,
}: ComposeOptions): Promise<{ connections: DatabaseConnections; embedded: EmbeddedDatabase | null }> {
  if (config.database)
    return { connections: externalConnections(config.database.ownerUrl, config.database.appUrl), embedded: null }
  const embedded = await startEmbedded({ dataDir: config.dataDir, purpose, ...(onLost ? { onLost } : {}) })
  return { connections: embedded, embedded }
}

/** Brings the schema and the queues up to what this version needs. */
export async function prepareDatabase(owner: Connection, registry: Registry): Promise<void> {
  const { applied } = await migrate(owner)
  if (applied.length > 0 || (await queuesMissing(owner, registry))) await installQueues(owner, registry, APP_ROLE)
}

async function queuesMissing(owner: Connection, registry: Registry): Promise<boolean> {
  const pool = createPool({ ...owner, max: 1 }, () => {})
  try {
    const { rows } = await pool.query<{ name: string }>('select name from pgboss.queue')
    const there = new Set(rows.map(row => row.name))
    return registry.jobs.some(body => !there.has(body.job.name))
  } catch {
    return true
  } finally {
    await pool.end()
  }
}

export async function compose(options: ComposeOptions): Promise<Composed> {
  const { config, log, purpose } = options
  const { connections, embedded } = await openDatabase(options)
  const registry = buildRegistry(modules)
  knowRegistry(registry)
  knowWords(registry)
  const onError = (error: Error) => log('warn', 'an idle connection broke', { error: error.message })
  await prepareDatabase(connections.owner, registry)
  const pool: Pool = createPool({ ...connections.app, max: purpose === 'server' ? 14 : 4 }, onError)
  const queuePool = createPool({ ...connections.app, max: purpose === 'server' ? 4 : 1 }, onError)
  const ground: Ground = { pool }
  const boss = openBoss(queuePool, error => log('warn', 'the queue complains', { error: error.message }), {
    workers: purpose === 'server',
  })
  await boss.start()
  const mail = config.mail && purpose === 'server' ? openMailDoor(config.mail.url, config.mail.from) : null
  setMailDoor(mail)
  setPhoneDoor(config.phone && purpose === 'server' ? openPhoneDoor(config.phone.url, config.phone.from) : null)
  allowPrivateAddresses(config.privateFeeds ?? false)
  allowPrinters(config.printers ?? [])
  useFaxPrograms(purpose === 'server' ? (config.faxPrograms ?? null) : null)
  useWordProcessor(config.wordProcessor ?? null)
  setOutsideLinks({ address: config.address, secret: await serverSecret(ground, linkSecret) })
  const waking: Composed['waking'] = { wake: () => {} }
  const kernel = createKernel({
    registry,
    pool,
    authority: authorityPort(),
    jobs: bossSink(boss, names => waking.wake(names)),
    files: diskFiles(join(config.dataDir, 'files'), pool),
    secret: await serverSecret(ground, 'dispatch'),
    log,
    server: serverFacts(config, ground),
  })
  setMailKernel(kernel)
  setChannelsKernel(kernel)
  setSignaturesKernel(kernel)
  useDrawing(drawingOf(kernel.files))
  useFaxPages(faxPagesOf(kernel.files))
  useSignatureDrawing(signatureDrawingOf(kernel.files, await serverSecret(ground, 'signature-seal')))
  return {
    config,
    registry,
    kernel,
    ground,
    boss,
    database: connections,
    embedded,
    waking,
    close: async () => {
      mail?.close()
      await boss.stop({ graceful: false, close: false }).catch(() => {})
      await Promise.allSettled([pool.end(), queuePool.end()])
      await embedded?.stop()
    },
  }
}
