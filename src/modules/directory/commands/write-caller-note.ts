import { implementCommand } from '../../../kernel/implement.ts'
import { callerNoteWritten, noteAboveClearance, writeCallerNote } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

/** A record made from the party: never less confidential than it. Nobody writes what they could not read. */
export const writeCallerNoteBody = implementCommand(writeCallerNote, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, what, body, class: level }, party) {
    requireCurrent(act, party)
    if (level > act.principal.clearance) act.refuse(noteAboveClearance)
    const noteId = await act.createRecord({ kind: 'caller-note', title: party.name, class: level, source: id })
    await act
      .db<DirectoryTables>()
      .insertInto('directory.caller_note')
      .values({ organisation_id: act.office.id, id: noteId, party_id: id, what, body: body.trim(), written_at: act.at })
      .execute()
    act.emit(callerNoteWritten, { id, title: party.name, noteId }, [noteId])
    return {
      output: { id, noteId },
      undo: { command: 'directory.remove-caller-note', input: { id, kind, noteId } },
    }
  },
})
