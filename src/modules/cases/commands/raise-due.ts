import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import type { TaskWish } from '../../work/contract.ts'
import { type CaseRow, caseOf, caseWish, numberOf, openKeys, told, updateCase } from '../case-row.ts'
import * as c from '../contract.ts'
import { idsOf, toClose, toEscalate, toReview, toWarn } from '../due.ts'
import { kindsOf } from '../kinds.ts'
import { officeWords } from '../words.ts'

async function headOf(act: Act, id: string): Promise<{ title: string; version: number }> {
  const { rows } = await sql<{ title: string; version: number }>`
    select title, version::int as version from kernel.record where organisation_id = ${act.office.id} and id = ${id} for update`.execute(
    act.db(),
  )
  return rows[0]!
}

/** Before it breaks: its owner, or whoever takes what is nobody's. */
async function warn(act: Act, row: CaseRow): Promise<void> {
  const head = await headOf(act, row.id)
  updateCase(act, row.id, { warned_at: act.at })
  await raiseRecord(act, row.id)
  const key = `cases.case:${row.id}:warned:${row.due_at!.epochMilliseconds}`
  const title = officeWords(act, 'task.warned', { title: head.title, number: numberOf(row) }).slice(0, 300)
  const to = row.owner_id ? { ownerId: row.owner_id } : { role: 'clerk' }
  const wish = { ...caseWish(act, row, { what: 'answer', dueAt: row.due_at }, head), key, title, ...to }
  const work: TaskWish[] = [{ ...wish, urgency: 'urgent' }]
  const workWithdrawn = await openKeys(act, row.id)
  act.emit(
    c.caseWarned,
    { ...told(row, head.title), at: row.due_at!, work, ...(workWithdrawn.length > 0 && { workWithdrawn }) },
    [row.id],
  )
}

async function escalate(act: Act, row: CaseRow, toId: string | null): Promise<void> {
  const head = await headOf(act, row.id)
  updateCase(act, row.id, { escalated_at: act.at, warned_at: row.warned_at ?? act.at })
  await raiseRecord(act, row.id)
  const wish = caseWish(act, row, { what: 'broken', ownerId: toId, role: 'manager' }, head)
  act.emit(c.caseEscalated, { ...told(row, head.title), at: row.due_at!, work: [wish] }, [row.id])
}

async function close(act: Act, row: CaseRow): Promise<void> {
  const head = await headOf(act, row.id)
  updateCase(act, row.id, { state: 'closed', closed_at: act.at })
  await raiseRecord(act, row.id)
  act.emit(c.caseClosed, told(row, head.title), [row.id])
}

async function review(act: Act, id: string): Promise<void> {
  const { title } = await headOf(act, id)
  const { rows } = await sql<{ owner_id: string | null }>`
    update cases.answer set review_raised_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id}
    returning owner_id`.execute(act.db())
  await raiseRecord(act, id)
  const ownerId = rows[0]!.owner_id
  const wish: TaskWish = {
    key: `cases.answer:${id}:${act.today}`,
    title: officeWords(act, 'task.review', { title }).slice(0, 300),
    sourceId: id,
    dueOn: act.today.add({ days: 14 }),
    ...(ownerId ? { ownerId } : { role: 'manager' }),
  }
  act.emit(c.answerOld, { id, title, work: [wish] }, [id])
}

export const raiseDueBody = implementCommand(c.raiseDue, {
  async run(act) {
    const kinds = new Map((await kindsOf(act)).map(kind => [kind.id, kind]))
    const warned = await idsOf(act, toWarn(act))
    for (const id of warned) await warn(act, await caseOf(act, id))
    const escalated = await idsOf(act, toEscalate(act))
    for (const id of escalated) {
      const row = await caseOf(act, id)
      await escalate(act, row, kinds.get(row.kind_id)?.escalate_to_id ?? null)
    }
    const closed = await idsOf(act, toClose(act))
    for (const id of closed) await close(act, await caseOf(act, id))
    const old = await idsOf(act, toReview(act))
    for (const id of old) await review(act, id)
    return { output: { warned: warned.length, escalated: escalated.length, closed: closed.length, old: old.length } }
  },
})
