/** What the tests of travel share: work's office with the calendar, and stand-ins for what other modules publish. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { calendar } from '../calendar/index.ts'
import { expenses } from '../expenses/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { travel } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stands for a module whose records are named only. */
const named = (name: string, ...depends: string[]) =>
  defineModule({
    contract: contract({ name, depends }),
    catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
  })

export interface TravelOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  /** An office day, on the wall's clock. */
  goTo(day: string, time?: string): void
}

export async function travelOffice(): Promise<TravelOffice> {
  const office = await workOffice([
    named('directory'),
    named('documents'),
    named('notifications'),
    named('ledger'),
    calendar,
    expenses,
    travel,
  ])
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: (day, time = '09:00') =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: time }).toInstant(),
      ),
  }
}
