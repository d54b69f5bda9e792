/** A memo of somebody else: held, asked about, corrected, let out. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import {
  checkOf,
  loudOf,
  memoFindings,
  memoWish,
  memoWords,
  type Prior,
  requireState,
  take,
  updateCheck,
} from '../memo-row.ts'
import type { OutgoingCheckTable, ProofingTables } from '../tables.ts'
import type { Updateable } from 'kysely'

export const holdMemoBody = implementCommand(c.holdMemo, {
  async run(act, { title, authorId, memo, documentId, wish }) {
    await requireColleague(act, authorId, c.memoAuthorUnknown)
    if (documentId) await requireVisible(act, documentId, ['document'])
    const words = await memoWords(act, memo, documentId)
    if (!words.trim() && !documentId) act.refuse(c.memoEmpty)
    const findings = await memoFindings(act, title, words)
    const id = await act.createRecord({
      kind: 'outgoing-check',
      title,
      ...(documentId ? { source: documentId } : {}),
      search: { body: words },
    })
    await act
      .db<ProofingTables>()
      .insertInto('proofing.outgoing_check')
      .values({
        organisation_id: act.office.id,
        id,
        state: 'held',
        purpose: 'memo',
        about_id: null,
        findings: JSON.stringify(findings),
        author_id: authorId,
        holder_id: act.principal.id,
        wish,
        document_id: documentId ?? null,
        memo: words,
        question: null,
        answer: null,
        decided_by_id: null,
        decided_at: null,
        prior: null,
      })
      .execute()
    if (documentId) await act.link(id, documentId, 'attachment')
    act.emit(c.memoHeld, { id, title }, [id])
    return {
      output: { id, version: 1, doubtful: findings.length },
      undo: { command: 'proofing.withdraw-memo', input: { id, expectedVersion: 1 } },
    }
  },
})

const waiting = ['held', 'asked', 'corrected'] as const

export const askAuthorBody = implementCommand(c.askAuthor, {
  locks: ({ id, expectedVersion }) => [{ kind: 'outgoing-check', id, expectedVersion }],
  load: (act, { id }) => checkOf(act, id),
  async run(act, { id, question }, row) {
    requireState(act, row, ['held', 'corrected'])
    const { title, version: before } = act.locked(id)
    const work = [memoWish(act, row, 'ask', { title, version: before + 1, note: question })]
    const { version, undo } = await take(act, row, {
      change: { state: 'asked', question, answer: null },
      event: c.authorAsked,
      work,
      more: { question },
    })
    return { output: { id, version }, undo }
  },
})

export const correctMemoBody = implementCommand(c.correctMemo, {
  locks: ({ id, expectedVersion }) => [{ kind: 'outgoing-check', id, expectedVersion }],
  load: (act, { id }) => checkOf(act, id),
  async run(act, { id, memo, documentId, answer }, row) {
    requireState(act, row, ['asked', 'held'])
    if (documentId) await requireVisible(act, documentId, ['document'])
    if (!memo?.trim() && !documentId && !answer?.trim()) act.refuse(c.memoEmpty)
    const { title, version: before } = act.locked(id)
    const words = memo?.trim() || documentId ? await memoWords(act, memo, documentId) : row.memo
    const findings = await memoFindings(act, title, words)
    if (documentId && documentId !== row.document_id) await act.link(id, documentId, 'attachment')
    const { version, undo } = await take(act, row, {
      change: {
        state: 'corrected',
        memo: words,
        document_id: documentId ?? row.document_id,
        answer: answer?.trim() || null,
        findings: JSON.stringify(findings),
      },
      event: c.memoCorrected,
      work: [memoWish(act, row, 'look', { title, version: before + 1 })],
    })
    return { output: { id, version, doubtful: findings.length }, undo }
  },
})

const decided = (act: Act, state: 'released' | 'withdrawn'): Updateable<OutgoingCheckTable> => ({
  state,
  decided_by_id: act.principal.id,
  decided_at: act.at,
})

export const releaseMemoBody = implementCommand(c.releaseMemo, {
  locks: ({ id, expectedVersion }) => [{ kind: 'outgoing-check', id, expectedVersion }],
  load: (act, { id }) => checkOf(act, id),
  async run(act, { id, anyway }, row) {
    requireState(act, row, ['held', 'corrected'])
    const count = loudOf(row)
    if (count > 0 && !anyway) act.refuse(c.memoDoubtful, { title: act.locked(id).title, count })
    const { version, undo } = await take(act, row, { change: decided(act, 'released'), event: c.memoReleased })
    return { output: { id, version }, undo }
  },
})

export const withdrawMemoBody = implementCommand(c.withdrawMemo, {
  locks: ({ id, expectedVersion }) => [{ kind: 'outgoing-check', id, expectedVersion }],
  load: (act, { id }) => checkOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, waiting)
    const { version, undo } = await take(act, row, { change: decided(act, 'withdrawn'), event: c.memoWithdrawn })
    return { output: { id, version }, undo }
  },
})

export const takeBackMemoStepBody = implementCommand(c.takeBackMemoStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'outgoing-check', id, expectedVersion }],
  load: (act, { id }) => checkOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const prior = row.prior as Prior | null
    if (!prior) return act.refuse(c.memoStepNotLast, { title })
    await updateCheck(act, id, { ...(prior.columns as Updateable<OutgoingCheckTable>), prior: null })
    const memo = prior.columns['memo']
    const version = await act.changeRecord(id, typeof memo === 'string' ? { search: { body: memo } } : {})
    const workWithdrawn = prior.keys.map(key => ({ key }))
    act.emit(c.memoStepTakenBack, { id, title, ...(workWithdrawn.length ? { workWithdrawn } : {}) }, [id])
    return { output: { id, version } }
  },
})
