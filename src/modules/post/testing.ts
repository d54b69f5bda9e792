/** What the tests of post share: work's office, with a stand-in for what other modules publish. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { printing } from '../printing/index.ts'
import { post } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stands for a module whose records are named only. */
const named = (name: string, ...depends: string[]) =>
  defineModule({
    contract: contract({ name, depends }),
    catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
  })

export interface PostOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  goTo(day: string): void
}

export async function postOffice(): Promise<PostOffice> {
  const office = await workOffice([named('directory'), named('documents'), named('notifications'), printing, post])
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: day =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
  }
}
