import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract/answers.ts'
import type { DeskTables, SavedAnswerTable } from '../desk/tables.ts'
import { answerOf, requireFreeShortcut, searchOf, textsOf, writeTexts } from './rows.ts'

const constraints = { saved_answer_shortcut: c.shortcutTaken }
const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'saved-answer', id, expectedVersion },
]

export const saveAnswerBody = implementCommand(c.saveAnswer, {
  constraints,
  async run(act, { title, shortcut = null, mailboxId = null, texts }) {
    const id = act.newId()
    await requireFreeShortcut(act, shortcut, id)
    if (mailboxId) await requireVisible(act, mailboxId, ['mail-mailbox'])
    await act.createRecord({
      id,
      kind: 'saved-answer',
      title,
      search: searchOf(texts),
      ...(mailboxId && { source: mailboxId }),
    })
    act.write(
      act.db<DeskTables>().insertInto('mail.saved_answer').values({
        organisation_id: act.office.id,
        id,
        mailbox_id: mailboxId,
        shortcut,
        state: 'kept',
      }),
    )
    writeTexts(act, id, texts)
    act.emit(c.answerSaved, { id, title }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'mail.retire-answer', input: { id, expectedVersion: 1 } },
    }
  },
})

function requireKept(act: Act, answer: SavedAnswerTable): void {
  if (answer.state !== 'kept') act.refuse(c.answerRetired, { title: act.locked(answer.id).title })
}

function update(act: Act, id: string, change: Partial<SavedAnswerTable>): void {
  act.write(
    act
      .db<DeskTables>()
      .updateTable('mail.saved_answer')
      .set(change)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id),
  )
}

export const changeAnswerBody = implementCommand(c.changeAnswer, {
  constraints,
  locks: input => lockOf(input),
  load: async (act, { id }) => ({ answer: await answerOf(act, id), texts: await textsOf(act, id) }),
  async run(act, { id, expectedVersion: _seen, ...given }, { answer, texts: before }) {
    requireKept(act, answer)
    const shortcut = given.shortcut === undefined ? answer.shortcut : given.shortcut
    await requireFreeShortcut(act, shortcut, id)
    if (given.mailboxId) await requireVisible(act, given.mailboxId, ['mail-mailbox'])
    update(act, id, {
      shortcut,
      mailbox_id: given.mailboxId === undefined ? answer.mailbox_id : given.mailboxId,
    })
    const was = before.map(({ language, subject, body }) => ({ language, ...(subject !== null && { subject }), body }))
    if (given.texts) writeTexts(act, id, given.texts)
    const { title: old } = act.locked(id)
    const title = given.title ?? old
    const version = await act.changeRecord(id, { title, search: searchOf(given.texts ?? was) })
    act.emit(c.answerChanged, { id, title }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'mail.change-answer',
        input: {
          id,
          expectedVersion: version,
          title: old,
          shortcut: answer.shortcut,
          mailboxId: answer.mailbox_id,
          texts: was,
        },
      },
    }
  },
})

export const retireAnswerBody = implementCommand(c.retireAnswer, {
  locks: input => lockOf(input),
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id }, answer) {
    requireKept(act, answer)
    update(act, id, { state: 'retired' })
    const version = await act.changeRecord(id)
    act.emit(c.answerRetiredEvent, { id, title: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'mail.restore-answer', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreAnswerBody = implementCommand(c.restoreAnswer, {
  constraints,
  locks: input => lockOf(input),
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id }, answer) {
    const { title } = act.locked(id)
    if (answer.state === 'kept') act.refuse(c.answerKept, { title })
    await requireFreeShortcut(act, answer.shortcut, id)
    update(act, id, { state: 'kept' })
    const version = await act.changeRecord(id)
    act.emit(c.answerRestored, { id, title }, [id])
    return { output: { id, version }, undo: { command: 'mail.retire-answer', input: { id, expectedVersion: version } } }
  },
})
