import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  addRequirement,
  removeRequirement,
  requirementAdded,
  requirementRemoved,
  requirementSet,
  requirementUnknown,
  setRequirement,
} from '../contract.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { type RequirementRow, requirementsOf } from '../permit-row.ts'

async function requirementOf(act: Act, id: string, requirementId: string): Promise<RequirementRow> {
  const found = (await requirementsOf(act, id)).find(one => one.id === requirementId)
  return found ?? act.refuse(requirementUnknown)
}

export const addRequirementBody = implementCommand(addRequirement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, requirement }) {
    const { title } = act.locked(id)
    const requirementId = act.newId()
    await sql`
      insert into permits.requirement (organisation_id, permit_id, id, position, requirement)
      select ${act.office.id}, ${id}, ${requirementId}, coalesce(max(position), 0) + 1, ${requirement}
      from permits.requirement where organisation_id = ${act.office.id} and permit_id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(requirementAdded, { id, title, requirement }, [id])
    return {
      output: { id, version, requirementId },
      undo: { command: 'permits.remove-requirement', input: { id, expectedVersion: version, requirementId } },
    }
  },
})

export const removeRequirementBody = implementCommand(removeRequirement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, requirementId }) {
    const { title } = act.locked(id)
    const { requirement } = await requirementOf(act, id, requirementId)
    await sql`
      delete from permits.requirement where organisation_id = ${act.office.id} and permit_id = ${id} and id = ${requirementId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(requirementRemoved, { id, title, requirement }, [id])
    return { output: { id, version } }
  },
})

export const setRequirementBody = implementCommand(setRequirement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, requirementId, met, documentId }) {
    const { title } = act.locked(id)
    const before = await requirementOf(act, id, requirementId)
    if (documentId) await requireVisible(act, documentId, ['document'])
    const paper = documentId === undefined ? before.document_id : documentId
    await sql`
      update permits.requirement set met = ${met}, document_id = ${paper}::uuid
      where organisation_id = ${act.office.id} and permit_id = ${id} and id = ${requirementId}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(requirementSet, { id, title, requirement: before.requirement }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'permits.set-requirement',
        input: { id, expectedVersion: version, requirementId, met: before.met, documentId: before.document_id },
      },
    }
  },
})
