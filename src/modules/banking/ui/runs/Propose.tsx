import '../bank.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton, SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAccounts, previewRun, proposeRun } from '../../contract.ts'
import { type AccountLine, type BankKeys, type Preview, printedNumber } from '../words.ts'

const method = ['file', 'hand'] as const

/** What could be paid until a day: looked at, ticked, proposed. */
export default function Propose() {
  const say = useSay<BankKeys>()
  const accounts = useQuery<typeof listAccounts>('banking.list-accounts', { closed: false, limit: 100 })
  if (accounts.isError) return <QueryProblem fault={accounts.error} again={() => void accounts.refetch()} />
  if (!accounts.data) return <PageSkeleton />
  const crumbs = [{ label: say('page.payments'), href: '/payments' }, { label: say('banking.propose-run') }]
  if (accounts.data.rows.length === 0)
    return (
      <Page title={say('banking.propose-run')} crumbs={crumbs}>
        <Empty text={say('page.bank.empty')} />
      </Page>
    )
  return <Choosing accounts={accounts.data.rows} />
}

function Choosing({ accounts }: { readonly accounts: readonly AccountLine[] }) {
  const say = useSay<BankKeys>()
  const [search, change] = useSearch()
  const account = accounts.find(one => one.id === search['account']) ?? accounts[0]!
  const { until, on: payOn } = search
  const withDiscounts = search['discounts'] !== 'no'
  const { currency } = search
  const how = search['how'] === 'hand' ? ('hand' as const) : ('file' as const)
  const input = {
    accountId: account.id,
    ...(until ? { until } : {}),
    ...(payOn ? { payOn } : {}),
    withDiscounts,
    method: how,
    ...(currency ? { currency } : {}),
  }
  const preview = useQuery<typeof previewRun>('banking.preview-run', input, { keep: true })
  return (
    <Page
      title={say('banking.propose-run')}
      crumbs={[{ label: say('page.payments'), href: '/payments' }, { label: say('banking.propose-run') }]}
    >
      <div className="bank-choose">
        <SelectField
          label={say('field.banking.accountId')}
          value={account.id}
          options={accounts.map(one => [one.id, one.title] as const)}
          onChange={value => change({ account: value, currency: null })}
        />
        {preview.data && (preview.data.currencies.length > 1 || currency) ? (
          <SelectField
            label={say('field.banking.currency')}
            value={preview.data.currency}
            options={preview.data.currencies.map(one => [one, one] as const)}
            onChange={value => change({ currency: value })}
          />
        ) : null}
        <DateControl
          schema={{}}
          words={String}
          label={say('field.banking.until')}
          value={until ?? preview.data?.until}
          onChange={day => change({ until: (day as string | undefined) ?? null })}
        />
        <DateControl
          schema={{}}
          words={String}
          label={say('field.banking.payOn')}
          hint={say('page.payments.each-its-day')}
          value={payOn}
          onChange={day => change({ on: (day as string | undefined) ?? null })}
        />
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={withDiscounts}
            onChange={event => change({ discounts: event.target.checked ? null : 'no' })}
          />
          {say('field.banking.withDiscounts')}
        </label>
      </div>
      {preview.isError ? <QueryProblem fault={preview.error} again={() => void preview.refetch()} /> : null}
      {preview.isPending ? <SkeletonRows rows={8} /> : null}
      {preview.data ? (
        <Plan
          key={JSON.stringify(input)}
          preview={preview.data}
          input={input}
          account={account}
          onHow={one => change({ how: one === 'hand' ? 'hand' : null })}
        />
      ) : null}
    </Page>
  )
}

interface PlanProps {
  readonly preview: Preview
  readonly input: {
    readonly accountId: string
    readonly until?: string
    readonly payOn?: string
    readonly withDiscounts: boolean
    readonly method: (typeof method)[number]
    readonly currency?: string
  }
  readonly account: AccountLine
  readonly onHow: (how: (typeof method)[number]) => void
}

const keyOf = (payment: Preview['payments'][number]) => payment.items.map(item => item.itemId).join(' ')

function Plan({ preview, input, account, onHow }: PlanProps) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const go = useGo()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const propose = useCommand<typeof proposeRun>('banking.propose-run', { quiet: true })
  const chosen = preview.payments.filter(payment => !left.has(keyOf(payment)))
  const sum = formats.sum(chosen.map(one => one.amount))
  const send = async () => {
    const answer = await propose.run({
      ...input,
      ...(left.size > 0 ? { itemIds: chosen.flatMap(one => one.items.map(item => item.itemId)) } : {}),
    })
    if (answer.status === 'done') go(`/payments/${answer.output.id}`)
  }
  useHotkeys([{ keys: 'mod+enter', label: say('banking.propose-run'), run: () => void send() }])
  const turn = (key: string) =>
    setLeft(now => new Set(now.has(key) ? [...now].filter(one => one !== key) : [...now, key]))
  const refusal = propose.answer?.status === 'refused' ? propose.answer.refusal : null
  if (preview.payments.length === 0 && preview.leftOut.length === 0)
    return <Empty text={say('page.payments.nothing')} />
  const own = preview.balance?.currency === preview.amount.currency
  const short = own && preview.balance && Number(preview.amount.amount) > Number(preview.balance.amount)
  return (
    <>
      {preview.payments.length > 0 ? (
        <>
          <dl className="strip bank-sums">
            {preview.days.map(day => (
              <div key={day.on}>
                <dt>{`${formats.weekday(day.on)} · ${day.count}`}</dt>
                <dd className="num">{formats.money(day.amount)}</dd>
              </div>
            ))}
            {Number(preview.saved.amount) > 0 ? (
              <div>
                <dt>{say('page.payments.saved')}</dt>
                <dd className="num ok">{formats.money(preview.saved)}</dd>
              </div>
            ) : null}
            {preview.balance ? (
              <div>
                <dt>{say('page.bank.balance')}</dt>
                <dd className="num">
                  {formats.money(preview.balance)}
                  {short ? <State glyph="late">{say('page.payments.short')}</State> : null}
                </dd>
              </div>
            ) : null}
          </dl>
          <table className="tbl bank-table">
            <caption className="vh">{say('page.payments.to-pay')}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{say('page.payments.pay')}</span>
                </th>
                <th scope="col">{say('page.payments.payee')}</th>
                <th scope="col" className="wide">
                  {say('page.payments.to')}
                </th>
                <th scope="col">{say('field.banking.payOn')}</th>
                <th scope="col" className="n">
                  {say('field.banking.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.payments.map(payment => {
                const key = keyOf(payment)
                return (
                  <tr key={key} aria-selected={left.has(key) ? undefined : false}>
                    <td>
                      <input
                        className="box"
                        type="checkbox"
                        aria-label={say('page.payments.pay-name', { name: payment.partyName })}
                        checked={!left.has(key)}
                        onChange={() => turn(key)}
                      />
                    </td>
                    <td>
                      <b>{payment.partyName}</b>
                      <div className="t3 clip">
                        {payment.items.map(item => item.number ?? item.title).join(', ')}
                        {payment.items.some(item => item.discount) ? ` · ${say('page.payments.with-discount')}` : ''}
                      </div>
                    </td>
                    <td className="wide t2 num">
                      {printedNumber(payment.payTo.scheme, payment.payTo.number)}
                      <div className="t3">{payment.reference?.value ?? ''}</div>
                    </td>
                    <td>
                      {payment.late ? (
                        <State glyph="late">{formats.weekday(payment.payOn)}</State>
                      ) : (
                        formats.weekday(payment.payOn)
                      )}
                    </td>
                    <td className="n num">{formats.money(payment.amount)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      ) : null}
      <LeftOut preview={preview} />
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      {preview.payments.length > 0 ? (
        <div className="bank-foot">
          <Button
            look="primary"
            keys="mod+enter"
            busy={propose.busy}
            refused={chosen.length === 0 ? say('refusal.run-empty') : undefined}
            onClick={() => void send()}
          >
            {say('page.payments.propose-sum', { count: chosen.length, amount: sum })}
          </Button>
          <fieldset className="bank-how">
            <legend className="vh">{say('field.banking.method')}</legend>
            {method.map(one => (
              <label key={one} className="tick">
                <input type="radio" name="method" checked={input.method === one} onChange={() => onHow(one)} />
                {say(`choice.method.${one}`)}
              </label>
            ))}
          </fieldset>
          <span className="t3">{say('page.payments.from', { name: account.title })}</span>
        </div>
      ) : null}
    </>
  )
}

function LeftOut({ preview }: { readonly preview: Preview }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  if (preview.leftOut.length === 0) return null
  return (
    <Section title={say('page.payments.left-out')} count={preview.leftOut.length}>
      <ul className="bank-lines">
        {preview.leftOut.map(one => (
          <li key={one.itemId}>
            <span className="what">
              <b>{one.partyName}</b> <span className="t3">{one.number}</span>
            </span>
            <State glyph={one.reason === 'held' || one.reason.endsWith('-wrong') ? 'blocked' : 'waits'}>
              {one.because ?? say(`page.payments.left.${one.reason}`)}
            </State>
            <span className="t3 num">{formats.day(one.dueOn)}</span>
            <span className="num">{formats.money(one.amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
