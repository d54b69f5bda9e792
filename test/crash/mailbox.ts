/** A Kontor that does nothing but look into one mailbox, over the database and folder it is given; the crash test kills it. */
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { newId, systemPrincipalId } from '../../src/kernel/ids.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { modules } from '../../src/app/modules.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { openImapDoor } from '../../src/modules/documents/doors.imap.ts'
import { documentMailbox } from '../../src/modules/documents/mailboxes/connect.ts'

const given = JSON.parse(process.env['CRASH_MAILBOX'] ?? '{}') as {
  app: object
  files: string
  organisationId: string
  port: number
}
const pool = createPool({ ...given.app, max: 4 }, error => console.error(error.message))
const kernel = createKernel({
  registry: buildRegistry(modules),
  pool,
  authority: authorityPort(),
  jobs: { insert: async () => undefined, wake: () => undefined },
  files: diskFiles(given.files, pool),
  secret: Buffer.alloc(32, 7),
  log: (level, message, data) => {
    if (level === 'error') console.error(message, JSON.stringify(data))
  },
})
const as = { organisationId: given.organisationId, principalId: systemPrincipalId, mandateId: null }
const known = await kernel.ask({ ...as, query: 'documents.list-mailboxes', input: {}, requestId: newId() })
if (known.status !== 'done') throw new Error(JSON.stringify(known))
if ((known.output as { total: number }).total === 0) {
  const connected = await documentMailbox.act(
    kernel,
    as,
    {
      name: 'Bills',
      host: '127.0.0.1',
      port: given.port,
      encryption: 'none',
      username: 'office',
      password: 'right',
      folder: 'INBOX',
      withOld: true,
    },
    newId(),
  )
  if (connected.status !== 'done') throw new Error(JSON.stringify(connected))
}
openImapDoor({
  kernel,
  organisations: async () => [{ id: given.organisationId, name: 'Office' }],
  log: () => undefined,
  settingsMs: 100,
  askMs: 500,
  againMs: 100,
})
process.send?.('ready')
