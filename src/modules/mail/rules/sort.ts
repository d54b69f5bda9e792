import { sql } from 'kysely'
import { type Act, implementCommand, type Reaction } from '../../../kernel/implement.ts'
import { mailsReceived } from '../contract/events.ts'
import * as c from '../contract/rules.ts'
import { raise, setState, threadsOf } from '../desk/set-threads.ts'
import { wishesOf } from './match.ts'
import { factsOf, mailsOf, type MailRow, rulesInForce } from './rows.ts'

/** Which of the senders are buried, as mailbox and address. */
async function buriedOf(act: Act, mails: readonly MailRow[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mailbox_id: string; address: string }>`
    select mailbox_id, address from mail.buried_sender where organisation_id = ${act.office.id}
      and mailbox_id = any(${[...new Set(mails.map(one => one.mailbox_id))]}::uuid[])
      and address = any(${[...new Set(mails.map(one => one.from_address))]}::text[])`.execute(act.db())
  return new Set(rows.map(row => `${row.mailbox_id} ${row.address}`))
}

interface Wishes {
  ownerId: string | null
  labels: Set<string>
  outcome: 'stays' | 'done' | 'noise'
}

/** What is to be done with each thread; the newest mail in it decides what becomes of it. A folder is each mail's own. */
async function wishes(
  act: Act,
  mails: readonly MailRow[],
): Promise<{ wanted: Map<string, Wishes>; folders: Map<string, MailRow[]> }> {
  const [rules, buried] = [await rulesInForce(act), await buriedOf(act, mails)]
  const wanted = new Map<string, Wishes>()
  const folders = new Map<string, MailRow[]>()
  for (const mail of mails) {
    const { ownerId, labels, outcome, folderId } = wishesOf(factsOf(mail), rules)
    if (folderId) folders.set(folderId, [...(folders.get(folderId) ?? []), mail])
    const before = wanted.get(mail.thread_id)
    wanted.set(mail.thread_id, {
      ownerId: mail.owner_id ?? before?.ownerId ?? ownerId,
      labels: new Set([...(before?.labels ?? []), ...labels]),
      outcome: buried.has(`${mail.mailbox_id} ${mail.from_address}`) ? 'noise' : outcome,
    })
  }
  return { wanted, folders }
}

/** Lays mails into a folder, there as soon as the server is asked; one that is there no more leaves them where they are. */
async function layInto(act: Act, folderId: string, mails: readonly MailRow[]): Promise<string[]> {
  const { rows } = await sql<{ thread_id: string }>`
    update mail.message m set folder_id = f.id, push_tries = 0, push_after = null,
      pending = m.pending or exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    from mail.folder f where f.organisation_id = ${act.office.id} and f.id = ${folderId} and not f.gone
      and m.organisation_id = f.organisation_id and m.mailbox_id = f.mailbox_id
      and m.id = any(${mails.map(({ id }) => id)}::uuid[]) and m.folder_id is distinct from f.id and m.direction = 'in'
    returning m.thread_id`.execute(act.db())
  return rows.map(row => row.thread_id)
}

const where = (wanted: ReadonlyMap<string, Wishes>, fits: (one: Wishes) => boolean): string[] =>
  [...wanted].filter(([, one]) => fits(one)).map(([id]) => id)

async function apply(act: Act, wanted: ReadonlyMap<string, Wishes>): Promise<string[]> {
  const touched = new Set<string>()
  for (const outcome of ['noise', 'done'] as const) {
    const ids = where(wanted, one => one.outcome === outcome)
    const open = (await threadsOf(act, ids)).filter(({ state }) => state === 'open')
    await setState(act, open, outcome)
    for (const { id } of open) touched.add(id)
  }
  for (const ownerId of new Set([...wanted.values()].flatMap(one => one.ownerId ?? []))) {
    const ids = where(wanted, one => one.ownerId === ownerId)
    const { rows } = await sql<{ id: string }>`update mail.thread set owner_id = ${ownerId}
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[]) and owner_id is null returning id`.execute(
      act.db(),
    )
    for (const { id } of rows) touched.add(id)
  }
  for (const label of new Set([...wanted.values()].flatMap(one => [...one.labels]))) {
    const ids = where(wanted, one => one.labels.has(label))
    const { rows } = await sql<{ id: string }>`update mail.thread set labels = (labels || array[${label}::text])[1:50]
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[]) and not labels @> array[${label}::text]
      returning id`.execute(act.db())
    for (const { id } of rows) touched.add(id)
  }
  return [...touched]
}

async function somebodyAway(act: Act, mails: readonly MailRow[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from mail.away_reply where organisation_id = ${act.office.id} and ended_at is null
      and mailbox_id = any(${[...new Set(mails.map(one => one.mailbox_id))]}::uuid[])
      and ${act.today} between from_on and until_on limit 1`.execute(act.db())
  return rows.length > 0
}

export const sortReceivedBody = implementCommand(c.sortReceived, {
  async run(act, { messageIds }) {
    const mails = await mailsOf(act, messageIds)
    if (mails.length === 0) return { output: { count: 0 } }
    if (await somebodyAway(act, mails)) act.enqueue(c.answerAwayJob, { messageIds: mails.map(({ id }) => id) })
    const { wanted, folders } = await wishes(act, mails)
    const sorted = new Set(await apply(act, wanted))
    // last, since what is done was put into the archive just now
    for (const [folderId, theirs] of folders) for (const id of await layInto(act, folderId, theirs)) sorted.add(id)
    const touched = [...sorted]
    if (touched.length > 0) {
      raise(act, touched)
      act.emit(c.mailsSorted, { count: touched.length }, touched)
    }
    return { output: { count: touched.length } }
  },
})

export const sortWhatComes: Reaction = {
  on: mailsReceived.name,
  command: c.sortReceived,
  inputs({ payload }) {
    const { fresh, threadIds, messageIds } = payload
    return fresh ? [{ threadIds, messageIds }] : []
  },
}
