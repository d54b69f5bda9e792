/** What the tests of presence share: an office whose people have calendars. */
import { contract } from '../../kernel/declare.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import { calendar } from '../calendar/index.ts'
import { notifications } from '../notifications/index.ts'
import { oncall } from '../oncall/index.ts'
import { scheduling } from '../scheduling/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { presence } from './index.ts'

export const bare = (name: string): Module =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export async function presenceOffice(others: readonly Module[] = []): Promise<WorkOffice> {
  const office = await workOffice([
    bare('directory'),
    bare('documents'),
    notifications,
    calendar,
    scheduling,
    oncall,
    bare('travel'),
    presence,
    ...others,
  ])
  for (const [id, name] of [
    [office.elin.id, 'Elin Bergqvist'],
    [office.karin.id, 'Karin Öberg'],
  ])
    await addPerson(office, id!, name!)
  return office
}

/** Somebody whom the office's own tables know, as authority writes them. */
export async function addPerson({ office, organisationId }: WorkOffice, id: string, name: string): Promise<void> {
  await office.superuser.query(
    `insert into authority.principal (organisation_id, id, kind, email, language) values ($1, $2, 'person', $3, 'en')
     on conflict (organisation_id, id) do nothing`,
    [organisationId, id, `${name.toLowerCase().replace(/[^a-z]/g, '')}.${id.slice(-6)}@x.example`],
  )
}
