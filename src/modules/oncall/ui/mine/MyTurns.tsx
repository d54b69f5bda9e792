import '../oncall.css'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { myTurns } from '../../contract.ts'
import { SwapLine } from '../rota/Given.tsx'
import { alarmGlyphs, type Keys, type Mine, spanOf, untilOf } from '../words.ts'

/** When one is on call oneself, what one is asked, and how one is reached. */
export default function MyTurns() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { data, error, refetch } = useQuery<typeof myTurns>('oncall.my-turns', {})
  if (error) return <QueryProblem fault={error} again={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const now = data.turns.find(turn => Date.parse(turn.start) <= Date.now())
  return (
    <Page
      title={say('page.my-turns')}
      crumbs={[{ label: say('page.oncall'), href: '/oncall' }]}
      beside={now ? say('page.my-turns.now', { until: untilOf(formats, now.end) }) : undefined}
    >
      <Alarms mine={data} />
      <Asked mine={data} />
      <Section title={say('page.my-turns')} count={data.turns.length}>
        {data.turns.length === 0 ? <p className="t3">{say('page.my-turns.none')}</p> : null}
        <ul className="rota-lines">
          {data.turns.map(turn => (
            <li key={turn.id}>
              <b className="num">{spanOf(formats, turn)}</b>
              <span className="what">
                <Link href={`/oncall/${turn.rota.id}`}>{turn.rota.title}</Link>
              </span>
              <Button
                size="s"
                icon="repeat"
                onClick={() =>
                  openCommand({
                    command: 'oncall.ask-swap',
                    input: { id: turn.rota.id, start: turn.start, end: turn.end },
                    about: `${turn.rota.title}, ${spanOf(formats, turn)}`,
                  })
                }
              >
                {say('page.my-turns.swap')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Reach mine={data} />
    </Page>
  )
}

function Alarms({ mine }: { readonly mine: Mine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (mine.alarms.length === 0) return null
  return (
    <Section title={say('page.alarms')} count={mine.alarms.length}>
      <ul className="rota-lines">
        {mine.alarms.map(alarm => (
          <li key={alarm.id}>
            <b>
              <Link href={`/alarms/${alarm.id}`}>{alarm.title}</Link>
            </b>
            <span className="what t2">
              {alarm.rota.title}, {formats.moment(alarm.raisedAt)}
            </span>
            <State glyph={alarmGlyphs[alarm.state]}>{say(`state.oncall-alarm.${alarm.state}`)}</State>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Asked({ mine }: { readonly mine: Mine }) {
  const say = useSay<Keys>()
  const me = useSession().principal.id
  const [toMe, byMe] = [mine.swaps.filter(one => one.with?.id === me), mine.swaps.filter(one => one.with?.id !== me)]
  return (
    <>
      {[
        { title: say('page.my-turns.asked'), swaps: toMe },
        { title: say('page.my-turns.asking'), swaps: byMe },
      ].map(({ title, swaps }) =>
        swaps.length > 0 ? (
          <Section key={title} title={title} count={swaps.length}>
            <ul className="rota-lines">
              {swaps.map(swap => (
                <SwapLine key={swap.id} rotaId={swap.rota.id} swap={swap} where={swap.rota.title} />
              ))}
            </ul>
          </Section>
        ) : null,
      )}
    </>
  )
}

function Reach({ mine }: { readonly mine: Mine }) {
  const say = useSay<Keys>()
  return (
    <Section
      title={say('page.my-turns.reach')}
      more={
        <Button
          size="s"
          icon="phone"
          onClick={() => openCommand({ command: 'oncall.set-phone', input: mine.phone ? { number: mine.phone } : {} })}
        >
          {say('oncall.set-phone')}
        </Button>
      }
    >
      <dl className="rota-reach">
        <dt>{say('page.my-turns.reach.phone')}</dt>
        <dd className="num">{mine.phone ?? say('page.my-turns.reach.none')}</dd>
        <dt>{say('page.my-turns.reach.mail')}</dt>
        <dd>{mine.email ?? say('page.my-turns.reach.none')}</dd>
        <dt>{say('page.my-turns.reach.push')}</dt>
        <dd>
          {mine.browsers || say('page.my-turns.reach.none')}{' '}
          <ButtonLink size="s" href="/notices/settings">
            {say('page.my-turns.reach.allow')}
          </ButtonLink>
        </dd>
      </dl>
    </Section>
  )
}
