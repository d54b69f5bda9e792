import { implementQuery } from '../../../kernel/implement.ts'
import { askedFields } from '../asked-fields.ts'
import { planConfirm } from '../confirm-plan.ts'
import { previewConfirm } from '../contract.ts'
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
  const { kind, consequences, classCode, sender, newSender, sureness, changed, taught } = await planConfirm(
    view,
    grounds,
    choices,
  )
  const { needed, also } = askedFields(kind)
  return {
    kind,
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
    missing: [...sureness.missing],
    asked: [...needed.map(name => ({ name, needed: true })), ...also.map(name => ({ name, needed: false }))],
  }
})
