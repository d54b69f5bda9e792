import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { changeClassCode, classCodeChanged, createClassCode, refusals } from '../contract.ts'
import type { DocumentsTables } from '../tables.ts'

const constraints = { class_code_once: refusals.classCodeTaken }

export const createClassCodeBody = implementCommand(createClassCode, {
  constraints,
  async run(
    act,
    { code, name, retentionYears, retentionFrom, confidentiality, retentionBasis = null, retentionThen = 'destroy' },
  ) {
    const id = await act.createRecord({ kind: 'class-code', title: `${code} ${name}`, class: 0 })
    await act
      .db<DocumentsTables>()
      .insertInto('documents.class_code')
      .values({
        organisation_id: act.office.id,
        id,
        code,
        name,
        retention_years: retentionYears,
        retention_from: retentionFrom,
        class: confidentiality,
        retention_basis: retentionBasis,
        retention_then: retentionThen,
      })
      .execute()
    act.emit(classCodeChanged, { classCodeId: id, code, name }, [id])
    return { output: { id } }
  },
})

async function rowOf(act: Act, id: string) {
  const row = await act
    .db<DocumentsTables>()
    .selectFrom('documents.class_code')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? act.refuse(kernelRefusals.notFound, { kind: 'class-code', id })
}

export const changeClassCodeBody = implementCommand(changeClassCode, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'class-code', id, expectedVersion }],
  load: (act, { id }) => rowOf(act, id),
  async run(act, { id, expectedVersion: _seen, ...changes }, before) {
    const after = {
      code: changes.code ?? before.code,
      name: changes.name ?? before.name,
      retention_years: changes.retentionYears === undefined ? before.retention_years : changes.retentionYears,
      retention_from: changes.retentionFrom ?? before.retention_from,
      class: changes.confidentiality ?? before.class,
      retired: changes.retired ?? before.retired,
      retention_basis: changes.retentionBasis === undefined ? before.retention_basis : changes.retentionBasis,
      retention_then: changes.retentionThen ?? before.retention_then,
    }
    await act
      .db<DocumentsTables>()
      .updateTable('documents.class_code')
      .set(after)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id, { title: `${after.code} ${after.name}` })
    act.emit(classCodeChanged, { classCodeId: id, code: after.code, name: after.name }, [id])
    const back = {
      code: before.code,
      name: before.name,
      retentionYears: before.retention_years,
      retentionFrom: before.retention_from,
      confidentiality: before.class,
      retired: before.retired,
      retentionBasis: before.retention_basis,
      retentionThen: before.retention_then,
    }
    return {
      output: { version },
      undo: { command: 'documents.change-class-code', input: { id, expectedVersion: version, ...back } },
    }
  },
})
