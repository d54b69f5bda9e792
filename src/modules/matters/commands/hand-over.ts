import { implementCommand } from '../../../kernel/implement.ts'
import { handOver, matterHandedOver } from '../contract.ts'
import { matterOf, requireOwner, requireState, titleOf, updateMatter } from '../matter-row.ts'
import { inOffice } from '../words.ts'

export const handOverBody = implementCommand(handOver, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, ownerId, note = '', takesBack }, matter) {
    requireState(act, matter, 'matters.hand-over')
    await requireOwner(act, ownerId)
    await updateMatter(act, id, { owner_id: ownerId })
    const version = await act.changeRecord(id)
    const title = titleOf(matter)
    const say = inOffice(act.office.language)
    const key = `matters:${id}:handed-over:${version}`
    const raises = ownerId !== act.principal.id && takesBack === undefined
    act.emit(
      matterHandedOver,
      {
        id,
        title,
        ownerId,
        note,
        ...(raises
          ? {
              work: [
                {
                  key,
                  title: say('task.taken-over', { title }).slice(0, 300),
                  note,
                  ownerId,
                  askedById: act.principal.id,
                  sourceId: id,
                  reason: say('task.taken-over.reason', { name: act.principal.name }).slice(0, 300),
                },
              ],
            }
          : {}),
        ...(takesBack === undefined ? {} : { workWithdrawn: [{ key: takesBack }] }),
      },
      [id],
    )
    return {
      output: { id, version },
      undo: {
        command: 'matters.hand-over',
        input: { id, expectedVersion: version, ownerId: matter.owner_id, ...(raises ? { takesBack: key } : {}) },
      },
    }
  },
})
