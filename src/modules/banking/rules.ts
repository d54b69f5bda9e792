/** How lines from somebody were booked once, for the next of them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { type AccountRow, dbOf, type Reading } from './account-row.ts'
import type { MatchPart } from './contract.ts'
import { lineName, type LineRow } from './line-row.ts'
import { counterpartyKey } from './matching/keys.ts'

export interface RuleRow {
  readonly id: string
  readonly counterparty: string
  readonly shown: string
  readonly direction: number
  readonly part: {
    readonly account?: string
    readonly role?: string
    readonly vatCode?: string
    readonly text?: string
  }
  readonly uses: number
  readonly last_on: Temporal.PlainDate
}

export async function rulesOf(at: Reading, accountId: string): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select id, counterparty, shown, direction, part, uses, last_on from banking.rule
    where organisation_id = ${at.office.id} and account_id = ${accountId} order by uses desc, id`.execute(dbOf(at))
  return rows
}

/** Only what goes wholly to one account is learnt; open items are found anew each time. */
export async function learn(act: Act, account: AccountRow, line: LineRow, parts: readonly MatchPart[]): Promise<void> {
  const [part, ...more] = parts
  const counterparty = counterpartyKey(lineName(line)).slice(0, 200)
  if (!part || more.length > 0 || !counterparty || !(part.account || part.role)) return
  const { account: number, role, vatCode, text } = part
  const kept = JSON.stringify({ account: number, role, vatCode, text })
  await sql`
    insert into banking.rule (organisation_id, id, account_id, counterparty, shown, direction, part, uses, last_on)
    values (${act.office.id}, ${act.newId()}, ${account.id}, ${counterparty}, ${lineName(line)}, ${line.amount_minor < 0n ? -1 : 1}, ${kept}::jsonb, 1, ${line.booked_on})
    on conflict on constraint rule_once do update set part = excluded.part, shown = excluded.shown,
      uses = rule.uses + case when rule.part = excluded.part then 1 else 0 end, last_on = excluded.last_on`.execute(
    act.db(),
  )
}
