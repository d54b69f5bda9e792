/** The bank's folder: statements and answers laid into `bank` of the watched folder are taken in and read, none twice. */
import { createHash, randomUUID } from 'node:crypto'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Looking } from '../../kernel/outside/look-again.ts'
import { type Laid, watchFolder, type WatchedFolder } from '../../kernel/outside/watched-folder.ts'
import { takeStatement } from './contract.ts'

export interface BankFolder extends Omit<WatchedFolder, 'take' | 'within'> {
  readonly kernel: Kernel
}

const surface = 'folder'

/** What cannot be read is a task of whoever keeps the books; here it is stored, or its name is refused. */
async function takeLaid(kernel: Kernel, { organisationId, name, source, occasion }: Laid): Promise<string | null> {
  const title = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .slice(-200)
  const file = await kernel.files.put(organisationId, source, { name: title })
  const key = createHash('sha256').update(file.digest).update(`\n${title}\n${occasion}`).digest('hex')
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command: takeStatement.name,
    input: { fileId: file.id, name: title, once: true },
    key: `bank-${surface}:${key}`,
    requestId: `${surface}:${randomUUID()}`,
    surface,
  })
  if (outcome.status === 'done') return null
  if (outcome.status !== 'refused') return 'approval-needed'
  // the same key with another file id: the first attempt was committed, its caller died before it could say so
  return outcome.refusal.name === 'key-reused' ? null : outcome.refusal.name
}

export const openBankFolder = ({ kernel, ...watched }: BankFolder): Looking =>
  watchFolder({ ...watched, within: 'bank', take: laid => takeLaid(kernel, laid) })
