import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'

/** What oncall answers, as far as the desk tells it; where the module is switched off the section is missing. */
interface Mine {
  readonly turns: readonly {
    readonly id: string
    readonly start: string
    readonly end: string
    readonly rota: { readonly id: string; readonly title: string }
  }[]
  readonly swaps: readonly unknown[]
  readonly alarms: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    readonly raisedAt: string
  }[]
}

type Words =
  | 'page.oncall'
  | 'page.my-turns.now'
  | 'page.rota.swaps'
  | 'page.desk.look'
  | 'state.oncall-alarm.open'
  | 'state.oncall-alarm.acknowledged'

/** Until when one is on call, and alarms that are open: nothing for whoever neither is nor has any. */
export function OnCall() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('oncall.list-rotas')
  const { data } = useQuery('oncall.my-turns', { limit: 1 }, { when: may })
  const { turns, alarms, swaps } = (data as Mine | undefined) ?? { turns: [], alarms: [], swaps: [] }
  const now = turns.find(turn => Date.parse(turn.start) <= Date.now())
  if (!now && alarms.length === 0 && swaps.length === 0) return null
  const until = now ? formats.dayOf(now.end) : ''
  return (
    <Section title={say('page.oncall')} count={alarms.length}>
      {now ? (
        <div className="side-row">
          <div>
            <Link href="/oncall/mine">
              <b>
                {say('page.my-turns.now', {
                  until: `${until === formats.today() ? '' : `${formats.weekday(until)} `}${formats.time(now.end)}`,
                })}
              </b>
            </Link>
            <div className="d">{now.rota.title}</div>
          </div>
        </div>
      ) : null}
      {alarms.map(alarm => (
        <div key={alarm.id} className="side-row inrow">
          <Icon name="alert-triangle" />
          <div>
            <Link href={`/alarms/${alarm.id}`}>
              <b className={alarm.state === 'open' ? 'late' : undefined}>{alarm.title}</b>
            </Link>
            <div className="d">
              {formats.moment(alarm.raisedAt)} ·{' '}
              {say(alarm.state === 'open' ? 'state.oncall-alarm.open' : 'state.oncall-alarm.acknowledged')}
            </div>
          </div>
          <ButtonLink size="s" href={`/alarms/${alarm.id}`}>
            {say('page.desk.look')}
          </ButtonLink>
        </div>
      ))}
      {swaps.length > 0 ? (
        <div className="side-row">
          <Link href="/oncall/mine">
            {say('page.rota.swaps')} ({swaps.length})
          </Link>
        </div>
      ) : null}
    </Section>
  )
}
