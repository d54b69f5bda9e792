import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  type AccountRow,
  accountOf,
  bicFrom,
  numberFrom,
  otherNumbers,
  requireLedgerAccount,
  schemeOf,
  setNumbers,
  settingsOf,
} from '../account-row.ts'
import * as c from '../contract.ts'
import { booksCurrency } from '../exchange.ts'

const constraints = { bank_number_once: c.accountNumberTaken }

const others = (act: Act, numbers: readonly string[]) =>
  numbers.map(number => {
    const scheme = schemeOf(number, act.office.country)
    return { scheme, number: numberFrom(act, scheme, number) }
  })

/**
 * An account of the ledger that stands for this money alone, in another currency than the books: the ledger is told, and values it
 * by the rate of the day. One that money in another currency shares is left as it is.
 */
async function keptIn(act: Act, ledgerAccount: string | null | undefined, currency: string) {
  if (!ledgerAccount || currency === (await booksCurrency(act))) return {}
  const { rows } = await sql`
    select 1 from banking.account where organisation_id = ${act.office.id} and ledger_account = ${ledgerAccount}
      and currency <> ${currency} limit 1`.execute(act.db())
  return rows.length > 0 ? {} : { keptIn: [{ key: ledgerAccount, currency }] }
}

export const addAccountBody = implementCommand(c.addAccount, {
  constraints,
  async run(act, input) {
    const number = numberFrom(act, input.scheme, input.number)
    await requireLedgerAccount(act, input.ledgerAccount)
    const currency = input.currency ?? act.office.currency
    const id = await act.createRecord({
      kind: 'bank-account',
      title: input.name,
      ...(input.class === undefined ? {} : { class: input.class }),
      search: { body: `${number} ${currency}` },
    })
    await sql`
      insert into banking.account (organisation_id, id, scheme, number, currency, bic, ledger_account, file_version, holder, street, postal_code, town, country, customer_number)
      values (${act.office.id}, ${id}, ${input.scheme}, ${number}, ${currency}, ${bicFrom(act, input.bic)}, ${input.ledgerAccount ?? null},
        ${input.fileVersion ?? '09'}, ${(input.holder ?? act.office.name).slice(0, 140)}, ${input.street ?? null}, ${input.postalCode ?? null},
        ${input.town ?? null}, ${input.country ?? act.office.country}, ${input.customerNumber ?? null})`.execute(
      act.db(),
    )
    await setNumbers(act, id, [{ scheme: input.scheme, number }, ...others(act, input.alsoNumbers ?? [])])
    act.emit(c.accountAdded, { id, title: input.name, ...(await keptIn(act, input.ledgerAccount, currency)) }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'banking.close-account', input: { id, expectedVersion: 1 } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeAccountBody = implementCommand(c.changeAccount, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  load: (act, { id }) => accountOf(act, id),
  async run(act, input, before) {
    const { id } = input
    const was = act.locked(id).title
    const numbersBefore = await otherNumbers(act, before)
    await requireLedgerAccount(act, input.ledgerAccount)
    await sql`
      update banking.account set bic = ${input.bic === undefined ? before.bic : bicFrom(act, input.bic)},
        ledger_account = ${keep(input.ledgerAccount, before.ledger_account)}, file_version = ${input.fileVersion ?? before.file_version},
        holder = ${input.holder ?? before.holder}, street = ${keep(input.street, before.street)},
        postal_code = ${keep(input.postalCode, before.postal_code)}, town = ${keep(input.town, before.town)},
        country = ${input.country ?? before.country}, customer_number = ${keep(input.customerNumber, before.customer_number)}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    if (input.alsoNumbers)
      await setNumbers(act, id, [{ scheme: before.scheme, number: before.number }, ...others(act, input.alsoNumbers)])
    const title = input.name ?? was
    const version = await act.changeRecord(id, { title })
    act.emit(c.accountChanged, { id, title, ...(await keptIn(act, input.ledgerAccount, before.currency)) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'banking.change-account',
        input: { id, expectedVersion: version, name: was, ...factsOf(before), alsoNumbers: numbersBefore },
      },
    }
  },
})

const factsOf = (row: AccountRow) => ({
  bic: row.bic,
  ledgerAccount: row.ledger_account,
  fileVersion: row.file_version,
  customerNumber: row.customer_number,
  holder: row.holder,
  street: row.street,
  postalCode: row.postal_code,
  town: row.town,
  country: row.country,
})

async function setClosed(act: Act, id: string, closed: boolean): Promise<number> {
  await sql`update banking.account set is_closed = ${closed} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return act.changeRecord(id)
}

export const closeAccountBody = implementCommand(c.closeAccount, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  load: (act, { id }) => accountOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.is_closed) act.refuse(c.accountClosed, { title })
    const { rows } = await sql`
      select 1 from banking.run where organisation_id = ${act.office.id} and account_id = ${id}
        and state in ('proposed', 'approved', 'handed-out') limit 1`.execute(act.db())
    if (rows.length > 0) act.refuse(c.accountBusy, { title })
    const version = await setClosed(act, id, true)
    act.emit(c.accountClosedEvent, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'banking.reopen-account', input: { id, expectedVersion: version } },
    }
  },
})

export const reopenAccountBody = implementCommand(c.reopenAccount, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  load: (act, { id }) => accountOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (!row.is_closed) act.refuse(c.accountOpen, { title })
    const version = await setClosed(act, id, false)
    act.emit(c.accountReopened, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'banking.close-account', input: { id, expectedVersion: version } },
    }
  },
})

export const changeSettingsBody = implementCommand(c.changeSettings, {
  async run(act, input) {
    const before = await settingsOf(act)
    const after = {
      fourEyes: input.fourEyes ?? before.fourEyes,
      bookAtHandOut: input.bookAtHandOut ?? before.bookAtHandOut,
    }
    await sql`
      insert into banking.settings values (${act.office.id}, ${after.fourEyes}, ${after.bookAtHandOut})
      on conflict (organisation_id) do update set four_eyes = excluded.four_eyes, book_at_hand_out = excluded.book_at_hand_out`.execute(
      act.db(),
    )
    act.emit(c.settingsChanged, {})
    return { output: after, undo: { command: 'banking.change-settings', input: before } }
  },
})
