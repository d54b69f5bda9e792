/** What the tests of expenses share: work's office, with stand-ins for the modules whose records are named only. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { standardRoles } from '../authority/contract.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { expenses } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

const named = (name: string) =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface ExpensesOffice extends WorkOffice {
  readonly system: TestPrincipal
  goTo(day: string): void
}

export async function expensesOffice(): Promise<ExpensesOffice> {
  const office = await workOffice([named('directory'), named('documents'), named('ledger'), expenses])
  return {
    ...office,
    // both keep the books, so that each may verify the other's
    elin: await office.colleague('Elin Bergqvist', { audiences: [standardRoles.bookkeeper.id] }),
    karin: await office.colleague('Karin Öberg', { audiences: [standardRoles.bookkeeper.id] }),
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: day =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
  }
}
