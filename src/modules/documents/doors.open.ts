/** Opens the doors that the configuration names; imported by `src/app` through index.ts. */
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { organisations } from '../../kernel/platform/first-run.ts'
import type { Ground } from '../../kernel/platform/ground.ts'
import { openBacklogDoor } from './doors.backlog.ts'
import { openFolderDoor } from './doors.folder.ts'
import { openImapDoor } from './doors.imap.ts'
import { openSmtpDoor } from './doors.smtp.ts'
import { closeReaders } from './reading/in-child.ts'

export interface DoorSettings {
  /** 0: no SMTP door. */
  readonly smtpPort: number
  readonly watchDir: string | undefined
  readonly host: string
  readonly log: Log
}

export async function documentDoors(
  kernel: Kernel,
  ground: Ground,
  { smtpPort, watchDir, host, log }: DoorSettings,
): Promise<{ close(): Promise<void> }> {
  const shared = { kernel, log, organisations: () => organisations(ground) }
  const smtp = smtpPort > 0 ? await openSmtpDoor({ ...shared, port: smtpPort, host }) : null
  const folder = watchDir ? openFolderDoor({ ...shared, folder: watchDir }) : null
  const imap = openImapDoor(shared)
  const backlogs = openBacklogDoor(shared)
  return {
    async close() {
      await Promise.all([backlogs.close(), smtp?.close(), folder?.close(), imap.close()])
      closeReaders()
    },
  }
}
