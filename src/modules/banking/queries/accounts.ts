import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { naming, namesOf } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { type AccountRow, moneyOf, otherNumbers, settingsOf } from '../account-row.ts'
import * as c from '../contract.ts'
import { rulesOf } from '../rules.ts'

type Seen = AccountRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly balance_minor: bigint | null
  readonly balance_on: Temporal.PlainDate | null
  readonly known_until: Temporal.PlainDate | null
  readonly open: number
  readonly place: string
}

export const accountsSeen = (view: View): RawBuilder<unknown> => sql`
  (select a.*, r.title, r.class, r.version, b.balance_minor, b.balance_on, b.known_until,
    (select count(*)::int from banking.line l where l.organisation_id = a.organisation_id and l.account_id = a.id and l.match_id is null) as open,
    case when a.is_closed then '1' else '0' end || lower(r.title) as place
  from ${visibleRecords(view, 'bank-account').selectAll()} r
  join banking.account a on a.organisation_id = ${view.office.id} and a.id = r.id
  join banking.account_balance_fact b on b.organisation_id = a.organisation_id and b.account_id = a.id) l`

const factsOf = (row: Seen) => ({
  scheme: row.scheme,
  number: row.number,
  currency: row.currency,
  balance: row.balance_minor === null ? null : moneyOf(row.balance_minor, row.currency),
  balanceOn: row.balance_on,
  knownUntil: row.known_until,
  open: row.open,
  closed: row.is_closed,
})
const stateOf = (row: Seen) => (row.is_closed ? ('closed' as const) : ('open' as const))

export const listAccountsBody = implementQuery(c.listAccounts, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.closed !== undefined) conditions.push(sql`l.is_closed = ${input.closed}`)
  if (input.text) conditions.push(sql`(l.title ilike ${liked(input.text)} or l.number ilike ${liked(input.text)})`)
  const lines = sql`(select l.* from ${accountsSeen(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: stateOf(row),
      ...factsOf(row),
    })),
    ...slice,
  }
})

/** An account as the reader may see it; in the words of what is not there where he may not. */
export async function accountSeen(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select * from ${accountsSeen(view)} where l.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'bank-account', id })
}

export const getAccountBody = implementQuery(c.getAccount, async (view, { id }) => {
  const row = await accountSeen(view, id)
  const rules = await rulesOf(view, id)
  return {
    record: { id, kind: 'bank-account', title: row.title, class: row.class, version: row.version, state: stateOf(row) },
    ...factsOf(row),
    bic: row.bic,
    ledgerAccount: row.ledger_account,
    customerNumber: row.customer_number,
    fileVersion: row.file_version,
    alsoNumbers: await otherNumbers(view, row),
    holder: row.holder,
    street: row.street,
    postalCode: row.postal_code,
    town: row.town,
    country: row.country,
    rules: rules.map(rule => ({
      id: rule.id,
      counterparty: rule.shown,
      books: rule.part.account ?? rule.part.role ?? '',
      uses: rule.uses,
      lastOn: rule.last_on,
    })),
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const common = [...can(view, c.changeAccount, input), ...can(view, addComment, { recordId: row.id })]
  if (row.is_closed) return [...can(view, c.reopenAccount, input, { primary: true }), ...common]
  return [
    ...can(view, c.takeStatement, { accountId: row.id }, { primary: true }),
    ...can(view, c.proposeRun, { accountId: row.id }),
    ...common,
    ...can(view, c.closeAccount, input),
  ]
}

export const getSettingsBody = implementQuery(c.getSettings, view => settingsOf(view))

/** Names of those who were asked about lines. */
export async function askedOf(view: View, lines: readonly { readonly asked_id: string | null }[]) {
  const name = naming(
    await namesOf(
      view,
      lines.map(line => line.asked_id),
    ),
  )
  return (line: { readonly asked_id: string | null }): string | null => name(line.asked_id)?.title ?? null
}
