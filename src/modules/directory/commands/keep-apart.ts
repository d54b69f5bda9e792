import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { apartForgotten, forgetApart, keepApart, notApart, partiesKeptApart, partySame } from '../contract.ts'
import type { DirectoryTables } from '../tables.ts'

const inOrder = (act: Act, id: string, otherId: string) => ({
  organisation_id: act.office.id,
  a_id: id < otherId ? id : otherId,
  b_id: id < otherId ? otherId : id,
})

export const keepApartBody = implementCommand(keepApart, {
  locks: ({ id, kind, otherId, expectedVersion }) => [
    { kind, id, expectedVersion },
    { kind, id: otherId },
  ],
  async run(act, { id, kind, otherId }) {
    if (id === otherId) act.refuse(partySame, { id })
    await act
      .db<DirectoryTables>()
      .insertInto('directory.kept_apart')
      .values(inOrder(act, id, otherId))
      .onConflict(conflict => conflict.columns(['organisation_id', 'a_id', 'b_id']).doNothing())
      .execute()
    const said = { id, title: act.locked(id).title, otherId, otherTitle: act.locked(otherId).title }
    act.emit(partiesKeptApart, said, [id, otherId])
    return { output: { id }, undo: { command: 'directory.forget-apart', input: { id, kind, otherId } } }
  },
})

export const forgetApartBody = implementCommand(forgetApart, {
  locks: ({ id, kind, otherId, expectedVersion }) => [
    { kind, id, expectedVersion },
    { kind, id: otherId },
  ],
  async run(act, { id, kind, otherId }) {
    const { a_id: a, b_id: b } = inOrder(act, id, otherId)
    const gone = await act
      .db<DirectoryTables>()
      .deleteFrom('directory.kept_apart')
      .where('organisation_id', '=', act.office.id)
      .where('a_id', '=', a)
      .where('b_id', '=', b)
      .returning('a_id')
      .executeTakeFirst()
    if (!gone) act.refuse(notApart)
    const said = { id, title: act.locked(id).title, otherId, otherTitle: act.locked(otherId).title }
    act.emit(apartForgotten, said, [id, otherId])
    return { output: { id }, undo: { command: 'directory.keep-apart', input: { id, kind, otherId } } }
  },
})
