/** Accounts, what they serve, VAT codes and dimensions. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { RefusalDeclaration } from '../../../kernel/refusal.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { settingsOf } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { percentToRate } from '../percent.ts'

interface AccountRow {
  readonly number: string
  readonly name: string
  readonly vat_code: string | null
  readonly currency: string | null
  readonly in_use: boolean
}

async function requireSetUp(act: Act): Promise<void> {
  if ((await settingsOf(act)) === null) act.refuse(c.booksNotKept)
}

async function accountOf(act: Act, number: string): Promise<AccountRow> {
  const { rows } = await sql<AccountRow>`
    select number, name, vat_code, currency, in_use from ledger.account
    where organisation_id = ${act.office.id} and number = ${number} for update`.execute(act.db())
  return rows[0] ?? act.refuse(c.accountUnknown, { account: number })
}

async function requireVatCode(act: Act, code: string | null | undefined): Promise<void> {
  if (!code) return
  const { rows } =
    await sql`select 1 from ledger.vat_code where organisation_id = ${act.office.id} and code = ${code}`.execute(
      act.db(),
    )
  if (rows.length === 0) act.refuse(c.vatCodeUnknown, { code })
}

export const addAccountBody = implementCommand(c.addAccount, {
  load: requireSetUp,
  async run(act, { number, name, accountType, vatCode }) {
    await requireVatCode(act, vatCode)
    const { rows } = await sql`
      insert into ledger.account (organisation_id, number, name, account_type, vat_code, folded)
      values (${act.office.id}, ${number}, ${name}, ${accountType}, ${vatCode ?? null}, ${foldInPlace(`${number} ${name}`)})
      on conflict do nothing returning number`.execute(act.db())
    if (rows.length === 0) act.refuse(c.accountTaken, { account: number })
    act.emit(c.accountAdded, { number, name })
    return { output: { number }, undo: { command: 'ledger.change-account', input: { number, inUse: false } } }
  },
})

export const changeAccountBody = implementCommand(c.changeAccount, {
  async run(act, { number, name, vatCode, currency, inUse }) {
    const before = await accountOf(act, number)
    await requireVatCode(act, vatCode)
    // kept in that of the books is what every account is
    const kept = currency && currency !== (await settingsOf(act))?.currency ? currency : null
    const after = {
      name: name ?? before.name,
      vat_code: vatCode === undefined ? before.vat_code : vatCode,
      currency: currency === undefined ? before.currency : kept,
      in_use: inUse ?? before.in_use,
    }
    await sql`update ledger.account set name = ${after.name}, vat_code = ${after.vat_code}, currency = ${after.currency}, in_use = ${after.in_use},
        names = case when ${name !== undefined} then '{}'::jsonb else names end,
        folded = case when ${name !== undefined} then ${foldInPlace(`${number} ${after.name}`)} else folded end
      where organisation_id = ${act.office.id} and number = ${number}`.execute(act.db())
    act.emit(c.accountChanged, { number, name: after.name })
    return {
      output: { number },
      undo: {
        command: 'ledger.change-account',
        input: {
          number,
          ...(name === undefined ? {} : { name: before.name }),
          ...(vatCode === undefined ? {} : { vatCode: before.vat_code }),
          ...(currency === undefined ? {} : { currency: before.currency }),
          ...(inUse === undefined ? {} : { inUse: before.in_use }),
        },
      },
    }
  },
})

export const assignAccountRoleBody = implementCommand(c.assignAccountRole, {
  load: requireSetUp,
  async run(act, { role, account }) {
    const { in_use } = await accountOf(act, account)
    if (!in_use) act.refuse(c.accountNotInUse, { account })
    const { rows } = await sql<{ account: string }>`
      select account from ledger.role_account where organisation_id = ${act.office.id} and role = ${role} for update`.execute(
      act.db(),
    )
    await sql`insert into ledger.role_account (organisation_id, role, account) values (${act.office.id}, ${role}, ${account})
      on conflict (organisation_id, role) do update set account = excluded.account`.execute(act.db())
    act.emit(c.roleAssigned, { role, account })
    return {
      output: { account },
      undo: { command: 'ledger.assign-account-role', input: { role, account: rows[0]?.account ?? account } },
    }
  },
})

interface VatRow {
  readonly rate: number
  readonly kind: string
  readonly used: boolean
}

async function vatCodeUse(act: Act, code: string): Promise<VatRow | undefined> {
  const { rows } = await sql<VatRow>`
    select v.rate, v.kind, exists (select from ledger.posting p where p.organisation_id = v.organisation_id and p.vat_code = v.code) as used
    from ledger.vat_code v where v.organisation_id = ${act.office.id} and v.code = ${code} for update`.execute(act.db())
  return rows[0]
}

export const setVatCodeBody = implementCommand(c.setVatCode, {
  load: requireSetUp,
  async run(act, input) {
    const { code, name, vatKind, taxAccount = null, dueAccount = null, validFrom = null, validUntil = null } = input
    const rate = percentToRate(input.vatRate)
    const before = await vatCodeUse(act, code)
    if (before?.used && (before.rate !== rate || before.kind !== vatKind)) act.refuse(c.vatCodeUsed, { code })
    for (const account of [taxAccount, dueAccount]) if (account) await accountOf(act, account)
    const reversed = vatKind === 'reverse-charge' || vatKind === 'import'
    if ((rate > 0 && vatKind !== 'none' && !taxAccount) || (reversed && !dueAccount))
      act.refuse(c.vatAccountsMissing, { code })
    if (validFrom && validUntil && Temporal.PlainDate.compare(validFrom, validUntil) > 0)
      act.refuse(c.vatDaysReversed, { from: String(validFrom), until: String(validUntil) })
    await sql`insert into ledger.vat_code (organisation_id, code, name, kind, rate, deductible, category, tax_account, due_account,
        base_box, tax_box, due_box, valid_from, valid_until, in_use)
      values (${act.office.id}, ${code}, ${name}, ${vatKind}, ${rate}, ${(input.deductible ?? 100) * 100},
        ${input.category ?? (reversed ? 'AE' : rate > 0 ? 'S' : 'E')}, ${taxAccount}, ${dueAccount}, ${input.baseBox ?? null},
        ${input.taxBox ?? null}, ${input.dueBox ?? null}, ${validFrom}, ${validUntil}, ${input.inUse ?? true})
      on conflict (organisation_id, code) do update set name = excluded.name, names = '{}', kind = excluded.kind, rate = excluded.rate,
        deductible = excluded.deductible, category = excluded.category, tax_account = excluded.tax_account, due_account = excluded.due_account,
        base_box = excluded.base_box, tax_box = excluded.tax_box, due_box = excluded.due_box, valid_from = excluded.valid_from,
        valid_until = excluded.valid_until, in_use = excluded.in_use`.execute(act.db())
    act.emit(c.vatCodeSet, { code, name })
    return { output: { code } }
  },
})

export const addDimensionBody = implementCommand(c.addDimension, {
  load: requireSetUp,
  async run(act, { code, name }) {
    const { rows } =
      await sql`insert into ledger.dimension (organisation_id, code, name) values (${act.office.id}, ${code}, ${name})
      on conflict do nothing returning code`.execute(act.db())
    if (rows.length === 0) act.refuse(c.dimensionTaken as RefusalDeclaration, { code })
    act.emit(c.dimensionAdded, { code, name })
    return { output: { code } }
  },
})

export const setDimensionValueBody = implementCommand(c.setDimensionValue, {
  async run(act, { dimension, code, name, inUse = true }) {
    const { rows: known } = await sql`select 1 from ledger.dimension
      where organisation_id = ${act.office.id} and code = ${dimension}`.execute(act.db())
    if (known.length === 0) act.refuse(c.dimensionUnknown, { dimension, code })
    const { rows } = await sql<{ name: string; in_use: boolean }>`
      select name, in_use from ledger.dimension_value
      where organisation_id = ${act.office.id} and dimension = ${dimension} and code = ${code} for update`.execute(
      act.db(),
    )
    const [before] = rows
    await sql`insert into ledger.dimension_value (organisation_id, dimension, code, name, in_use)
      values (${act.office.id}, ${dimension}, ${code}, ${name}, ${inUse})
      on conflict (organisation_id, dimension, code) do update set name = excluded.name, in_use = excluded.in_use`.execute(
      act.db(),
    )
    act.emit(c.dimensionValueSet, { dimension, code, name })
    return {
      output: { code },
      undo: {
        command: 'ledger.set-dimension-value',
        input: { dimension, code, name: before?.name ?? name, inUse: before?.in_use ?? false },
      },
    }
  },
})
