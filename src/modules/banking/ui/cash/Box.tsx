import '../bank.css'
import './cash.css'
import { useState } from 'react'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCashBox, listCashEntries } from '../../contract.ts'
import type { BankKeys } from '../words.ts'
import { CountDialog } from './CountDialog.tsx'

type BoxDetail = OutputOf<typeof getCashBox>
type Entry = OutputOf<typeof listCashEntries>['rows'][number]

export default function BoxPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<BoxDetail> query="banking.get-cash-box" id={id}>
      {detail => <Box detail={detail} key={id} />}
    </RecordOf>
  )
}

/** One cash box: what it holds, what went in and out with its receipts, and how it was counted. */
function Box({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const [counting, setCounting] = useState(false)
  const { record, balance } = detail
  const may = detail.can.find(({ command }) => command === 'banking.count-cash')
  const entering = detail.can.find(({ command }) => command === 'banking.record-cash')
  const enter = () =>
    entering && openCommand({ command: 'banking.record-cash', input: entering.input, about: record.title })
  useHotkeys([
    entering && { keys: 'e', label: say('banking.record-cash'), run: enter },
    may && { keys: 't', label: say('banking.count-cash'), run: () => setCounting(true) },
  ])
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.cash'), href: '/cash' }, { label: record.title }]}
      state={
        <>
          <State glyph={record.state === 'open' ? 'settled' : 'ended'} loud>
            {say(`state.cash-box.${record.state}`)}
          </State>
          {detail.keeper ? <span>{say('page.cash.kept-by', { name: detail.keeper.title })}</span> : null}
        </>
      }
      figure={formats.money(balance)}
      due={
        detail.countedOn
          ? say('page.cash.last-counted', { on: formats.day(detail.countedOn) })
          : say('page.cash.never-counted')
      }
      can={detail.can.filter(one => one !== may && one !== entering) as readonly Can[]}
      first={
        may || entering ? (
          <>
            {entering ? (
              <Button look="primary" keys="e" onClick={enter}>
                {say('banking.record-cash')}
              </Button>
            ) : null}
            {may ? (
              <Button keys="t" onClick={() => setCounting(true)}>
                {say('banking.count-cash')}
              </Button>
            ) : null}
            <ButtonLink href={`/cash/${record.id}/sheet`}>{say('page.cash.sheet')}</ButtonLink>
          </>
        ) : null
      }
      facts={[{ label: say('field.banking.ledgerAccount'), value: detail.ledgerAccount ?? say('page.cash.by-role') }]}
      side={<RecordTimeline id={record.id} />}
    >
      <Entries detail={detail} />
      <Counts detail={detail} />
      {counting ? <CountDialog detail={detail} onClose={() => setCounting(false)} /> : null}
    </RecordPage>
  )
}

const step = 50

function Entries({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<BankKeys>()
  const [limit, setLimit] = useState(step)
  const asked = useQuery<typeof listCashEntries>(
    'banking.list-cash-entries',
    { boxId: detail.record.id, limit },
    { keep: true },
  )
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={6} />
  const { rows, total } = asked.data
  return (
    <Section title={say('page.cash.entries')} count={total}>
      {rows.length === 0 ? <Empty text={say('page.cash.no-entries')} /> : null}
      <ul className="bank-lines cash-entries">
        {rows.map(entry => (
          <EntryRow key={entry.id} detail={detail} entry={entry} />
        ))}
      </ul>
      {rows.length < total && limit < 200 ? (
        <p className="bank-foot">
          <Button onClick={() => setLimit(Math.min(200, limit + step))}>{say('more')}</Button>
        </p>
      ) : null}
    </Section>
  )
}

function EntryRow({ detail, entry }: { readonly detail: BoxDetail; readonly entry: Entry }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const mayTakeBack = usePermission('banking.take-back-cash')
  const { id, version, state } = detail.record
  const moves = entry.what !== 'difference' && entry.what !== 'taken-back' && !entry.takenBack && state === 'open'
  return (
    <li>
      <span className="t3 num nw">
        {entry.number} · {formats.day(entry.on)}
      </span>
      <span className="what">
        <b>{entry.text}</b>
        <span className="t3">
          {[say(`choice.what.${entry.what}`), entry.counterparty, entry.account].filter(Boolean).join(' · ')}
          {entry.document ? (
            <>
              {' · '}
              <Link href={`/documents/${entry.document.id}`}>{entry.document.title}</Link>
            </>
          ) : null}
        </span>
        {entry.takenBack ? <State glyph="ended">{say('page.cash.was-taken-back')}</State> : null}
      </span>
      <span className="bank-amount num">{formats.money(entry.amount)}</span>
      <span className="bank-amount num t3">{formats.money(entry.balance)}</span>
      {moves && mayTakeBack ? (
        <Button
          size="s"
          look="quiet"
          onClick={() =>
            openCommand({
              command: 'banking.take-back-cash',
              input: { id, expectedVersion: version, entryId: entry.id },
              about: `${entry.number} ${entry.text}`,
            })
          }
        >
          {say('banking.take-back-cash')}
        </Button>
      ) : null}
    </li>
  )
}

function Counts({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.cash.counts')} count={detail.counts.length}>
      {detail.counts.length === 0 ? <Empty text={say('page.cash.no-counts')} /> : null}
      <ul className="bank-lines">
        {detail.counts.map(one => {
          const apart = Number(one.difference.amount)
          const amount = formats.money({ ...one.difference, amount: one.difference.amount.replace('-', '') })
          return (
            <li key={one.id}>
              <span className="t3 nw">{formats.moment(one.at)}</span>
              <span className="what">
                <span>
                  {[one.by?.title, one.witness ? say('page.cash.with', { name: one.witness.title }) : null]
                    .filter(Boolean)
                    .join(' ')}
                </span>
                {one.explanation ? <span className="t3">{one.explanation}</span> : null}
              </span>
              <State glyph={apart === 0 ? 'done' : 'blocked'}>
                {apart === 0
                  ? say('page.cash.right')
                  : say(apart > 0 ? 'page.cash.over' : 'page.cash.short', { amount })}
              </State>
              <span className="bank-amount num">{formats.money(one.counted)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
