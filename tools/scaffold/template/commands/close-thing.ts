import { implementCommand } from '../../../../src/kernel/implement.ts'
import { closeThing, thingClosed, thingNotOpen } from '../contract.ts'
import { takes } from '../states.ts'
import { setState, thingOf } from '../thing-store.ts'

export const closeThingBody = implementCommand(closeThing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'thing', id, expectedVersion }],
  load: (act, { id }) => thingOf(act, id),
  async run(act, { id }, thing) {
    const { title } = act.locked(id)
    if (!takes('sample.close-thing', thing.state)) act.refuse(thingNotOpen, { id, title })
    const version = await setState(act, id, 'closed')
    act.emit(thingClosed, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'sample.reopen-thing', input: { id, expectedVersion: version } },
    }
  },
})
