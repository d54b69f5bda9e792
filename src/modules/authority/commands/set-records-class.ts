import { implementCommand } from '../../../kernel/implement.ts'
import { setRecordsBack, setRecordsClass } from '../contract.ts'
import { requireWithin, setStanding, standsApart } from './set-record-class.ts'

export const setRecordsClassBody = implementCommand(setRecordsClass, {
  locks: ({ ids, kind }) => ids.map(id => ({ kind, id })),
  async run(act, { ids, kind, class: level, audience }) {
    await requireWithin(act, { ...(level === undefined ? {} : { class: level }), audience: audience ?? null })
    const records = []
    for (const id of new Set(ids)) {
      const before = act.locked(id)
      const apart = await standsApart(act, id)
      const wanted = {
        class: level ?? before.class,
        audience: audience === undefined ? before.audience : audience,
        apart,
      }
      records.push({ id, ...(await setStanding(act, id, wanted)) })
    }
    return {
      output: { count: records.length },
      undo: { command: 'authority.set-records-back', input: { kind, records } },
    }
  },
})

export const setRecordsBackBody = implementCommand(setRecordsBack, {
  locks: ({ records, kind }) => records.map(({ id }) => ({ kind, id })),
  async run(act, { records }) {
    for (const { class: level, audience } of records) await requireWithin(act, { class: level, audience })
    for (const { id, ...wanted } of records) await setStanding(act, id, wanted)
    return { output: { count: records.length } }
  },
})
