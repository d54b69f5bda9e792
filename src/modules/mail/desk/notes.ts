import { implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract/desk.ts'

/** As much of a note as the timeline and a notice show. */
const shownOf = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text)

export const addNoteBody = implementCommand(c.addNote, {
  locks: ({ id }) => [{ kind: 'mail-thread', id }],
  async run(act, { id, text, personIds }) {
    for (const person of personIds) await requireColleague(act, person, c.deskOwnerUnknown)
    const comment = await act.actAs(act.principal.id, addComment, { recordId: id, text })
    if (comment.status !== 'done') return act.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
    const { commentId } = comment.output
    const { title } = act.locked(id)
    const notify = [...new Set(personIds)]
      .filter(person => person !== act.principal.id)
      .map(toId => ({
        key: `mail.note:${id}`,
        toId,
        titleKey: 'notice.mail-note',
        params: { title: title.slice(0, 200), text: shownOf(text) },
        recordId: id,
        urgency: 'now' as const,
      }))
    act.emit(c.noteAdded, { id, title, text: shownOf(text), ...(notify.length > 0 && { notify }) }, [id])
    return {
      output: { id, commentId },
      undo: { command: 'work.remove-comment', input: { recordId: id, commentId } },
    }
  },
})

export const noteFiledBody = implementCommand(c.noteFiled, {
  locks: ({ id }) => [{ kind: 'mail-thread', id }],
  async run(act, { id, documentIds }) {
    const documents = [...new Set(documentIds)]
    for (const document of documents) {
      await requireVisible(act, document, ['document'])
      await act.link(id, document, 'attachment')
    }
    act.emit(c.attachmentsFiled, { id, title: act.locked(id).title, count: documents.length }, [id, ...documents])
    return { output: { id, count: documents.length } }
  },
})
