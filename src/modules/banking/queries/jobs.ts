/** What the jobs of banking ask; nobody else is answered. */
import { sql } from 'kysely'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { accountOf, moneyOf } from '../account-row.ts'
import * as c from '../contract.ts'
import { paymentsOf, runOf } from '../run-row.ts'
import { statementOf } from '../statement-row.ts'

function requireKontor(view: View, kind: string, id: string): void {
  if (view.principal.id !== systemPrincipalId) view.refuse(kernelRefusals.notFound, { kind, id })
}

export const runToWriteBody = implementQuery(c.runToWrite, async (view, { id }) => {
  requireKontor(view, 'payment-run', id)
  const run = (await runOf(view, id)) ?? view.refuse(kernelRefusals.notFound, { kind: 'payment-run', id })
  const account = await accountOf(view, run.account_id)
  const payments = await paymentsOf(view, id)
  return {
    awaited: run.state === 'approved' && run.method === 'file' && run.file_id === null,
    title: `${run.year}-${String(run.serial).padStart(3, '0')}`,
    messageId: run.message_id,
    at: run.approved_at ?? view.at,
    version: account.file_version,
    debtor: {
      customerNumber: account.customer_number,
      scheme: account.scheme,
      number: account.number,
      bic: account.bic,
      currency: account.currency,
      name: account.holder,
      street: account.street,
      postalCode: account.postal_code,
      town: account.town,
      country: account.country,
    },
    payments: payments
      .filter(one => one.state === 'planned')
      .map(one => ({
        endToEndId: one.end_to_end_id,
        amount: moneyOf(one.amount_minor, one.currency),
        payOn: one.pay_on,
        payTo: one.pay_to,
        reference: one.reference,
        text: one.text,
      })),
  }
})

export const statementToReadBody = implementQuery(c.statementToRead, async (view, { id }) => {
  requireKontor(view, 'bank-statement', id)
  const row = (await statementOf(view, id)) ?? view.refuse(kernelRefusals.notFound, { kind: 'bank-statement', id })
  const { rows } = await sql<{
    id: string
    currency: string
    layout: Record<string, unknown> | null
    numbers: { scheme: string; number: string }[]
  }>`
    select a.id, a.currency, a.layout,
      (select jsonb_agg(jsonb_build_object('scheme', n.scheme, 'number', n.number)) from banking.account_number n
        where n.organisation_id = a.organisation_id and n.account_id = a.id) as numbers
    from banking.account a where a.organisation_id = ${view.office.id} order by a.is_closed, a.id`.execute(view.db())
  return {
    awaited: row.state === 'waiting',
    digest: row.digest.toString('hex'),
    name: row.file_name,
    accountId: row.account_id,
    accounts: rows.map(one => ({
      ...one,
      layout: (one.id === row.account_id ? row.layout : null) ?? one.layout,
      numbers: one.numbers ?? [],
    })),
  }
})

export const runOfMessageBody = implementQuery(c.runOfMessage, async (view, { messageId }) => {
  requireKontor(view, 'payment-run', messageId)
  const { rows } = await sql<{ id: string }>`
    select id from banking.run where organisation_id = ${view.office.id} and message_id = ${messageId}`.execute(
    view.db(),
  )
  const runId = rows[0]?.id ?? null
  const payments = runId ? await paymentsOf(view, runId) : []
  return {
    runId,
    language: view.office.language,
    payments: payments.map(one => ({
      id: one.id,
      endToEndId: one.end_to_end_id,
      paymentInfoId: one.payment_info_id,
      live: one.state === 'planned',
    })),
  }
})

export const dayOfAccountBody = implementQuery(c.dayOfAccount, async (view, { accountId, on }) => {
  requireKontor(view, 'bank-account', accountId)
  const { rows: parts } = await sql<{
    statement_id: string
    opening_on: Temporal.PlainDate | null
    opening_minor: bigint | null
    closing_minor: bigint
  }>`
    select statement_id, opening_on, opening_minor, closing_minor from banking.statement_part
    where organisation_id = ${view.office.id} and account_id = ${accountId} and kind = 'statement' and closing_on = ${on}`.execute(
    view.db(),
  )
  const { rows: lines } = await sql<{ statement_id: string; identity: string }>`
    select statement_id, identity from banking.line
    where organisation_id = ${view.office.id} and account_id = ${accountId} and kind = 'statement' and booked_on = ${on}`.execute(
    view.db(),
  )
  return {
    parts: parts.map(part => ({
      statementId: part.statement_id,
      opening: part.opening_minor === null ? null : String(part.opening_minor),
      closing: String(part.closing_minor),
    })),
    lines: lines.map(line => ({ statementId: line.statement_id, identity: line.identity })),
  }
})
