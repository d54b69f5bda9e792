import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { caseOf, openStates, requireCase, told } from '../case-row.ts'
import * as c from '../contract.ts'

/** Ways that give money, and so must say how much. */
const moneyWays: readonly string[] = ['refund', 'credit', 'discount']

export const giveRemedyBody = implementCommand(c.giveRemedy, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, { id, way, amount, note }, row) {
    requireCase(act, row, [...openStates, 'answered'])
    if (moneyWays.includes(way) && !amount) act.refuse(c.remedyMoneyMissing)
    if (amount && amount.minor <= 0n) act.refuse(c.remedyMoneyMissing)
    const remedyId = act.newId()
    act.write(sql`
      insert into cases.remedy (organisation_id, case_id, id, way, amount_minor, currency, note, given_by_id, given_at)
      values (${act.office.id}, ${id}, ${remedyId}, ${way}, ${amount?.minor ?? null}, ${amount?.currency ?? null},
        ${note ?? ''}, ${act.principal.id}, ${act.at})`)
    const version = await act.changeRecord(id)
    act.emit(c.remedyGiven, { ...told(row, act.locked(id).title), amount: amount ?? null }, [id])
    return {
      output: { id, version, remedyId },
      undo: { command: c.takeBackRemedy.name, input: { id, expectedVersion: version, remedyId } },
    }
  },
})

export const takeBackRemedyBody = implementCommand(c.takeBackRemedy, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, remedyId }, row) {
    const { rows } = await sql`
      delete from cases.remedy where organisation_id = ${act.office.id} and case_id = ${id} and id = ${remedyId}
      returning id`.execute(act.db())
    if (rows.length === 0) act.refuse(c.remedyUnknown)
    const version = await act.changeRecord(id)
    act.emit(c.remedyTakenBack, told(row, act.locked(id).title), [id])
    return { output: { id, version } }
  },
})
