/** What the tests of the directory share. */
import type { Principal } from '../../kernel/authority.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { directory } from './index.ts'

export interface DirectoryOffice {
  readonly office: TestKernel
  readonly organisationId: string
  readonly elin: TestPrincipal
  /** Sees open records only. */
  readonly visitor: TestPrincipal
  readonly stranger: TestPrincipal
  principal(options?: Partial<Omit<Principal, 'id'>>): TestPrincipal
}

export async function directoryOffice(): Promise<DirectoryOffice> {
  const office = await testKernel([directory])
  const organisationId = await office.openOrganisation('sv', 'SE')
  const elsewhere = await office.openOrganisation('nb', 'NO')
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  return {
    office,
    organisationId,
    elin: office.principal(organisationId, { name: 'Elin Bergqvist' }),
    visitor: office.principal(organisationId, { clearance: 0 }),
    stranger: office.principal(elsewhere),
    principal: options => office.principal(organisationId, options),
  }
}

/** The refusal's name, or what else came of it. */
export function refusalOf(answer: { status: string; refusal?: { name: string } }): string {
  return answer.status === 'refused' ? answer.refusal!.name : answer.status
}

/** The output of a query that must be answered. */
export function outputOf<T>(
  answer: { status: 'done'; output: T } | { status: 'refused'; refusal: { name: string } },
): T {
  if (answer.status !== 'done') throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.output
}
