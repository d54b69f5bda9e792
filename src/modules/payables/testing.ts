/** What the tests of payables share: work's office with the books, and stand-ins for what other modules publish. */
import { contract } from '../../kernel/declare.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { payables } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stands for a module whose records are named only. */
const named = (name: string) =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface PayablesOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  goTo(day: string): void
  /** A supplier of the directory, with an account and a number to ring. */
  supplier(
    name: string,
    facts?: { account?: readonly [scheme: string, number: string]; phone?: string },
  ): Promise<string>
}

export async function payablesOffice(ledger: Module): Promise<PayablesOffice> {
  const it = await workOffice([named('directory'), named('documents'), ledger, payables])
  const { office, organisationId } = it
  const run = (text: string, values: readonly unknown[]) => office.superuser.query(text, [...values])
  return {
    ...it,
    system: { id: systemPrincipalId, organisationId },
    goTo: day =>
      office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
    async supplier(name, { account, phone } = {}) {
      const id = newId()
      const at = '2026-01-01T09:00:00Z'
      await run(
        `insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at) values ($1, $2, 'organisation', $3, $4, $4)`,
        [organisationId, id, name, at],
      )
      await run(
        `insert into directory.party (organisation_id, id, kind, name, sort_name) values ($1, $2, 'organisation', $3, $3)`,
        [organisationId, id, name],
      )
      if (account)
        await run(
          `insert into directory.bank_account (organisation_id, party_id, id, position, scheme, number, since_on) values ($1, $2, $3, 1, $4, $5, '2019-01-01')`,
          [organisationId, id, newId(), ...account],
        )
      if (phone)
        await run(
          `insert into directory.phone (organisation_id, party_id, id, position, written) values ($1, $2, $3, 1, $4)`,
          [organisationId, id, newId(), phone],
        )
      return id
    },
  }
}
