/** What the tests of proofing share: an office with colleagues who have addresses, and people of the directory. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { invitePerson, standardRoles } from '../authority/contract.ts'
import { authority, authorityPort } from '../authority/index.ts'
import { createPerson } from '../directory/contract.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { work } from '../work/index.ts'
import { proofing } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

export interface ProofingOffice extends TestKernel {
  readonly organisationId: string
  readonly elin: TestPrincipal
  readonly maria: TestPrincipal
  readonly system: TestPrincipal
  person(name: string, email: string, language?: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'): Promise<string>
}

export async function proofingOffice(): Promise<ProofingOffice> {
  const kernel = await testKernel([authority, work, directory, documents, notifications, proofing], {
    authority: authorityPort(),
  })
  kernel.setClock(Temporal.Instant.from('2026-11-22T09:00:00Z'))
  const opened = await openOrganisation({ pool: kernel.pool, clock: kernel.kernel.clock }, kernel.kernel.dispatch, {
    language: 'en',
    organisation: 'Almgren & Tveit',
    country: 'SE',
    name: 'Elin Almgren',
    email: 'elin@almgren.example',
    password: 'four words and a comma',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const { organisationId, principalId } = opened.value
  const elin = { id: principalId, organisationId }
  const { principalId: mariaId } = await kernel.done(
    invitePerson,
    { name: 'Maria Berg', email: 'maria@almgren.example', roleIds: [standardRoles.owner.id] },
    elin,
  )
  return {
    ...kernel,
    organisationId,
    elin,
    maria: { id: mariaId, organisationId },
    system: { id: systemPrincipalId, organisationId },
    person: async (name, email, language) =>
      (await kernel.done(createPerson, { name, emails: [{ email }], ...(language ? { language } : {}) }, elin)).id,
  }
}
