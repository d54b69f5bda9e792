import { type Can, can } from '../../../../src/kernel/can.ts'
import type { Command } from '../../../../src/kernel/declare.ts'
import { implementQuery, type View } from '../../../../src/kernel/implement.ts'
import { kernelRefusals } from '../../../../src/kernel/refusal.ts'
import { visibleRecords } from '../../../../src/kernel/visibility.ts'
import { closeThing, getThing, reopenThing, type ThingLine } from '../contract.ts'
import { type ThingAct, takes } from '../states.ts'
import type { SampleTables } from '../tables.ts'

/** Buttons follow from the transition table. */
function whatCanBeDone(view: View, thing: ThingLine): Can[] {
  const offer = (command: Command): Can[] => {
    if (!takes(command.name as ThingAct, thing.state)) return []
    return can(view, command, { id: thing.id, expectedVersion: thing.version }, { primary: true })
  }
  return [...offer(closeThing), ...offer(reopenThing)]
}

export const getThingBody = implementQuery(getThing, async (view, { id }) => {
  const thing = await visibleRecords<SampleTables>(view, 'thing')
    .innerJoin('sample.thing', join =>
      join
        .onRef('sample.thing.organisation_id', '=', 'kernel.record.organisation_id')
        .onRef('sample.thing.id', '=', 'kernel.record.id'),
    )
    .where('kernel.record.id', '=', id)
    .select(['kernel.record.id', 'kernel.record.title', 'kernel.record.class', 'kernel.record.version'])
    .select(['kernel.record.created_at', 'sample.thing.state', 'sample.thing.note'])
    .executeTakeFirst()
  if (!thing) return view.refuse(kernelRefusals.notFound, { kind: 'thing', id })
  const { note, created_at, ...line } = thing
  return { record: { ...line, kind: 'thing' }, note, createdAt: created_at, can: whatCanBeDone(view, line) }
})
