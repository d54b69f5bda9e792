import '../bank.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Links } from '../../../../web/kit/record/Side.tsx'
import { type Step, Steps } from '../../../../web/kit/record/Steps.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { handOutRun, leaveOut, tickPayment, untickPayment } from '../../contract.ts'
import { Advice } from './Advice.tsx'
import { type BankKeys, type Payment, paymentGlyphs, printedNumber, type RunDetail, runGlyphs } from '../words.ts'

export default function RunPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RunDetail> query="banking.get-run" id={id}>
      {detail => <Run detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'banking.approve-run': 'e', 'banking.confirm-run': 'p' }
const address = (id: string) => `/api/banking/files/${id}`

function Run({ detail }: { readonly detail: RunDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { record } = detail
  const handOut = useCommand<typeof handOutRun>('banking.hand-out-run', { said: say('page.payments.handed-out') })
  const may = detail.can.find(({ command }) => command === 'banking.hand-out-run')
  const out = async () => {
    const answer = await handOut.run({ id: record.id, expectedVersion: record.version })
    if (answer.status === 'done') location.assign(address(record.id))
  }
  useHotkeys([may && !may.refusedBecause && { keys: 'e', label: say('banking.hand-out-run'), run: () => void out() }])
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.payments'), href: '/payments' }, { label: record.title }]}
      state={
        <>
          <State glyph={runGlyphs[record.state]} loud>
            {say(`state.payment-run.${record.state}`)}
          </State>
          {detail.rejected ? (
            <State glyph="blocked" loud>
              {say('page.payments.some-rejected', { count: detail.rejected })}
            </State>
          ) : null}
          <span>{say(`choice.method.${detail.method}`)}</span>
        </>
      }
      figure={formats.money(detail.amount)}
      due={detail.firstOn ? formats.weekday(detail.firstOn) : null}
      can={detail.can.filter(({ command }) => command !== 'banking.hand-out-run') as readonly Can[]}
      keys={keys}
      first={
        may ? (
          <Button
            look="primary"
            icon="download"
            keys="e"
            busy={handOut.busy}
            refused={may.refusedBecause ? say('page.payments.being-written') : undefined}
            onClick={() => void out()}
          >
            {say('banking.hand-out-run')}
          </Button>
        ) : detail.handedOutAt && detail.file ? (
          <a className="btn" href={address(record.id)} download>
            {say('page.payments.file-again')}
          </a>
        ) : null
      }
      alarm={
        detail.problems.length > 0 ? (
          <Alarm
            title={say('event.banking.file-failed', { title: record.title })}
            signs={detail.problems.map(one =>
              say(`page.bank.pay-problem.${one.name}` as BankKeys, { name: one.payee }),
            )}
          />
        ) : null
      }
      facts={useFacts(detail)}
      side={<Side detail={detail} />}
    >
      <Steps steps={useSteps(detail)} />
      <Payments detail={detail} />
    </RecordPage>
  )
}

function Side({ detail }: { readonly detail: RunDetail }) {
  const { account } = detail
  return (
    <>
      {account ? (
        <Links links={[{ id: account.id, icon: 'building-bank', title: account.title, href: `/bank/${account.id}` }]} />
      ) : null}
      <RecordTimeline id={detail.record.id} />
    </>
  )
}

function useFacts(detail: RunDetail): readonly Fact[] {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('page.payments.count'), value: formats.number(detail.count) },
    { label: say('field.banking.accountId'), value: detail.account?.title ?? '–' },
    Number(detail.saved.amount) > 0 ? { label: say('page.payments.saved'), value: formats.money(detail.saved) } : null,
    detail.file ? { label: say('page.payments.digest'), value: detail.file.digest.slice(0, 16) } : null,
    detail.confirmedBecause ? { label: say('field.banking.confirm-run.reason'), value: detail.confirmedBecause } : null,
    ...(detail.days.length > 1
      ? detail.days.map(day => ({
          label: `${formats.weekday(day.on)} · ${day.count}`,
          value: formats.money(day.amount),
        }))
      : []),
  ]
  return facts.filter(fact => fact !== null)
}

/** The way of a run: proposed, approved, handed out, paid. */
function useSteps(detail: RunDetail): readonly Step[] {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { state } = detail.record
  const who = (person: { title: string } | null, on: string | null) =>
    [person?.title ?? null, on && formats.day(on)].filter(line => line !== null && line !== '') as string[]
  return [
    { title: say('state.payment-run.proposed'), glyph: 'done', lines: who(detail.proposedBy, detail.proposedOn) },
    {
      title: say('state.payment-run.approved'),
      glyph: detail.approvedBy ? 'done' : state === 'withdrawn' ? 'ended' : 'open',
      lines: who(detail.approvedBy, detail.approvedOn),
    },
    {
      title: say('state.payment-run.handed-out'),
      glyph: detail.handedOutAt ? 'done' : state === 'withdrawn' ? 'ended' : 'open',
      lines: detail.handedOutAt ? who(detail.handedOutBy, null).concat(formats.moment(detail.handedOutAt)) : [],
    },
    {
      title: say('state.payment-run.settled'),
      glyph: state === 'settled' ? 'done' : state === 'rejected' ? 'blocked' : detail.acceptedOn ? 'half' : 'open',
      lines: [
        ...(detail.acceptedOn && !detail.settledOn
          ? [say('page.payments.accepted', { on: formats.day(detail.acceptedOn) })]
          : []),
        ...(detail.settledOn ? [formats.day(detail.settledOn)] : []),
      ],
    },
  ]
}

function Payments({ detail }: { readonly detail: RunDetail }) {
  const say = useSay<BankKeys>()
  return (
    <Section title={say('page.payments.to-pay')} count={detail.payments.length}>
      <ul className="bank-lines bank-payments">
        {detail.payments.map(payment => (
          <PaymentRow key={payment.id} detail={detail} payment={payment} />
        ))}
      </ul>
    </Section>
  )
}

function PaymentRow({ detail, payment }: { readonly detail: RunDetail; readonly payment: Payment }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const { id, version, state } = detail.record
  const leave = useCommand<typeof leaveOut>('banking.leave-out', {
    said: say('page.payments.left-out-done', { name: payment.partyName }),
  })
  const tick = useCommand<typeof tickPayment>('banking.tick-payment', { quiet: true })
  const untick = useCommand<typeof untickPayment>('banking.untick-payment', { quiet: true })
  const input = { id, expectedVersion: version, paymentId: payment.id }
  const open = (command: string, more: object = {}) =>
    openCommand({ command, input: { ...input, ...more }, about: payment.partyName })
  const byHand = detail.method === 'hand' && state === 'approved'
  return (
    <li>
      {byHand ? (
        <input
          className="box"
          type="checkbox"
          aria-label={say('page.payments.entered', { name: payment.partyName })}
          checked={payment.ticked}
          disabled={tick.busy || untick.busy}
          onChange={event => void (event.target.checked ? tick : untick).run(input)}
        />
      ) : null}
      <span className="what">
        <b>{payment.partyName}</b>
        <span className="t3">
          {payment.items.map((item, index) => (
            <span key={item.itemId}>
              {index > 0 ? ', ' : ''}
              <Link href={recordHref(kinds, item.recordKind, item.recordId) ?? '/payments'}>
                {item.number ?? item.title}
              </Link>
            </span>
          ))}
        </span>
      </span>
      <span className="t2 num bank-to">
        {printedNumber(payment.payTo.scheme, payment.payTo.number)}
        {payment.reference ? <span className="t3"> · {payment.reference.value}</span> : null}
      </span>
      {payment.state === 'planned' ? (
        <span className="num">{formats.weekday(payment.payOn)}</span>
      ) : (
        <State glyph={paymentGlyphs[payment.state]}>{payment.reason ?? say(`state.payment.${payment.state}`)}</State>
      )}
      <span className="num bank-amount">{formats.money(payment.amount)}</span>
      {payment.state === 'planned' && (state === 'proposed' || state === 'handed-out') ? (
        <span className="bank-acts">
          {state === 'proposed' ? (
            <>
              <Button
                size="s"
                look="quiet"
                aria-label={`${say('banking.change-account')}: ${payment.partyName}`}
                onClick={() => open('banking.change-payment', { payOn: payment.payOn })}
              >
                {say('banking.change-account')}
              </Button>
              <Button
                size="s"
                look="quiet"
                busy={leave.busy}
                aria-label={`${say('banking.leave-out')}: ${payment.partyName}`}
                onClick={() => void leave.run(input)}
              >
                {say('banking.leave-out')}
              </Button>
            </>
          ) : (
            <Button size="s" look="quiet" onClick={() => open('banking.reject-payment')}>
              {say('banking.reject-payment')}
            </Button>
          )}
        </span>
      ) : payment.state === 'settled' ? (
        <span className="bank-acts bank-advice">
          <Advice detail={detail} payment={payment} />
        </span>
      ) : null}
    </li>
  )
}
