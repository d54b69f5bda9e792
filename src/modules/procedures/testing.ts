/** What the tests of procedures share: the office of work's tests with this module in it. */
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { defineModule } from '../../kernel/implement.ts'
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { procedures } from './index.ts'

export { insertRecord, refusalOf, tuesday } from '../work/testing.ts'

/** Stands for the module that this one depends on and whose tables it only reads. */
const directory = defineModule({
  contract: contract({ name: 'directory', depends: ['authority'] }),
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

export interface ProceduresOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  /** Goes to a moment of the office's day. */
  goTo(day: string, time?: string): void
}

export async function proceduresOffice(): Promise<ProceduresOffice> {
  const office = await workOffice([directory, procedures])
  for (const { id } of [office.elin, office.karin])
    await office.office.superuser.query(
      `insert into authority.principal (organisation_id, id, kind, email, language, clearance) values ($1, $2, 'person', $3, 'en', 3)`,
      [office.organisationId, id, `${id}@example.org`],
    )
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: (day, time = '09:00') =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: time }).toInstant(),
      ),
  }
}
