/** What the tests of letters share: work's office with documents, directory and matters as they are. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { letters } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stands for a module whose records are named only. */
const named = (name: string, ...depends: string[]) =>
  defineModule({
    contract: contract({ name, depends }),
    catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
  })

export interface LettersOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
}

export async function lettersOffice(): Promise<LettersOffice> {
  const office = await workOffice([directory, documents, named('matters'), letters])
  return { ...office, system: { id: systemPrincipalId, organisationId: office.organisationId } }
}
