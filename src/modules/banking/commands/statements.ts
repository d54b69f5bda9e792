import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { accountOf, requireOpen } from '../account-row.ts'
import * as c from '../contract.ts'
import { paymentsOf, runOf } from '../run-row.ts'
import { statementOf } from '../statement-row.ts'
import { officeWords } from '../words.ts'
import { rejectPayments } from './run-end.ts'

/** A file of the same bytes that was taken before, and not refused. */
async function takenBefore(act: Act, digest: Buffer): Promise<{ id: string; version: number } | null> {
  const { rows } = await sql<{ id: string; version: number }>`
    select s.id, r.version from banking.statement s
    join kernel.record r on r.organisation_id = s.organisation_id and r.id = s.id
    where s.organisation_id = ${act.office.id} and s.digest = ${digest} and s.state <> 'refused'
    order by s.id limit 1`.execute(act.db())
  return rows[0] ?? null
}

export const takeStatementBody = implementCommand(c.takeStatement, {
  locks: ({ accountId }) => (accountId ? [{ kind: 'bank-account', id: accountId }] : []),
  async run(act, { fileId, name, accountId, once }) {
    if (accountId) requireOpen(act, await accountOf(act, accountId))
    const { rows } = await sql<{ name: string; digest: Buffer }>`
      select name, digest from kernel.file where organisation_id = ${act.office.id} and id = ${fileId}`.execute(
      act.db(),
    )
    const file = rows[0] ?? act.refuse(c.fileUnknown)
    const known = once ? await takenBefore(act, file.digest) : null
    if (known) return { output: known }
    const title = name ?? file.name
    const id = await act.createRecord({
      kind: 'bank-statement',
      title,
      ...(accountId ? { class: act.locked(accountId).class, source: accountId } : {}),
    })
    await sql`
      insert into banking.statement (organisation_id, id, file_id, digest, file_name, state, account_id, taken_on)
      values (${act.office.id}, ${id}, ${fileId}, ${file.digest}, ${title}, 'waiting', ${accountId ?? null}, ${act.today})`.execute(
      act.db(),
    )
    act.enqueue(c.readStatementJob, { statementId: id })
    act.emit(c.statementTaken, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

export const readAgainBody = implementCommand(c.readAgain, {
  locks: ({ id, expectedVersion, accountId }) => [
    { kind: 'bank-statement', id, expectedVersion },
    ...(accountId ? [{ kind: 'bank-account', id: accountId }] : []),
  ],
  load: (act, { id }) => statementOf(act, id),
  async run(act, { id, accountId, layout }, row) {
    const { title } = act.locked(id)
    // what was read stands: its lines are told by others too
    if (row.state !== 'asks' && row.state !== 'refused') act.refuse(c.statementStateWrong, { title })
    if (accountId) requireOpen(act, await accountOf(act, accountId))
    const of = accountId ?? row.account_id
    if (layout && of)
      await sql`
        update banking.account set layout = ${JSON.stringify(layout)}::jsonb where organisation_id = ${act.office.id} and id = ${of}`.execute(
        act.db(),
      )
    await sql`
      update banking.statement set state = 'waiting', problem = null, account_id = ${of}, layout = ${layout ? JSON.stringify(layout) : null}::jsonb
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    act.enqueue(c.readStatementJob, { statementId: id })
    const version = await act.changeRecord(id)
    act.emit(c.statementReadAgain, { id, title }, [id])
    return { output: { id, version } }
  },
})

type Part = InputOf<typeof c.recordStatement>['parts'][number]

/** Stores lines in one statement; gives how many of them were not known before. */
async function storeLines(act: Act, statementId: string, part: Part): Promise<number> {
  if (part.kind === 'intraday' || part.lines.length === 0) return 0
  const lines = part.lines.map(line => ({
    id: act.newId(),
    identity: line.identity,
    position: line.position,
    booked_on: String(line.bookedOn),
    value_on: line.valueOn && String(line.valueOn),
    amount_minor: line.minor,
    party_name: line.partyName,
    party_account: line.partyAccount,
    bank_ref: line.bankRef,
    end_to_end_id: line.endToEndId,
    instruction_id: line.instructionId,
    code: line.code,
    reference: line.references,
    text: line.text,
    is_reversal: line.reversal,
    batch: line.batch,
    fee_minor: line.fee,
    original_minor: line.original?.minor ?? null,
    original_currency: line.original?.currency ?? null,
  }))
  const { rows } = await sql<{ id: string }>`
    insert into banking.line (organisation_id, id, account_id, statement_id, kind, identity, position, booked_on, value_on, amount_minor, currency,
      party_name, party_account, bank_ref, end_to_end_id, instruction_id, code, reference, text, is_reversal, batch, fee_minor,
      original_minor, original_currency)
    select ${act.office.id}, x.id, ${part.accountId}, ${statementId}, ${part.kind}, x.identity, x.position, x.booked_on, x.value_on, x.amount_minor,
      ${part.currency}, x.party_name, x.party_account, x.bank_ref, x.end_to_end_id, x.instruction_id, x.code, x.reference, x.text, x.is_reversal,
      case when jsonb_typeof(x.batch) = 'object' then x.batch end, x.fee_minor, x.original_minor, x.original_currency
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x(id uuid, identity text, position int, booked_on date, value_on date,
      amount_minor bigint, party_name text, party_account text, bank_ref text, end_to_end_id text, instruction_id text, code text,
      reference jsonb, text text, is_reversal boolean, batch jsonb, fee_minor bigint, original_minor bigint, original_currency text)
    on conflict on constraint line_once do nothing returning id`.execute(act.db())
  return rows.length
}

export const recordStatementBody = implementCommand(c.recordStatement, {
  locks: ({ id, parts }) => [
    { kind: 'bank-statement', id },
    ...[...new Set(parts.map(({ accountId }) => accountId))].map(accountId => ({
      kind: 'bank-account',
      id: accountId,
    })),
  ],
  load: (act, { id }) => statementOf(act, id),
  async run(act, { id, format, version, findings, parts }, row) {
    if (row.state !== 'waiting') return { output: { count: row.line_count, new: row.new_count } }
    let [count, fresh] = [0, 0]
    for (const [index, part] of parts.entries()) {
      const stored = await storeLines(act, id, part)
      count += part.lines.length
      fresh += stored
      await sql`
        insert into banking.statement_part (organisation_id, statement_id, position, account_id, kind, sequence, currency, from_on, to_on,
          opening_on, opening_minor, closing_on, closing_minor, line_count, new_count)
        values (${act.office.id}, ${id}, ${index + 1}, ${part.accountId}, ${part.kind}, ${part.sequence}, ${part.currency}, ${part.from}, ${part.to},
          ${part.opening?.on ?? null}, ${part.opening?.minor ?? null}, ${part.closing?.on ?? null}, ${part.closing?.minor ?? null},
          ${part.lines.length}, ${stored})`.execute(act.db())
    }
    await sql`
      update banking.statement set state = 'read', format = ${version ?? format}, findings = ${JSON.stringify(findings)}::jsonb,
        line_count = ${count}, new_count = ${fresh}, account_id = coalesce(account_id, ${parts[0]?.accountId ?? null})
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const accounts = [...new Set(parts.map(({ accountId }) => accountId))]
    const { title } = await recordSources(act, id, accounts)
    for (const accountId of accounts) await act.changeRecord(accountId)
    act.emit(c.statementRead, { id, title, count, new: fresh, workDone: [{ key: `banking.statement:${id}` }] }, [
      id,
      ...accounts,
    ])
    return { output: { count, new: fresh } }
  },
})

/** A file is as confidential as the strictest of the accounts that it tells of. */
async function recordSources(act: Act, id: string, accounts: readonly string[]): Promise<{ title: string }> {
  const level = Math.max(act.locked(id).class, ...accounts.map(one => act.locked(one).class))
  const audience = accounts.map(one => act.locked(one).audience).find(Boolean)
  await act.changeRecord(id, { class: level, ...(audience && !act.locked(id).audience ? { audience } : {}) })
  return act.locked(id)
}

export const recordUnreadBody = implementCommand(c.recordUnread, {
  locks: ({ id }) => [{ kind: 'bank-statement', id }],
  load: (act, { id }) => statementOf(act, id),
  async run(act, { id, state, name, line, detail, head }, row) {
    if (row.state !== 'waiting') return { output: {} }
    const { title } = act.locked(id)
    await sql`
      update banking.statement set state = ${state}, problem = ${JSON.stringify({ name, line, detail })}::jsonb,
        head = ${head ? JSON.stringify(head) : null}::jsonb
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await act.changeRecord(id)
    const task = {
      key: `banking.statement:${id}`,
      title: officeWords(act, state === 'asks' ? 'banking.task.statement-asks' : 'banking.task.statement-refused', {
        title,
      }).slice(0, 300),
      sourceId: id,
      role: 'bookkeeper',
      dueOn: act.today,
    }
    act.emit(c.statementRefusedEvent, { id, title, reason: name, work: [task] }, [id])
    return { output: {} }
  },
})

export const recordStatusBody = implementCommand(c.recordStatus, {
  locks: ({ id, runId }) => [{ kind: 'bank-statement', id }, ...(runId ? [{ kind: 'payment-run', id: runId }] : [])],
  load: (act, { id }) => statementOf(act, id),
  async run(act, { id, runId, format, accepted, rejections }, row) {
    if (row.state !== 'waiting') return { output: {} }
    await sql`
      update banking.statement set state = 'read', format = ${format}, run_id = ${runId}, line_count = ${rejections.length}, new_count = ${rejections.length}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await act.changeRecord(id)
    if (runId) {
      const run = await runOf(act, runId)
      if (accepted && !run.accepted_on)
        await sql`
          update banking.run set accepted_on = ${act.today} where organisation_id = ${act.office.id} and id = ${runId}`.execute(
          act.db(),
        )
      const byId = new Map((await paymentsOf(act, runId)).map(one => [one.id, one]))
      const live = rejections.flatMap(({ paymentId, reason }) => {
        const payment = byId.get(paymentId)
        return payment?.state === 'planned' ? [{ payment, reason }] : []
      })
      if (run.state === 'handed-out' && live.length > 0) await rejectPayments(act, run, live)
      await act.changeRecord(runId)
    }
    const { title } = act.locked(id)
    act.emit(
      c.statementRead,
      { id, title, count: rejections.length, new: rejections.length },
      runId ? [id, runId] : [id],
    )
    return { output: {} }
  },
})
