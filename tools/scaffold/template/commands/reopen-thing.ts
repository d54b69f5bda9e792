import { implementCommand } from '../../../../src/kernel/implement.ts'
import { reopenThing, thingNotClosed, thingReopened } from '../contract.ts'
import { takes } from '../states.ts'
import { setState, thingOf } from '../thing-store.ts'

export const reopenThingBody = implementCommand(reopenThing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'thing', id, expectedVersion }],
  load: (act, { id }) => thingOf(act, id),
  async run(act, { id }, thing) {
    const { title } = act.locked(id)
    if (!takes('sample.reopen-thing', thing.state)) act.refuse(thingNotClosed, { id, title })
    const version = await setState(act, id, 'open')
    act.emit(thingReopened, { id, title }, [id])
    return { output: { id, version }, undo: { command: 'sample.close-thing', input: { id, expectedVersion: version } } }
  },
})
