import '../shared/procedures.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { adoptObligations, year } from '../../contract.ts'
import { useRuleWords } from '../shared/RuleField.tsx'
import { Tabs } from '../shared/Tabs.tsx'
import type { Words } from '../shared/words.ts'
import { ObligationDialog } from './ObligationDialog.tsx'

type Year = OutputOf<typeof year>
export const dayGlyphs = { coming: 'draft', raised: 'open', late: 'late', fulfilled: 'done' } as const

/** What falls due in the year ahead, month by month. */
export default function Obligations() {
  const say = useSay<Words>()
  const asked = useQuery<typeof year>('procedures.year', {})
  const may = usePermission('procedures.create-obligation')
  const [making, setMaking] = useState(false)
  if (asked.isPending) return <PageSkeleton />
  if (!asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  const { rows, withoutOwner, proposals } = asked.data
  const make = (
    <Button look="primary" icon="plus" onClick={() => setMaking(true)}>
      {say('procedures.create-obligation')}
    </Button>
  )
  return (
    <Page
      title={say('page.obligations')}
      beside={say('page.obligations.ahead')}
      end={
        <>
          <Tabs here="obligations" />
          {may ? make : null}
        </>
      }
    >
      {withoutOwner > 0 ? (
        <p className="blocked">{say('page.obligations.without-owner', { count: withoutOwner })}</p>
      ) : null}
      {rows.length === 0 ? <Empty text={say('page.obligations.empty')} /> : <Months rows={rows} />}
      {may && proposals.length > 0 ? <Proposals proposals={proposals} /> : null}
      {making ? <ObligationDialog onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

function Months({ rows }: { readonly rows: Year['rows'] }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const language = useLanguage()
  const months = Map.groupBy(rows, row => row.dueOn.slice(0, 7))
  const named = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  /** A heading begins with a capital, also where months do not. */
  const name = (month: string) =>
    named.format(new Date(`${month}-15`)).replace(/^./u, first => first.toLocaleUpperCase(language))
  return [...months].map(([month, those]) => (
    <Section key={month} title={name(month)} count={those.length}>
      <div className="proc-scroll proc-year" tabIndex={0} role="region" aria-label={name(month)}>
        <table>
          <tbody>
            {those.map(row => (
              <tr key={`${row.id} ${row.dueOn}`}>
                <td className="num">
                  <span className={row.day === 'late' ? 'late' : undefined}>{formats.weekday(row.dueOn)}</span>
                </td>
                <td>
                  <Link href={`/obligations/${row.id}`}>{row.title}</Link>
                  {row.basisText ? <div className="t3">{row.basisText}</div> : null}
                </td>
                <td>
                  {row.owner?.title ?? row.ownerRole ?? <span className="blocked">{say('page.run.nobody')}</span>}
                </td>
                <td>
                  <State glyph={dayGlyphs[row.day]}>{say(`choice.day.${row.day}`)}</State>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  ))
}

function Proposals({ proposals }: { readonly proposals: Year['proposals'] }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const ruleWords = useRuleWords()
  const adopting = useCommand<typeof adoptObligations>('procedures.adopt-obligations')
  return (
    <Section title={say('page.obligations.proposals')} count={proposals.length}>
      <p className="t2">{say('page.obligations.proposals.hint')}</p>
      <ul className="proc-steps plain">
        {proposals.map(proposal => (
          <li key={proposal.key}>
            <div>
              <b>{proposal.title}</b>
              <p className="t2">
                {[
                  proposal.source,
                  proposal.rule.rrule
                    .split('\n')
                    .map(rrule => ruleWords({ ...proposal.rule, rrule }))
                    .join('; '),
                  proposal.nextOn ? say('page.procedure.next-days', { days: formats.weekday(proposal.nextOn) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div className="acts">
              <Button
                size="s"
                busy={adopting.busy}
                aria-label={`${say('procedures.adopt-obligations')}: ${proposal.title}`}
                onClick={() => void adopting.run({ keys: [proposal.key] })}
              >
                {say('procedures.adopt-obligations')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
