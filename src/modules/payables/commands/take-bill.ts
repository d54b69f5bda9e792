import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { signedTotal, titleOf } from '../bill-row.ts'
import { filled } from '../bill-work.ts'
import * as c from '../contract.ts'
import { makeBill } from '../new-bill.ts'
import { columnsOf, type Paper, paperOf } from '../paper.ts'
import { numberKey } from '../pay-to.ts'
import type { Finding } from '../rules.ts'
import type { BillRow } from '../rows.ts'

/** The bill that a reminder is about: by its number or its reference, else by the sum still owed. */
async function remindedBill(act: Act, paper: Paper): Promise<string | null> {
  const key = numberKey(paper.number)
  const reference = paper.reference?.replace(/[^A-Za-z0-9]/g, '').toUpperCase() ?? null
  const { rows } = await sql<{ id: string }>`
    select id from payables.bill where organisation_id = ${act.office.id} and state <> 'withdrawn' and kind = 'bill'
      and (supplier_id = ${paper.sender_id}::uuid or lower(supplier_name) = lower(${paper.sender_name ?? ''}))
      and (number_key = ${key} or reference = ${reference} or remaining_minor > 0 and total_minor = ${paper.total_minor})
    order by number_key is not distinct from ${key} desc, issued_on desc limit 1`.execute(act.db())
  return rows[0]?.id ?? null
}

async function tellOfReminder(act: Act, billId: string, paper: Paper): Promise<void> {
  await sql`
    insert into payables.reminder (organisation_id, document_id, bill_id, came_on, total_minor)
    values (${act.office.id}, ${paper.document_id}, ${billId}, ${act.today}, ${paper.total_minor})
    on conflict do nothing`.execute(act.db())
  await sql`
    insert into payables.alarm (organisation_id, bill_id, rule, severity, data, about, found_at)
    select ${act.office.id}, ${billId}, 'reminded', 'look', jsonb_build_object('count', count(*)), count(*)::text, ${act.at}
    from payables.reminder where organisation_id = ${act.office.id} and bill_id = ${billId}
    on conflict (organisation_id, bill_id, rule) do update set data = excluded.data, about = excluded.about, found_at = excluded.found_at,
      settled_at = null, settled_by_id = null, how = null, said = null`.execute(act.db())
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${billId}`.execute(act.db())
  await act.link(billId, paper.document_id, 'attachment')
  act.emit(c.reminderCame, { id: billId, title: rows[0]!.title }, [billId, paper.document_id])
}

/** Nothing but a reminder has come: the bill itself is still to be asked for. */
const onlyReminded = (paper: Paper): Finding[] =>
  paper.kind === 'reminder'
    ? [{ rule: 'reminded', severity: 'look', data: { count: 1, alone: 1 }, about: 'alone' }]
    : []

type Known = Pick<BillRow, 'id' | 'state' | 'supplier_id' | 'supplier_name' | 'number'>

async function billOfPaper(act: Act, documentId: string): Promise<Known | null> {
  const { rows } = await sql<Known>`
    select id, state, supplier_id, supplier_name, number from payables.bill
    where organisation_id = ${act.office.id} and document_id = ${documentId}`.execute(act.db())
  return rows[0] ?? null
}

interface Follow {
  readonly what: 'again' | 'reopened' | 'sender'
  readonly senderId?: string
}

/** Which bill it is, is known only now: an act of its own locks it. */
function follow(act: Act, bill: Known, documentId: string, told: Follow): void {
  const title = titleOf(bill.supplier_name, bill.number)
  act.emit(c.paperFollowed, { id: bill.id, title, documentId, ...told }, [bill.id, documentId])
}

export const takeBillBody = implementCommand(c.takeBill, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  load: (act, { documentId }) => paperOf(act, documentId),
  async run(act, { documentId }, paper) {
    if (!paper) return { output: { id: null } }
    const before = await billOfPaper(act, documentId)
    if (before) {
      if (before.state === 'withdrawn') follow(act, before, documentId, { what: 'again' })
      return { output: { id: before.id } }
    }
    const reminded = paper.kind === 'reminder' ? await remindedBill(act, paper) : null
    if (reminded) {
      await tellOfReminder(act, reminded, paper)
      return { output: { id: reminded } }
    }
    const { row, title, work, workDone } = await makeBill(act, {
      columns: await columnsOf(act, paper),
      kind: paper.kind === 'credit-note' ? 'credit-note' : 'bill',
      origin: 'document',
      documentId,
      receivedOn: paper.received_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
      words: act.locked(documentId).title,
      more: onlyReminded(paper),
    })
    act.emit(c.billTaken, { id: row.id, title, total: signedTotal(row), ...filled({ work, workDone }) }, [
      row.id,
      documentId,
    ])
    return { output: { id: row.id } }
  },
})

export const followPaperBody = implementCommand(c.followPaper, {
  async run(act, { documentId, senderId, reopened }) {
    const bill = await billOfPaper(act, documentId)
    if (!bill) return { output: {} }
    if (reopened) follow(act, bill, documentId, { what: 'reopened' })
    else if (senderId && bill.supplier_id === null) follow(act, bill, documentId, { what: 'sender', senderId })
    return { output: {} }
  },
})
