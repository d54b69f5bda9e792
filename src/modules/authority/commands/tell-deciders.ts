import { approvalAskedEvent } from '../../../kernel/authority.ts'
import { implementCommand, type Reaction, type View } from '../../../kernel/implement.ts'
import { deciders } from '../approval-deciders.ts'
import { approvalAsked, tellDeciders } from '../contract.ts'
import type { AuthorityTables } from '../tables.ts'

export const tellDecidersBody = implementCommand(tellDeciders, {
  async run(act, { id }) {
    const approval = await act
      .db<AuthorityTables>()
      .selectFrom('authority.approval')
      .innerJoin('kernel.record', join =>
        join
          .onRef('kernel.record.organisation_id', '=', 'authority.approval.organisation_id')
          .onRef('kernel.record.id', '=', 'authority.approval.id'),
      )
      .selectAll('authority.approval')
      .select('kernel.record.title')
      .where('authority.approval.organisation_id', '=', act.office.id)
      .where('authority.approval.id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    const found = approval ? await deciders(act as unknown as View, approval) : []
    if (found.length > 0)
      act.emit(approvalAsked, { id, title: approval!.title, deciderIds: found.map(person => person.id) }, [id])
    return { output: { count: found.length } }
  },
})

/** Whoever can decide hears of it at the moment it is asked. */
export const tellWhenAsked: Reaction = {
  on: approvalAskedEvent,
  command: tellDeciders,
  inputs: ({ payload }) => [{ id: (payload as { id: string }).id }],
}
