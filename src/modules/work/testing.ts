/** What the tests of work share: an office with colleagues that are records, as `authority` makes them. */
import { newId } from '../../kernel/ids.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import type { Principal } from '../../kernel/authority.ts'
import { contract } from '../../kernel/declare.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import { work } from './index.ts'

/** Saturday 21 November 2026, 10:00 in Stockholm. */
export const saturday = Temporal.Instant.from('2026-11-21T09:00:00Z')
/** Tuesday 24 November 2026, 09:42 in Stockholm. */
export const tuesday = Temporal.Instant.from('2026-11-24T08:42:00Z')

export interface WorkOffice {
  readonly office: TestKernel
  readonly organisationId: string
  readonly elin: TestPrincipal
  readonly karin: TestPrincipal
  /** Sees open records only. */
  readonly visitor: TestPrincipal
  colleague(name: string, options?: Partial<Omit<Principal, 'id'>>): Promise<TestPrincipal>
}

/** Stands for the module that work depends on, whose port the test kernel's own authority fills. */
const authority: Module = defineModule({
  contract: contract({ name: 'authority' }),
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

export async function workOffice(others: readonly Module[] = []): Promise<WorkOffice> {
  const office = await testKernel([authority, work, ...others])
  const organisationId = await office.openOrganisation('en', 'SE')
  office.setClock(tuesday)
  const colleague = async (name: string, options: Partial<Omit<Principal, 'id'>> = {}) => {
    const principal = office.principal(organisationId, { name, ...options })
    await insertRecord(office, organisationId, 'principal', name, { id: principal.id, class: 0 })
    return principal
  }
  return {
    office,
    organisationId,
    elin: await colleague('Elin Bergqvist'),
    karin: await colleague('Karin Öberg'),
    visitor: await colleague('Visitor', { clearance: 0 }),
    colleague,
  }
}

/** Puts a bare record there, as another module would. */
export async function insertRecord(
  office: TestKernel,
  organisationId: string,
  kind: string,
  title: string,
  options: { id?: string; class?: number } = {},
): Promise<string> {
  const id = options.id ?? newId()
  await office.superuser.query(
    'insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [organisationId, id, kind, title, options.class ?? 1, tuesday],
  )
  return id
}

/** The refusal's name, or what else came of it. */
export function refusalOf(answer: { status: string; refusal?: { name: string } }): string {
  return answer.status === 'refused' ? answer.refusal!.name : answer.status
}
