import { implementCommand } from '../../../kernel/implement.ts'
import { changePermit, createPermit, permitChanged, permitCreated } from '../contract.ts'
import { insertPermit } from '../new-permit.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { requirePerson } from '../people.ts'
import { feeColumns, feeOf, permitOf, updatePermit } from '../permit-row.ts'
import { money } from '../../../kernel/schema.ts'

export const createPermitBody = implementCommand(createPermit, {
  weigh: ({ fee }) => (fee ? { amount: fee } : {}),
  async run(act, input) {
    const { name, ownerId, authorityId } = input
    await requirePerson(act, ownerId)
    if (authorityId) await requireVisible(act, authorityId, ['organisation', 'person'])
    const id = await insertPermit(act, {
      title: name,
      class: input.class,
      requirements: input.requirements ?? [],
      facts: {
        state: 'preparing',
        permit_type: input.permitType ?? null,
        authority_id: authorityId ?? null,
        owner_id: ownerId === undefined ? act.principal.id : ownerId,
        reference: input.reference ?? null,
        note: input.note ?? '',
        received_on: input.receivedOn ?? null,
        ...feeColumns(input.fee ?? null),
        ...(input.renewalLeadDays === undefined ? {} : { renewal_lead_days: input.renewalLeadDays }),
      },
    })
    act.emit(permitCreated, { id, title: name }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'permits.withdraw-application', input: { id, expectedVersion: 1 } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changePermitBody = implementCommand(changePermit, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  weigh: ({ fee }) => (fee ? { amount: fee } : {}),
  async run(act, input, before) {
    const { id, name, ownerId, authorityId } = input
    const was = act.locked(id).title
    await requirePerson(act, ownerId)
    if (authorityId) await requireVisible(act, authorityId, ['organisation', 'person'])
    const note = input.note ?? before.note
    await updatePermit(act, id, {
      permit_type: keep(input.permitType, before.permit_type),
      authority_id: keep(authorityId, before.authority_id),
      owner_id: keep(ownerId, before.owner_id),
      reference: keep(input.reference, before.reference),
      received_on: keep(input.receivedOn, before.received_on),
      renewal_lead_days: input.renewalLeadDays ?? before.renewal_lead_days,
      note,
      ...(input.fee === undefined ? {} : feeColumns(input.fee)),
    })
    const title = name ?? was
    const version = await act.changeRecord(id, { title, search: { body: note } })
    act.emit(permitChanged, { id, title }, [id])
    const fee = feeOf(before)
    return {
      output: { id, version },
      undo: {
        command: 'permits.change-permit',
        input: {
          id,
          expectedVersion: version,
          name: was,
          permitType: before.permit_type,
          authorityId: before.authority_id,
          ownerId: before.owner_id,
          reference: before.reference,
          receivedOn: before.received_on?.toString() ?? null,
          renewalLeadDays: before.renewal_lead_days,
          note: before.note,
          fee: fee && money().encode(fee),
        },
      },
    }
  },
})
