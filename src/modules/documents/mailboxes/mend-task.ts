/** What cannot be looked into until somebody mends it is that person's task; a line that is down for a while mends itself. */
import { type Selectable, sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import type { TaskWish } from '../../work/contract.ts'
import type { MailboxProblem } from '../contract.ts'
import { catalogues } from '../messages/index.ts'
import type { MailboxTable } from './tables.ts'

type Row = Selectable<MailboxTable>

const mendedByPeople: readonly MailboxProblem[] = [
  'host-unknown',
  'certificate',
  'sign-in-refused',
  'folder-missing',
  'not-encrypted',
]

const keyOf = (id: string, since: Temporal.Instant) => `documents:mailbox-failed:${id}:${since.epochMilliseconds}`

async function isHere(act: Act, principalId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from authority.colleague where organisation_id = ${act.office.id} and principal_id = ${principalId}`.execute(
    act.db(),
  )
  return rows.length > 0
}

/** The task of whoever connected it, or of the owner once they have left. */
export async function mendTask(
  act: Act,
  row: Row,
  since: Temporal.Instant,
  problem: MailboxProblem,
): Promise<TaskWish[]> {
  if (!mendedByPeople.includes(problem)) return []
  const language = nearestLanguage(act.office.language)
  const words = catalogues[language]
  const say = (key: keyof typeof words) =>
    translate(words[key], { name: row.name, host: row.host, folder: row.folder }, language).slice(0, 300)
  return [
    {
      key: keyOf(row.id, since),
      title: say('task.mailbox-failed'),
      note: [`refusal.mailbox-${problem}`, `refusal.mailbox-${problem}.todo`]
        .map(key => say(key as keyof typeof words))
        .join('\n'),
      ...((await isHere(act, row.connected_by)) ? { ownerId: row.connected_by } : { role: 'owner' }),
      sourceId: row.id,
      dueOn: act.today,
    },
  ]
}

/** Ended when it is reached again, reached another way, or disconnected. */
export const mended = ({ id, failing_since: since }: Row) => (since ? [{ key: keyOf(id, since) }] : [])
