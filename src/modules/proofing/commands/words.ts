/** The office's own dictionary. */
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import type { ProofingTables } from '../tables.ts'

export const addWordBody = implementCommand(c.addWord, {
  constraints: { word_once: c.wordKnown },
  async run(act, { word, spelledIn }) {
    const wordId = act.newId()
    await act
      .db<ProofingTables>()
      .insertInto('proofing.word')
      .values({
        organisation_id: act.office.id,
        id: wordId,
        word,
        language: spelledIn ?? null,
        added_by_id: act.principal.id,
      })
      .execute()
    act.emit(c.wordAdded, { word })
    return { output: { wordId }, undo: { command: 'proofing.remove-word', input: { wordId } } }
  },
})

export const removeWordBody = implementCommand(c.removeWord, {
  async run(act, { wordId }) {
    const gone = await act
      .db<ProofingTables>()
      .deleteFrom('proofing.word')
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', wordId)
      .returning(['word', 'language'])
      .executeTakeFirst()
    if (!gone) return act.refuse(c.wordUnknown, {})
    act.emit(c.wordRemoved, { word: gone.word })
    return { output: {}, undo: { command: 'proofing.add-word', input: { word: gone.word, spelledIn: gone.language } } }
  },
})
