import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { addParty, partyAdded, partyKnown, partyRemoved, partyUnknown, removeParty } from '../contract.ts'
import { matterOf, requireState, titleOf, visibleRecord } from '../matter-row.ts'
import type { MattersTables } from '../tables.ts'

const partyOf = (act: Act, matterId: string, partyId: string, role: MattersTables['matters.party']['role']) =>
  act
    .db<MattersTables>()
    .selectFrom('matters.party')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('matter_id', '=', matterId)
    .where('party_id', '=', partyId)
    .where('role', '=', role)
    .executeTakeFirst()

export const addPartyBody = implementCommand(addParty, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, partyId, role, note }, matter) {
    requireState(act, matter, 'matters.add-party')
    const { kind, title: name } = await visibleRecord(act, partyId)
    if (!['person', 'organisation', 'principal'].includes(kind)) act.refuse(partyUnknown, { id: partyId })
    if (await partyOf(act, id, partyId, role)) act.refuse(partyKnown, { name })
    await act
      .db<MattersTables>()
      .insertInto('matters.party')
      .values({
        organisation_id: act.office.id,
        matter_id: id,
        party_id: partyId,
        role,
        note: note ?? '',
        moved_from_id: null,
      })
      .execute()
    await act.link(id, partyId, 'party')
    const version = await act.changeRecord(id)
    act.emit(partyAdded, { id, title: titleOf(matter), partyId, role }, [id, partyId])
    return {
      output: { id, version },
      undo: { command: 'matters.remove-party', input: { id, expectedVersion: version, partyId, role } },
    }
  },
})

export const removePartyBody = implementCommand(removeParty, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, partyId, role }, matter) {
    requireState(act, matter, 'matters.remove-party')
    const party = await partyOf(act, id, partyId, role)
    if (!party) return act.refuse(partyUnknown, { id: partyId })
    const db = act.db<MattersTables>()
    await db
      .deleteFrom('matters.party')
      .where('organisation_id', '=', act.office.id)
      .where('matter_id', '=', id)
      .where('party_id', '=', partyId)
      .where('role', '=', role)
      .execute()
    const others = await db
      .selectFrom('matters.party')
      .select('role')
      .where('organisation_id', '=', act.office.id)
      .where('matter_id', '=', id)
      .where('party_id', '=', partyId)
      .executeTakeFirst()
    if (!others) await act.unlink(id, partyId, 'party')
    const version = await act.changeRecord(id)
    act.emit(partyRemoved, { id, title: titleOf(matter), partyId, role }, [id, partyId])
    const back = { id, expectedVersion: version, partyId, role, ...(party.note ? { note: party.note } : {}) }
    return { output: { id, version }, undo: { command: 'matters.add-party', input: back } }
  },
})
