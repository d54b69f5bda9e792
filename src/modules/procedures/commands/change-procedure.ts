import { implementCommand } from '../../../kernel/implement.ts'
import { changeProcedure, procedureChanged, procedureRetired } from '../contract.ts'
import { requirePerson } from '../people.ts'
import { editionsOf, procedureOf, soundContent, updateProcedure, writeDraft } from '../procedure-row.ts'
import type { ProceduresTables } from '../tables.ts'

export const changeProcedureBody = implementCommand(changeProcedure, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure', id, expectedVersion }],
  load: async (act, { id }) => ({ before: await procedureOf(act, id), editions: await editionsOf(act, id) }),
  async run(act, input, { before, editions }) {
    const { id, title, purpose, ownerId, ownerRole, content } = input
    const was = act.locked(id).title
    if (before.state === 'retired') act.refuse(procedureRetired, { title: was })
    await requirePerson(act, ownerId)
    await updateProcedure(act, id, {
      purpose: purpose ?? before.purpose,
      owner_id: ownerId === undefined ? before.owner_id : ownerId,
      owner_role: ownerRole === undefined ? before.owner_role : ownerRole,
    })
    const draft = editions.find(edition => edition.in_force_at === null)
    if (content) await writeDraft(act, id, await soundContent(act, content))
    else if (content === null && draft)
      await act
        .db<ProceduresTables>()
        .deleteFrom('procedures.edition')
        .where('organisation_id', '=', act.office.id)
        .where('procedure_id', '=', id)
        .where('number', '=', draft.number)
        .execute()
    const version = await act.changeRecord(id, {
      ...(title === undefined ? {} : { title }),
      ...(title !== undefined || purpose !== undefined
        ? { title: title ?? was, search: { body: purpose ?? before.purpose } }
        : {}),
    })
    act.emit(procedureChanged, { id, title: title ?? was }, [id])
    const prior = {
      id,
      expectedVersion: version,
      title: was,
      purpose: before.purpose,
      ownerId: before.owner_id,
      ownerRole: before.owner_role,
      ...(content === undefined ? {} : { content: draft ? draft.content : null }),
    }
    return { output: { id, version }, undo: { command: 'procedures.change-procedure', input: prior } }
  },
})
