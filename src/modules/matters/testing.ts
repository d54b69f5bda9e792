/** What the tests of matters share: an office with colleagues, papers and people that are bare records. */
import { contract } from '../../kernel/declare.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import { insertRecord, type WorkOffice, workOffice } from '../work/testing.ts'
import { matters } from './index.ts'

const standIn = (name: string): Module =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface MattersOffice extends WorkOffice {
  /** A bare record of that kind, as another module would make it. */
  record(kind: string, title: string, options?: { class?: number }): Promise<string>
  /** The class and audience of a record as it stands in the database. */
  standing(id: string): Promise<{ class: number; audience: string[] | null; own_class: number | null }>
}

export async function mattersOffice(): Promise<MattersOffice> {
  const it = await workOffice([standIn('directory'), standIn('documents'), matters])
  return {
    ...it,
    record: (kind, title, options) => insertRecord(it.office, it.organisationId, kind, title, options),
    async standing(id) {
      const { rows } = await it.office.superuser.query(
        'select class, audience, own_class from kernel.record where id = $1',
        [id],
      )
      return rows[0]
    },
  }
}
