import '../shared/procedures.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAway } from '../../../work/contract.ts'
import type { listCover } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import { Tabs } from '../shared/Tabs.tsx'
import type { Words } from '../shared/words.ts'

type Cover = OutputOf<typeof listCover>

/** Whose the recurring work is, who does it meanwhile, and what nobody would do. */
export default function CoverPage() {
  const say = useSay<Words>()
  const asked = useQuery<typeof listCover>('procedures.list-cover', {})
  const may = usePermission('work.set-away')
  if (asked.isPending) return <PageSkeleton />
  if (!asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  const { duties, people, findings } = asked.data
  return (
    <Page
      title={say('page.cover')}
      end={
        <>
          <Tabs here="cover" />
          {may ? (
            <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'work.set-away' })}>
              {say('work.set-away')}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="t2">{say('page.cover.hint')}</p>
      {findings > 0 ? <p className="blocked">{say('page.cover.findings', { count: findings })}</p> : null}
      <Away />
      <Duties duties={duties} />
      <Section title={say('page.cover.people')} count={people.length}>
        <div className="proc-scroll" tabIndex={0} role="region" aria-label={say('page.cover.people')}>
          <table>
            <thead>
              <tr>
                <th>{say('page.step.person')}</th>
                <th>{say('page.cover.deputy')}</th>
                <th>{say('page.cover.duties')}</th>
                <th>
                  <span className="vh">{say('page.cover.sheet')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ person, deputy, duties: count }) => (
                <tr key={person.id}>
                  <td>{person.title}</td>
                  <td>{deputy?.title ?? <span className="t3">{say('page.run.nobody')}</span>}</td>
                  <td className="num">{count}</td>
                  <td>
                    <Link className="link" href={`/hand-over/${person.id}`}>
                      {say('page.cover.sheet')}
                      <span className="vh">: {person.title}</span>
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </Page>
  )
}

function Away() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('work.list-away')
  const mayEnd = usePermission('work.end-away')
  const { data } = useQuery<typeof listAway>('work.list-away', {}, { when: may })
  if (!data) return null
  return (
    <Section title={say('page.cover.away')} count={data.total}>
      {data.rows.length === 0 ? <p className="t2">{say('page.cover.away.none')}</p> : null}
      <ul className="proc-steps plain">
        {data.rows.map(row => (
          <li key={row.id}>
            <div>
              <b>{row.person?.title}</b>
              <p className="t2">
                {[
                  `${formats.weekday(row.fromOn)} – ${formats.weekday(row.untilOn)}`,
                  `${say('page.cover.deputy')}: ${row.deputy?.title ?? say('page.run.nobody')}`,
                  row.due ? say('page.cover.due', { count: row.due }) : null,
                  row.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {row.uncovered ? (
                <p className="blocked">{say('page.cover.uncovered', { count: row.uncovered })}</p>
              ) : null}
            </div>
            <div className="acts">
              {row.person ? (
                <ButtonLink size="s" href={`/hand-over/${row.person.id}`}>
                  {say('page.cover.sheet')}
                  <span className="vh">: {row.title}</span>
                </ButtonLink>
              ) : null}
              {mayEnd ? (
                <>
                  <Button
                    size="s"
                    aria-label={`${say('work.change-away')}: ${row.title}`}
                    onClick={() =>
                      openCommand({ command: 'work.change-away', input: { id: row.id }, about: row.title })
                    }
                  >
                    {say('work.change-away')}
                  </Button>
                  <Button
                    size="s"
                    aria-label={`${say('work.end-away')}: ${row.title}`}
                    onClick={() => openCommand({ command: 'work.end-away', input: { id: row.id }, about: row.title })}
                  >
                    {say('work.end-away')}
                  </Button>
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Duties({ duties }: { readonly duties: Cover['duties'] }) {
  const say = useSay<Words>()
  const formats = useFormats()
  if (duties.length === 0) return null
  const serious = (finding: Cover['duties'][number]['finding']) => finding !== null && finding !== 'no-deputy'
  const sorted = duties.toSorted((a, b) => Number(serious(b.finding)) - Number(serious(a.finding)))
  return (
    <Section title={say('page.cover.duties')} count={duties.length}>
      <div className="proc-scroll proc-duties" tabIndex={0} role="region" aria-label={say('page.cover.duties')}>
        <table>
          <thead>
            <tr>
              <th>{say('page.step.title')}</th>
              <th>{say('field.ownerId')}</th>
              <th>{say('page.cover.deputy')}</th>
              <th>{say('page.procedures.next')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((duty, index) => (
              <tr key={`${duty.id} ${index}`}>
                <td>
                  <RecordLink to={duty.record} />
                  {duty.kind === 'step' ? <div className="t3">{duty.what}</div> : null}
                  {duty.finding && duty.finding !== 'no-deputy' ? (
                    <div className="blocked">
                      {duty.away
                        ? `${formats.weekday(duty.away.fromOn)} – ${formats.weekday(duty.away.untilOn)}: `
                        : ''}
                      {say(`finding.${duty.finding}`)}
                    </div>
                  ) : null}
                </td>
                <td>{duty.owner?.title ?? duty.ownerRole ?? ''}</td>
                <td>
                  {duty.deputy?.title ??
                    (duty.finding === 'no-deputy' ? <span className="t3">{say('finding.no-deputy')}</span> : '')}
                </td>
                <td className="num">{duty.nextOn ? formats.weekday(duty.nextOn) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
