import { implementCommand } from '../../../kernel/implement.ts'
import { billOf, moneyOf } from '../bill-row.ts'
import * as c from '../contract.ts'
import { accrualWish, spreadingOf } from '../spreading.ts'

export const spreadBillBody = implementCommand(c.spreadBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  weigh: (_input, row) => ({ amount: moneyOf(row.total_minor, row.currency) }),
  async run(act, { id, positions }, row) {
    const { title } = act.locked(id)
    if (!row.posted) act.refuse(c.billNotPosted, { title })
    const { open } = await spreadingOf(act, row)
    const wanted = open.filter(({ position }) => positions === undefined || positions.includes(position))
    if (wanted.length === 0) act.refuse(c.nothingToSpread, { title })
    const version = await act.changeRecord(id)
    const months = Math.max(...wanted.map(one => one.months))
    act.emit(c.billSpread, { id, title, months, accrued: wanted.map(one => accrualWish(row, one)) }, [id])
    return {
      output: { id, version, count: wanted.length },
      undo: { command: 'payables.stop-spreading', input: { id, expectedVersion: version } },
    }
  },
})

export const stopSpreadingBody = implementCommand(c.stopSpreading, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const { kept } = await spreadingOf(act, row)
    const keys = kept.flatMap(({ key, stopped }) =>
      !stopped && key?.startsWith(`payables.spread:${id}:`) ? [{ key }] : [],
    )
    if (keys.length === 0) act.refuse(c.nothingSpread, { title })
    const version = await act.changeRecord(id)
    act.emit(c.spreadingStopped, { id, title, accrualsStopped: keys }, [id])
    return { output: { id, version } }
  },
})
