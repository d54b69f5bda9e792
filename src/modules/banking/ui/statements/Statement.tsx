import '../bank.css'
import type { Can } from '../../../../web/answers.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { type LinkedThing, Links } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type BankKeys, type StatementDetail, statementGlyphs } from '../words.ts'
import { Columns } from './Columns.tsx'

export default function StatementPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<StatementDetail> query="banking.get-statement" id={id}>
      {detail => <Statement detail={detail} key={id} />}
    </RecordOf>
  )
}

function Statement({ detail }: { readonly detail: StatementDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { record, problem } = detail
  const asksColumns = detail.head !== null && record.state === 'asks'
  const balance = (value: StatementDetail['parts'][number]['opening']) =>
    value ? `${formats.money(value.amount)} (${formats.day(value.on)})` : '–'
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.bank'), href: '/bank' },
        { label: say('page.statements'), href: '/bank/files' },
        { label: record.title },
      ]}
      state={
        <>
          <State glyph={statementGlyphs[record.state]} loud>
            {say(`state.bank-statement.${record.state}`)}
          </State>
          {detail.format ? <span>{detail.format}</span> : null}
        </>
      }
      figure={record.state === 'read' ? say('page.statements.new-of', { new: detail.new, count: detail.count }) : null}
      can={detail.can as readonly Can[]}
      last={
        <a className="btn quiet" href={`/api/banking/files/${record.id}`} download>
          {say('page.statements.original')}
        </a>
      }
      alarm={
        problem ? (
          <Alarm
            title={say(`page.bank.problem.${problem.name}` as BankKeys, { detail: problem.detail })}
            found={problem.line === null ? '' : say('page.statements.line', { line: problem.line })}
            signs={problem.name === 'account-unknown' || asksColumns ? [] : [problem.detail]}
          />
        ) : null
      }
      facts={[
        { label: say('page.statements.taken'), value: formats.day(detail.takenOn) },
        { label: say('page.statements.file'), value: detail.fileName },
      ]}
      side={<Side detail={detail} />}
    >
      {asksColumns ? <Columns detail={detail} /> : null}
      {detail.parts.map((part, index) => (
        <Section
          key={`${part.account?.id}-${index}`}
          title={part.account?.title ?? say('kind.bank-account')}
          more={
            part.account && part.new > 0 ? (
              <ButtonLink size="s" href={`/bank?account=${part.account.id}`}>
                {say('page.statements.match')}
              </ButtonLink>
            ) : undefined
          }
        >
          <dl className="strip">
            <div>
              <dt>{say('page.statements.days')}</dt>
              <dd className="num">
                {[...new Set([part.from, part.to])]
                  .filter(day => day !== null)
                  .map(formats.day)
                  .join(' – ') || '–'}
              </dd>
            </div>
            <div>
              <dt>{say('page.statements.opening')}</dt>
              <dd className="num">{balance(part.opening)}</dd>
            </div>
            <div>
              <dt>{say('page.statements.closing')}</dt>
              <dd className="num">{balance(part.closing)}</dd>
            </div>
            <div>
              <dt>{say(`page.statements.kind.${part.kind}`)}</dt>
              <dd className="num">{say('page.statements.new-of', { new: part.new, count: part.count })}</dd>
            </div>
          </dl>
        </Section>
      ))}
      {detail.findings.length > 0 ? (
        <Section title={say('page.statements.odd')} count={detail.findings.length}>
          <ul className="bank-lines">
            {detail.findings.slice(0, 100).map((finding, index) => (
              <li key={`${finding.name}-${index}`}>
                <span className="what">{say(`page.bank.finding.${finding.name}` as BankKeys)}</span>
                {finding.line ? (
                  <span className="t3">{say('page.statements.line', { line: finding.line })}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </RecordPage>
  )
}

function Side({ detail }: { readonly detail: StatementDetail }) {
  const accounts = new Map(detail.parts.flatMap(part => (part.account ? [[part.account.id, part.account]] : [])))
  const links: LinkedThing[] = [
    ...[...accounts.values()].map(one => ({
      id: one.id,
      icon: 'building-bank',
      title: one.title,
      href: `/bank/${one.id}`,
    })),
    ...(detail.run
      ? [{ id: detail.run.id, icon: 'cash', title: detail.run.title, href: `/payments/${detail.run.id}` }]
      : []),
  ]
  return (
    <>
      <Links links={links} />
      <RecordTimeline id={detail.record.id} />
    </>
  )
}
