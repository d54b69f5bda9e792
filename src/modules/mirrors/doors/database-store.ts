/** Our side of a mirror in the database. What is confidential (class 2 and above) goes to nobody outside. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { advance } from '../contract.ts'
import type { Finding, Loaded, OurObject, Pair, Step, Store } from '../engine/store.ts'
import { rowsOf } from './reach.ts'

const ourObjects = `
  from calendar.object_fact o
  join calendar.event_fact e on e.organisation_id = o.organisation_id and e.event_id = o.event_id
  join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.event_id
  where o.organisation_id = $1 and o.calendar_id = $2 and o.laying in ('home', 'guest') and r.class <= 1`

export function databaseStore(kernel: Kernel, organisationId: string, calendarId: string): Store {
  return {
    load: () =>
      inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
        const ask = async <Row>(text: string): Promise<Row[]> =>
          (await client.query(text, [organisationId, calendarId])).rows as Row[]
        const [mirror] = await ask<Pick<Loaded, 'direction' | 'token' | 'acceptGone'>>(
          `select direction, token, accept_gone as "acceptGone" from mirrors.mirror where organisation_id = $1 and calendar_id = $2`,
        )
        return {
          ...mirror!,
          pairs: await ask<Pair>(
            `select href, uid, name, our_tag as "ourTag", their_tag as "theirTag" from mirrors.pair where organisation_id = $1 and calendar_id = $2`,
          ),
          ours: await ask<OurObject>(`select o.href, o.etag as tag, e.uid ${ourObjects}`),
          findings: await ask<Pick<Finding, 'kind' | 'name' | 'tag' | 'because'>>(
            `select kind, name, tag, because from mirrors.finding where organisation_id = $1 and calendar_id = $2`,
          ),
        }
      }),
    async texts(hrefs) {
      const rows = await rowsOf<{ href: string; tag: string; ics: string }>(
        kernel,
        organisationId,
        `select o.href, o.etag as tag, o.ics ${ourObjects} and o.href = any($3::text[])`,
        [calendarId, [...hrefs]],
      )
      return new Map(rows.map(row => [row.href, row]))
    },
    async apply(step: Step) {
      const { incoming = [], ...others } = step
      const outcome = await kernel.dispatch({
        organisationId,
        principalId: systemPrincipalId,
        command: advance.name,
        input: {
          calendarId,
          ...others,
          incoming: incoming.map(({ href, ifTag, from, ics }) => ({
            href,
            ifTag,
            uid: from.uid,
            name: from.name,
            tag: from.tag,
            ics,
          })),
        },
        requestId: newId(),
        surface: 'mirror',
      })
      if (outcome.status !== 'done') throw new Error(`a mirror could not advance: ${JSON.stringify(outcome)}`)
      return outcome.output as { behind: boolean }
    },
  }
}
