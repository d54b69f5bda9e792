import { implementQuery } from '../../../kernel/implement.ts'
import { askedFields, askedOf } from '../asked-fields.ts'
import { planConfirm } from '../confirm-plan.ts'
import { type FieldName, previewConfirm } from '../contract.ts'
import { learntByIds } from '../learning/learnt-from.ts'
import { documentOf, fieldsOf } from '../document-store.ts'
import { rulesInForce } from '../plan-store.ts'
import { visibleDocument } from './visible-document.ts'

export const previewConfirmBody = implementQuery(previewConfirm, async (view, { id, ...choices }) => {
  const record = await visibleDocument(view, id)
  const grounds = {
    row: await documentOf(view, id),
    fields: await fieldsOf(view, id),
    class: record.class,
    ruleFor: await rulesInForce(view),
  }
  const { kind, ownKind, consequences, classCode, sender, newSender, sureness, changed, taught } = await planConfirm(
    view,
    grounds,
    choices,
  )
  const { needed, also } = askedFields(kind)
  const said = new Map(choices.fields?.map(({ name, value }) => [name, value]))
  const has = (name: FieldName) => (said.has(name) ? Boolean(said.get(name)) : grounds.fields.has(name))
  return {
    kind,
    ownKind: ownKind && { id: ownKind.id, name: ownKind.name },
    task: consequences.task,
    classCode: classCode && { id: classCode.id, code: classCode.code, name: classCode.name },
    confidentiality: consequences.confidentiality,
    keepUntil: consequences.keepUntil,
    keptForGood: consequences.keptForGood,
    sender,
    newSender,
    discardProposed: consequences.discardProposed,
    changedAccounts: changed.map(one => ({ ...one, known: [...one.known] })),
    learnt: await learntByIds(view, taught.by),
    doubts: [...sureness.doubts],
    missing: [...new Set([...sureness.missing, ...(ownKind?.wants ?? []).filter(name => !has(name))])],
    asked: askedOf(needed, also, ownKind?.wants),
  }
})
