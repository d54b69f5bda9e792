/** Jobs on pg-boss: enqueued in the act's transaction, retried with backoff, scheduled with zones, dead ones kept. */
import { type Job, PgBoss, type Queue } from 'pg-boss'
import type pg from 'pg'
import type { Client, Pool } from '../database/pool.ts'
import type { JobSink, JobToInsert } from '../dispatch/parts.ts'
import type { JobBody } from '../implement.ts'
import type { Registry } from '../registry.ts'
import { deadQueue } from './queues.ts'

/** What stands in the queue: ids only, since it lies outside row-level security. */
export interface Envelope {
  /** Its queue, so that a dead letter knows where it is revived. */
  readonly job: string
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
  readonly payload: unknown
}

export type Boss = PgBoss

const over = (client: Pick<Client, 'query'>) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    // Several statements at once are answered with a list; pg-boss wants the rows of all.
    const result = (await client.query(text, values)) as { rows: unknown[] } | { rows: unknown[] }[]
    return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
  },
})

/** Opens pg-boss over our pool. Its schema is made and changed by the owner's migration, never from here. */
export function openBoss(pool: Pool, onError: (error: Error) => void, roles: { workers: boolean }): Boss {
  const boss = new PgBoss({
    db: over(pool as unknown as Client),
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: roles.workers,
    schedule: roles.workers,
    // How soon the jobs of a killed process are taken back.
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
  })
  boss.on('error', onError)
  return boss
}

const queueOf = (body: JobBody): Omit<Queue, 'name'> => ({
  retryLimit: body.retryLimit ?? 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: body.expireSeconds ?? 900,
  heartbeatSeconds: 10,
  deadLetter: deadQueue,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 86_400,
})

/** Installs or upgrades pg-boss's tables and our queues as the database's owner, and lets the application use them. */
export async function installQueues(owner: pg.PoolConfig, registry: Registry, appRole: string): Promise<void> {
  const boss = new PgBoss({ ...(owner as object), schema: 'pgboss', max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  try {
    const wanted: [string, Omit<Queue, 'name'>][] = [
      [deadQueue, { retentionSeconds: 365 * 86_400 }],
      ...registry.jobs.map((body): [string, Omit<Queue, 'name'>] => [body.job.name, queueOf(body)]),
    ]
    for (const [name, options] of wanted) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
    await boss.getDb().executeSql(`
      grant usage on schema pgboss to ${appRole};
      grant select, insert, update, delete on all tables in schema pgboss to ${appRole};
      grant execute on all functions in schema pgboss to ${appRole};
      grant usage on all sequences in schema pgboss to ${appRole}`)
  } finally {
    await boss.stop({ graceful: true, close: true })
  }
}

/** Inserts jobs through the act's own transaction. */
export function bossSink(boss: Boss, wake: (names: readonly string[]) => void): JobSink {
  return {
    async insert(client: Client, organisationId: string, jobs: readonly JobToInsert[]) {
      const db = over(client)
      for (const job of jobs) {
        const envelope: Envelope = {
          job: job.name,
          organisationId,
          principalId: job.principalId,
          mandateId: job.mandateId,
          payload: job.payload,
        }
        await boss.send(job.name, envelope, {
          db,
          group: { id: organisationId },
          ...(job.startAfter ? { startAfter: job.startAfter.toString() } : {}),
          ...(job.singletonKey ? { singletonKey: `${organisationId}:${job.singletonKey}` } : {}),
        })
      }
    },
    wake,
  }
}

export type BossJob = Job<Envelope>
