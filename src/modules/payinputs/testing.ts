/** What the tests of pay inputs share: work's office with two who look after pay. */
import type { TestPrincipal } from '../../kernel/testing.ts'
import { standardRoles } from '../authority/contract.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { payinputs } from './index.ts'

export { refusalOf } from '../work/testing.ts'

export interface PayOffice extends WorkOffice {
  /** May see what is open and internal, and is on nobody's side of pay. */
  readonly erik: TestPrincipal
  goTo(day: string): void
}

export async function payOffice(): Promise<PayOffice> {
  const office = await workOffice([payinputs])
  return {
    ...office,
    elin: await office.colleague('Elin Bergqvist', { audiences: [standardRoles.bookkeeper.id] }),
    erik: await office.colleague('Erik Lind', { clearance: 1 }),
    goTo: day =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
  }
}
