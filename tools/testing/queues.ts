/** A database in which the queues of all jobs stand, as a server makes them when it meets one for the first time: made once a run. */
import { modules } from '../../src/app/modules.ts'
import { APP_ROLE } from '../../src/kernel/database/embedded/connection.ts'
import { installQueues } from '../../src/kernel/jobs/boss.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import type { Prepared } from './database.ts'

export const queues: Prepared = {
  name: 'queues',
  prepare: owner => installQueues(owner, buildRegistry(modules), APP_ROLE),
}
