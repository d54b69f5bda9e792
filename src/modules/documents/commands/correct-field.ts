import { implementCommand } from '../../../kernel/implement.ts'
import { correctField, type DocumentKind, fieldCorrected, refusals } from '../contract.ts'
import {
  correctField as keepCorrection,
  documentOf,
  fieldsOf,
  refreshDocument,
  requireState,
} from '../document-store.ts'
import { amountOf, normalField } from '../field-value.ts'

const amounts: ReadonlySet<string> = new Set(['net', 'vat', 'total'])

export const correctFieldBody = implementCommand(correctField, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: async (act, { id }) => ({ row: await documentOf(act, id), fields: await fieldsOf(act, id) }),
  async run(act, { id, name, value }, { row, fields }) {
    requireState(act, 'correct', row)
    const normal = value === null || value.trim() === '' ? null : normalField(name, value)
    const currency = fields.get('currency')?.value ?? null
    const unfit =
      (normal === null && value !== null && value.trim() !== '') ||
      (amounts.has(name) && normal !== null && currency !== null && !amountOf(normal, currency))
    if (unfit || (name === 'kind' && normal === null)) act.refuse(refusals.fieldInvalid, { field: name, value })
    const before = await keepCorrection(act, id, fields.get(name), name, normal)
    // Another name is another sender, unless a person says which party it is.
    const renamed = name === 'senderName' && normal !== before ? { sender_id: null } : {}
    const version = await refreshDocument(act, row, {
      ...(name === 'kind' ? { kind: normal as DocumentKind, own_kind_id: null } : {}),
      ...renamed,
    })
    act.emit(
      fieldCorrected,
      { documentId: id, name: act.locked(id).title, field: name, value: normal, before, senderId: row.sender_id },
      [id],
    )
    return {
      output: { version },
      undo: { command: 'documents.correct-field', input: { id, name, value: before, expectedVersion: version } },
    }
  },
})
