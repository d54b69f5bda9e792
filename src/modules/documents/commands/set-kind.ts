import { implementCommand } from '../../../kernel/implement.ts'
import { kindSet, setKind } from '../contract.ts'
import { correctField, documentOf, fieldsOf, refreshDocument, requireState } from '../document-store.ts'
import { ruleOf } from '../plan-store.ts'

export const setKindBody = implementCommand(setKind, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: async (act, { id }) => ({ row: await documentOf(act, id), fields: await fieldsOf(act, id) }),
  async run(act, { id, kind }, { row, fields }) {
    requireState(act, 'correct', row)
    await correctField(act, id, fields.get('kind'), 'kind', kind)
    await refreshDocument(act, row, { kind, own_kind_id: null })
    const rule = await ruleOf(act, kind)
    const record = act.locked(id)
    const level = Math.max(record.class, rule.class ?? 0, rule.classCode?.class ?? 0)
    const version = level > record.class ? await act.changeRecord(id, { class: level }) : record.version
    act.emit(kindSet, { documentId: id, name: record.title, kind, before: row.kind }, [id])
    return {
      output: { version },
      undo: { command: 'documents.set-kind', input: { id, kind: row.kind, expectedVersion: version } },
    }
  },
})
