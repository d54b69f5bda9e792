import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { cancelService, listServices } from '../../contract.ts'
import type { CalendarKeys, EventDetail } from '../words.ts'

const glyphs: Readonly<Record<string, Glyph>> = { ordered: 'done', cancelled: 'ended', fallen: 'ended' }

interface ServicesProps {
  readonly detail: EventDetail
  /** Whoever looks may change the event. */
  readonly may: boolean
}

/** Catering and set-up ordered with a booking: what, for how many, when, who sees to it. */
export function Services({ detail, may }: ServicesProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const { id, version, title } = detail.record
  const mayOrder = usePermission('calendar.order-service')
  const cancel = useCommand<typeof cancelService>('calendar.cancel-service')
  const asked = useQuery<typeof listServices>('calendar.list-services', { eventId: id })
  const rows = (asked.data?.rows ?? []).filter(row => row.recurrence === detail.recurrence)
  const over = Date.parse(detail.end) < Date.now()
  const orders = may && mayOrder && !over && detail.status !== 'cancelled' && detail.places.length > 0
  if (rows.length === 0 && !orders) return null
  const of = detail.recurrence ? { recurrence: detail.recurrence } : {}
  return (
    <Section
      title={say('page.calendar-event.services')}
      count={rows.length}
      more={
        orders ? (
          <Button
            size="s"
            icon="plus"
            onClick={() =>
              openCommand({
                command: 'calendar.order-service',
                input: { id, expectedVersion: version, ...of },
                about: title,
              })
            }
          >
            {say('page.calendar-event.order')}
          </Button>
        ) : null
      }
    >
      {rows.length === 0 ? <p className="t3">{say('page.calendar-event.services.none')}</p> : null}
      <ul className="event-lines">
        {rows.map(row => (
          <li key={row.id}>
            <span className="what">
              {row.what}
              <span className="t3">
                {' '}
                {[
                  row.heads ? say('page.calendar-event.for-heads', { count: row.heads }) : '',
                  formats.time(row.at),
                  row.responsible?.title ?? '',
                  row.cost ? formats.money(row.cost) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {row.diets ? <span className="t2"> {row.diets}</span> : null}
            </span>
            <State glyph={glyphs[row.state] ?? 'done'}>{say(`page.calendar-event.service.${row.state}`)}</State>
            {row.changeable ? (
              <>
                <Button
                  size="s"
                  look="quiet"
                  icon="edit"
                  onClick={() =>
                    openCommand({
                      command: 'calendar.change-service',
                      input: { id, expectedVersion: version, serviceId: row.id, what: row.what },
                      about: row.what,
                    })
                  }
                >
                  {say('page.calendar-event.change')}
                </Button>
                <Button
                  size="s"
                  look="quiet"
                  icon="x"
                  busy={cancel.busy}
                  onClick={() => void cancel.run({ id, expectedVersion: version, serviceId: row.id })}
                >
                  {say('page.calendar-event.call-off')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
