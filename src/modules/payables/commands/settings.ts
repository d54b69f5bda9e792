import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { moneyOf, settingsOf } from '../bill-row.ts'
import * as c from '../contract.ts'

export const setSettingsBody = implementCommand(c.setBillSettings, {
  weigh: () => ({}),
  async run(act, { fourEyesAbove, postOn }) {
    const before = await settingsOf(act)
    const above =
      fourEyesAbove === undefined
        ? { minor: before.four_eyes_minor, currency: before.four_eyes_currency }
        : (fourEyesAbove ?? { minor: null, currency: null })
    await sql`
      insert into payables.settings (organisation_id, four_eyes_minor, four_eyes_currency, post_on)
      values (${act.office.id}, ${above.minor}, ${above.currency}, ${postOn ?? before.post_on})
      on conflict (organisation_id) do update set four_eyes_minor = excluded.four_eyes_minor,
        four_eyes_currency = excluded.four_eyes_currency, post_on = excluded.post_on`.execute(act.db())
    act.emit(c.billSettingsChanged, { fourEyes: above.minor !== null })
    const was =
      before.four_eyes_minor !== null && before.four_eyes_currency
        ? moneyOf(before.four_eyes_minor, before.four_eyes_currency)
        : null
    return {
      output: {},
      undo: {
        command: 'payables.set-settings',
        input: {
          fourEyesAbove: was && { amount: decimalOfMoney(was), currency: was.currency },
          postOn: before.post_on,
        },
      },
    }
  },
})

export const setApproverBody = implementCommand(c.setApprover, {
  async run(act, { supplierId, dimension, value, approverId }) {
    const bySupplier = Boolean(supplierId)
    if (bySupplier === Boolean(dimension) || Boolean(dimension) !== Boolean(value))
      act.refuse(c.approverRuleUnclear, {})
    const name = supplierId
      ? await requireVisible(act, supplierId, ['organisation', 'person'])
      : `${dimension} ${value}`
    await requireColleague(act, approverId, c.billPersonUnknown)
    const { rows } = await sql<{ id: string }>`
      insert into payables.approver (organisation_id, id, supplier_id, dimension, value, approver_id)
      values (${act.office.id}, ${act.newId()}, ${supplierId ?? null}::uuid, ${dimension ?? null}, ${value ?? null}, ${approverId})
      on conflict (organisation_id, supplier_id, dimension, value) do update set approver_id = excluded.approver_id
      returning id`.execute(act.db())
    const { rows: people } = await sql<{ title: string }>`
      select title from kernel.record where organisation_id = ${act.office.id} and id = ${approverId}`.execute(act.db())
    act.emit(c.approverSet, { name, title: people[0]?.title ?? act.principal.name })
    return { output: { id: rows[0]!.id } }
  },
})

export const removeApproverBody = implementCommand(c.removeApprover, {
  async run(act, { ruleId }) {
    const { rows } = await sql<{ name: string }>`
      delete from payables.approver a where organisation_id = ${act.office.id} and id = ${ruleId}
      returning coalesce((select title from kernel.record r where r.organisation_id = a.organisation_id and r.id = a.supplier_id),
        a.dimension || ' ' || a.value) as name`.execute(act.db())
    const [rule] = rows
    if (!rule) return act.refuse(c.approverRuleUnknown, {})
    act.emit(c.approverRemoved, { name: rule.name })
    return { output: {} }
  },
})
