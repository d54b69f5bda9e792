import { implementCommand } from '../../../kernel/implement.ts'
import { createProcedure, procedureCreated, procedureEmpty } from '../contract.ts'
import { requirePerson } from '../people.ts'
import { enforce, ruleColumns, soundContent, updateProcedure, writeContent, writeDraft } from '../procedure-row.ts'
import type { ProceduresTables } from '../tables.ts'

export const createProcedureBody = implementCommand(createProcedure, {
  async run(act, { title, purpose, ownerId, ownerRole, class: level, content, rule, inForce }) {
    const owner = ownerId === undefined && !ownerRole ? act.principal.id : (ownerId ?? null)
    await requirePerson(act, owner)
    const id = await act.createRecord({
      kind: 'procedure',
      title,
      ...(level === undefined ? {} : { class: level }),
      search: { body: purpose ?? '' },
    })
    await act
      .db<ProceduresTables>()
      .insertInto('procedures.procedure')
      .values({
        organisation_id: act.office.id,
        id,
        purpose: purpose ?? '',
        owner_id: owner,
        owner_role: ownerRole ?? null,
        state: 'draft',
        number: null,
        rrule: null,
        rule_from_on: null,
        rule_shift: null,
        rule_lead_days: null,
        rule_zone: null,
        next_on: null,
        next_start_on: null,
        event_name: null,
        event_field: null,
        event_is: null,
      })
      .execute()
    if (rule) await updateProcedure(act, id, ruleColumns(act, rule))
    if (content) {
      const sound = await soundContent(act, content)
      const number = await writeDraft(act, id, sound)
      if (inForce) await enforce(act, id, { number, content: JSON.parse(writeContent(sound)) })
    } else if (inForce) act.refuse(procedureEmpty, {})
    act.emit(procedureCreated, { id, title }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'procedures.retire-procedure', input: { id, expectedVersion: 1 } },
    }
  },
})
