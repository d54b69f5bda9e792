import '../oncall.css'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listRotas } from '../../contract.ts'
import { type Keys, type RotaLine, rotaGlyphs, untilOf, whenOf } from '../words.ts'

/** Each rota with who is on call now and who is next. */
export default function Rotas() {
  const say = useSay<Keys>()
  const mayMake = usePermission('oncall.create-rota')
  const mayCount = usePermission('oncall.get-hours')
  const { data, error, refetch } = useQuery<typeof listRotas>('oncall.list-rotas', { limit: 200 })
  if (error) return <QueryProblem fault={error} again={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const make = mayMake ? <MakeButton command="oncall.create-rota" path="/oncall" look="primary" /> : null
  return (
    <Page
      title={say('page.oncall')}
      end={
        <div className="oncall-ends">
          <ButtonLink href="/oncall/mine">{say('page.oncall.mine')}</ButtonLink>
          <ButtonLink href="/alarms">{say('page.oncall.alarms')}</ButtonLink>
          {mayCount ? <ButtonLink href="/oncall/hours">{say('page.oncall.hours')}</ButtonLink> : null}
          {make}
        </div>
      }
    >
      {data.rows.length === 0 ? (
        <Empty text={say('page.oncall.empty')} />
      ) : (
        <ul className="rota-cards">
          {data.rows.map(row => (
            <Card key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Card({ row }: { readonly row: RotaLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <li className="rota-card">
      <header>
        <Link href={`/oncall/${row.id}`}>
          <b>{row.title}</b>
        </Link>
        <State glyph={rotaGlyphs[row.state]}>{say(`state.rota.${row.state}`)}</State>
      </header>
      {row.purpose ? <p className="t2">{row.purpose}</p> : null}
      <dl>
        <div>
          <dt>{say('page.oncall.now')}</dt>
          <dd>
            <b className="rota-who">{row.now?.person.title ?? say('page.oncall.nobody')}</b>
            {row.now ? (
              <span className="t2"> {say('page.oncall.until', { until: untilOf(formats, row.now.until) })}</span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{say('page.oncall.next')}</dt>
          <dd>
            {row.next ? `${row.next.person.title}, ${whenOf(formats, row.next.from)}` : say('page.oncall.nobody')}
          </dd>
        </div>
      </dl>
      {row.openAlarms > 0 ? (
        <p className="late">
          <Link href="/alarms">{say('page.oncall.open-alarms', { count: row.openAlarms })}</Link>
        </p>
      ) : null}
    </li>
  )
}
