/** What the tests of registers share: work's office with colleagues, registers, and roles as authority publishes them. */
import type { Principal } from '../../kernel/authority.ts'
import { contract } from '../../kernel/declare.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { work } from '../work/index.ts'
import { addRow, createRegister, type NewField } from './contract.ts'
import { registers } from './index.ts'

/** Tuesday 24 November 2026, 09:42 in Stockholm. */
export const tuesday = Temporal.Instant.from('2026-11-24T08:42:00Z')

const bare = (name: string): Module =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface RegistersOffice {
  readonly office: TestKernel
  readonly organisationId: string
  readonly elin: TestPrincipal
  readonly karin: TestPrincipal
  colleague(name: string, options?: Partial<Omit<Principal, 'id'>>): Promise<TestPrincipal>
  /** A bare record, as another module would make it. */
  record(kind: string, title: string, level?: number): Promise<string>
  register(fields: readonly NewField[], more?: object, as?: TestPrincipal): Promise<string>
  add(register: string, values: Record<string, unknown>, as?: TestPrincipal): Promise<string>
}

export async function registersOffice(): Promise<RegistersOffice> {
  const office = await testKernel([bare('authority'), bare('directory'), work, registers])
  const organisationId = await office.openOrganisation('en', 'SE')
  office.setClock(tuesday)
  const insert = (id: string, kind: string, title: string, level: number) =>
    office.superuser.query(
      'insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)',
      [organisationId, id, kind, title, level, tuesday],
    )
  const colleague = async (name: string, options: Partial<Omit<Principal, 'id'>> = {}) => {
    const principal = office.principal(organisationId, { name, ...options })
    await insert(principal.id, 'principal', name, 0)
    return principal
  }
  const elin = await colleague('Elin Bergqvist')
  const self: RegistersOffice = {
    office,
    organisationId,
    elin,
    karin: await colleague('Karin Öberg'),
    colleague,
    async record(kind, title, level = 1) {
      const id = newId()
      await insert(id, kind, title, level)
      return id
    },
    async register(fields, more = {}, as = elin) {
      const made = await office.done(
        createRegister,
        { name: 'Key', plural: 'Keys', fields: [...fields], ...more } as never,
        as,
      )
      return made.id
    },
    async add(register, values, as = elin) {
      const made = await office.done(addRow, { register, values } as never, as)
      return made.id
    },
  }
  return self
}

/** The refusal's name, or what else came of it. */
export const refusalOf = (answer: { status: string; refusal?: { name: string } }): string =>
  answer.status === 'refused' ? answer.refusal!.name : answer.status
