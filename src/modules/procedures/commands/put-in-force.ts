import { implementCommand } from '../../../kernel/implement.ts'
import { nothingToPutInForce, procedurePutInForce, procedureRetired, putInForce } from '../contract.ts'
import { editionsOf, enforce, procedureOf } from '../procedure-row.ts'

export const putInForceBody = implementCommand(putInForce, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure', id, expectedVersion }],
  load: async (act, { id }) => ({ procedure: await procedureOf(act, id), editions: await editionsOf(act, id) }),
  async run(act, { id }, { procedure, editions }) {
    const { title } = act.locked(id)
    if (procedure.state === 'retired') act.refuse(procedureRetired, { title })
    const draft = editions.find(edition => edition.in_force_at === null)
    if (!draft) return act.refuse(nothingToPutInForce, { title })
    await enforce(act, id, draft)
    const version = await act.changeRecord(id)
    act.emit(procedurePutInForce, { id, title, number: draft.number }, [id])
    return { output: { id, version, number: draft.number } }
  },
})
