import { implementCommand } from '../../../kernel/implement.ts'
import { callerNoteRemoved, detailUnknown, removeCallerNote } from '../contract.ts'
import { partyOf } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

/** Only its words go; the record stays, so that what happened keeps what it is about. */
export const removeCallerNoteBody = implementCommand(removeCallerNote, {
  locks: ({ id, kind, noteId, expectedVersion }) => [
    { kind, id, expectedVersion },
    { kind: 'caller-note', id: noteId },
  ],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, noteId }, party) {
    const gone = await act
      .db<DirectoryTables>()
      .deleteFrom('directory.caller_note')
      .where('organisation_id', '=', act.office.id)
      .where('party_id', '=', id)
      .where('id', '=', noteId)
      .returning(['what', 'body'])
      .executeTakeFirst()
    if (!gone) return act.refuse(detailUnknown, { id, detailId: noteId })
    act.emit(callerNoteRemoved, { id, title: party.name, noteId }, [noteId])
    return {
      output: { id },
      undo: {
        command: 'directory.write-caller-note',
        input: { id, kind, what: gone.what, body: gone.body, class: act.locked(noteId).class },
      },
    }
  },
})
