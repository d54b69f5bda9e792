import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { createFromTemplate, createRegister, patternInvalid, registerCreated } from '../contract.ts'
import { insertField, requirePreset } from '../field-facts.ts'
import { allFieldsOf, type Field, isTitling } from '../fields.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { keysIn } from '../titles.ts'
import type { RegistersTables } from '../tables.ts'
import { templateIn } from '../templates/index.ts'

/** A pattern names plain fields only: what a linked record is called is not everybody's who sees the row. */
export function requirePattern(act: Pick<Act, 'refuse'>, pattern: string, fields: readonly Field[]): void {
  const wrong = keysIn(pattern).find(key => !fields.some(field => field.key === key && isTitling(field)))
  if (wrong) act.refuse(patternInvalid, { field: wrong })
}

async function create(act: Act, input: InputOf<typeof createRegister>) {
  if ((input.class ?? 0) > act.principal.clearance)
    act.refuse(kernelRefusals.inputInvalid, { issues: [{ path: 'class', message: 'above your own', code: 'custom' }] })
  const id = await act.createRecord({
    kind: 'register',
    title: input.plural,
    search: { body: input.description ?? '', language: act.office.language },
    ...(input.class === undefined ? {} : { class: input.class }),
    ...(input.audience ? { audience: [...new Set([...input.audience, act.principal.id])] } : {}),
  })
  await act
    .db<RegistersTables>()
    .insertInto('registers.register')
    .values({
      organisation_id: act.office.id,
      id,
      name: input.name,
      plural: input.plural,
      icon: input.icon ?? 'columns',
      description: input.description ?? '',
      title_pattern: input.titlePattern ?? '',
      writers: input.writers && input.writers.length > 0 ? input.writers : null,
      retired_at: null,
    })
    .execute()
  for (const facts of input.fields ?? []) {
    const { id: fieldId } = await insertField(act, id, facts, await allFieldsOf(act, id))
    requirePreset(act, (await allFieldsOf(act, id)).find(field => field.id === fieldId)!)
  }
  requirePattern(act, input.titlePattern ?? '', await allFieldsOf(act, id))
  act.emit(registerCreated, { id, name: input.plural }, [id])
  return {
    output: { id, version: 1 },
    undo: { command: 'registers.retire-register' as const, input: { id, expectedVersion: 1 } },
  }
}

export const createRegisterBody = implementCommand(createRegister, { run: create })

export const createFromTemplateBody = implementCommand(createFromTemplate, {
  run: (act, { template, language, ...making }) =>
    create(act, { ...templateIn(language ?? nearestLanguage(act.principal.language), template), ...making }),
})
