import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { getConnection } from '../contract.ts'
import { calendarsOf } from '../dav/calendars.ts'
import { hrefOfPlace } from '../dav/place.ts'

export const getConnectionBody = implementQuery(getConnection, async view => {
  const of = view.principal.id
  const { rows } = await sql<{ email: string | null }>`
    select email from authority.address_fact where organisation_id = ${view.office.id}::uuid and principal_id = ${of}::uuid`.execute(
    view.db(),
  )
  const calendars = await calendarsOf(view)
  return {
    email: rows[0]?.email ?? '',
    calendarPath: '/dav/',
    bookPath:
      limitOf(view.principal, 'directory.export-parties') === undefined ? null : hrefOfPlace({ kind: 'book', of }),
    calendars: calendars
      .filter(({ listed, degree }) => listed && degree !== 'busy')
      .map(({ id, title, slug, degree }) => ({
        id,
        title,
        path: hrefOfPlace({ kind: 'calendar', of, id: slug }),
        writable: degree === 'write' || degree === 'manage',
      })),
  }
})
