import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import {
  type CaseRow,
  caseOf,
  caseWish,
  entriesOf,
  insertEntry,
  openKeys,
  openStates,
  requireCase,
  searchOf,
  told,
  updateCase,
} from '../case-row.ts'
import { threadHeld } from '../../mail/contract.ts'
import * as c from '../contract.ts'
import { requireKind } from '../kinds.ts'
import { threadOf, writerOf } from '../thread.ts'
import { addressOf } from './entries.ts'
import { takeUpAgain } from './steps.ts'

/** Notes which of the office's answers it was made of, so that they are counted and judged with it. */
function countUses(act: Act, caseId: string, answerIds: readonly string[]): void {
  for (const answerId of new Set(answerIds))
    act.write(sql`
      insert into cases.answer_use (organisation_id, answer_id, case_id, at)
      select organisation_id, id, ${caseId}::uuid, ${act.at}::timestamptz from cases.answer
      where organisation_id = ${act.office.id} and id = ${answerId} on conflict do nothing`)
}

const keptBy = (row: CaseRow, at: Temporal.Instant): boolean | null => {
  if (row.left_minutes !== null) return row.left_minutes >= 0
  return row.due_at && Temporal.Instant.compare(at, row.due_at) <= 0
}

/** Of two who answer the same mail, here and in mail, one waits or takes over. */
async function requireFree(act: Act, threadId: string): Promise<void> {
  const holder = await writerOf(act, threadId)
  if (holder) act.refuse(threadHeld, { id: threadId, who: (await namesOf(act, [holder])).get(holder)?.title ?? '' })
}

export const sendAnswerBody = implementCommand(c.sendAnswer, {
  locks: ({ id, expectedVersion, answerIds = [] }) => [
    { kind: 'case', id, expectedVersion },
    ...[...new Set(answerIds)].map(answerId => ({ kind: 'answer', id: answerId })),
  ],
  load: (act, { id }) => caseOf(act, id),
  async run(act, input, row) {
    const { id, way, apology, answerIds = [] } = input
    const body = input.body.trim()
    requireCase(act, row, [...openStates, 'answered'])
    const mailTo = way === 'mail' ? await addressOf(act, row) : null
    if (way === 'mail' && !mailTo) act.refuse(c.caseNoAddress)
    const kind = await requireKind(act, row.kind_id)
    const asksVerdict = mailTo !== null && (input.asksVerdict ?? kind.asks_verdict)
    if (asksVerdict) await keepLinkSecret(act.db())
    const thread = mailTo ? await threadOf(act, row) : null
    if (thread) await requireFree(act, thread.threadId)
    const entryId = insertEntry(act, id, {
      what: 'answer',
      body,
      language: row.language,
      mailTo,
      apology,
      asksVerdict,
      threadId: thread?.threadId ?? null,
    })
    const isFirst = row.state !== 'answered'
    updateCase(act, id, {
      state: 'answered',
      owner_id: row.owner_id ?? act.principal.id,
      answered_at: row.answered_at ?? act.at,
      waiting_for: null,
      waiting_what: null,
      left_minutes: null,
      warn_at: null,
      ...(isFirst ? { kept: keptBy(row, act.at) } : {}),
    })
    countUses(act, id, answerIds)
    if (mailTo) act.enqueue(c.sendAnswerJob, { id, entryId })
    const texts = (await entriesOf(act, id)).map(entry => entry.body)
    const version = await act.changeRecord(id, { search: searchOf(row, texts) })
    const workDone = await openKeys(act, id)
    act.emit(c.answerSent, { ...told(row, act.locked(id).title), ...(workDone.length > 0 && { workDone }) }, [id])
    return { output: { id, version, entryId } }
  },
})

/** Held by the statement and not by who looks: what became of a mail is noted whoever may see its case. */
async function held(act: Act, id: string): Promise<{ title: string; version: number } | undefined> {
  const { rows } = await sql<{ title: string; version: number }>`
    select title, version::int as version from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} and kind = 'case' for no key update`.execute(act.db())
  return rows[0]
}

export const recordAnswerSentBody = implementCommand(c.recordAnswerSent, {
  async run(act, { id, entryId, mail, error }) {
    const record = await held(act, id)
    if (!record) return { output: {} }
    const row = await caseOf(act, id)
    act.write(sql`
      update cases.entry set mail = ${mail}, mail_error = ${error?.trim() || null}
      where organisation_id = ${act.office.id} and case_id = ${id} and id = ${entryId} and mail is not null`)
    await raiseRecord(act, id)
    if (mail === 'sent') {
      act.emit(c.answerDelivered, told(row, record.title), [id])
      return { output: {} }
    }
    const work = row.state === 'answered' ? await takeUpAgain(act, row, 'failed', record) : {}
    act.emit(c.answerFailed, { ...told(row, record.title), ...work }, [id])
    return { output: {} }
  },
})

export const giveVerdictBody = implementCommand(c.giveVerdict, {
  locks: ({ id }) => [{ kind: 'case', id }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, verdict, words }, row) {
    if (row.state !== 'answered' && row.state !== 'closed') act.refuse(c.verdictLinkClosed)
    updateCase(act, id, { verdict, verdict_words: words?.trim() || null, verdict_at: act.at })
    if (words?.trim()) insertEntry(act, id, { what: 'said', body: words.trim(), language: row.language })
    const work = verdict === 'not' ? await unhappy(act, row) : {}
    await act.changeRecord(id)
    act.emit(c.verdictGiven, { ...told(row, act.locked(id).title), ...work }, [id])
    return { output: {} }
  },
})

/** Who is not content is not left: the case is its owner's again, or in the tray where it has none. */
async function unhappy(act: Act, row: CaseRow) {
  const work = await takeUpAgain(act, row, 'not-content')
  return 'work' in work ? work : { work: [caseWish(act, row, { what: 'not-content', role: 'manager' })] }
}
