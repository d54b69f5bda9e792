/** What the tests and the bench of calls share: an office with a directory, calendars and people who take turns. */
import { calendar } from '../calendar/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { mail } from '../mail/index.ts'
import { setMailKernel } from '../mail/wires/kernel.ts'
import { notifications } from '../notifications/index.ts'
import { oncall } from '../oncall/index.ts'
import { presence } from '../presence/index.ts'
import { bare } from '../presence/testing.ts'
import { scheduling } from '../scheduling/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { calls } from './index.ts'

export interface CallsOffice extends WorkOffice {
  /** Parties with these numbers, put there at once. */
  fillNumbers(digits: readonly string[], ids: readonly string[]): Promise<void>
}

export async function callsOffice(): Promise<CallsOffice> {
  const it = await workOffice([
    directory,
    documents,
    notifications,
    calendar,
    scheduling,
    oncall,
    bare('travel'),
    presence,
    mail,
    calls,
  ])
  setMailKernel(it.office.kernel)
  const put = (statement: string, ...values: readonly unknown[]) =>
    it.office.superuser.query(statement, [it.organisationId, ...values])
  return {
    ...it,
    async fillNumbers(digits, ids) {
      await put(
        `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at)
         select $1, id, 'person', 'P', 0, now(), now() from unnest($2::uuid[]) id`,
        ids,
      )
      await put(
        `insert into directory.party (organisation_id, id, kind, name, sort_name)
         select $1, id, 'person', 'P', 'p' from unnest($2::uuid[]) id`,
        ids,
      )
      await put(
        `insert into directory.party_key (organisation_id, scheme, key, party_id)
         select distinct $1::uuid, 'phone', k, i from unnest($2::text[], $3::uuid[]) as x(k, i)`,
        digits,
        ids,
      )
    },
  }
}
