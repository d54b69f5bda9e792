import '../receivables.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getInvoicing, listPrices, removePrice, setInvoicing } from '../../contract.ts'
import { figureOf } from '../editor/typed.ts'
import { Network } from './Network.tsx'
import type { InvoiceKeys, Invoicing as Set } from '../words.ts'

const shown = [
  'street',
  'postcode',
  'town',
  'email',
  'phone',
  'website',
  'companyNumber',
  'vatNumber',
  'taxNote',
  'iban',
  'bic',
  'bankgiro',
  'plusgiro',
  'bankAccount',
  'peppolId',
  'paymentDays',
  'reminderAfterDays',
  'reminderEveryDays',
] as const

/** What stands on every paper, the price list, and interest. */
export default function Invoicing() {
  const say = useSay<InvoiceKeys>()
  const set = useQuery<typeof getInvoicing>('receivables.get-invoicing', {})
  if (set.isError) return <QueryProblem fault={set.error} again={() => void set.refetch()} />
  if (!set.data) return <PageSkeleton />
  const { codes: _codes, mayIssue, complete, currency, reminderFee, interestRates, ...facts } = set.data
  return (
    <Page
      title={say('page.invoices.settings')}
      crumbs={[{ label: say('page.invoices'), href: '/invoices' }, { label: say('page.invoices.settings') }]}
    >
      {mayIssue ? null : <Problem title={say('page.invoices.not-here')} />}
      {complete ? null : <p className="t2">{say('page.invoices.set-up-first')}</p>}
      <Section title={say('page.invoicing.head')}>
        <Facts
          facts={shown.flatMap(name => {
            const value = facts[name]
            return value === null || value === undefined || value === ''
              ? []
              : [{ label: say(`field.receivables.${name}`), value: String(value) }]
          })}
        />
        <div className="invoice-foot">
          <Button
            look={complete ? 'quiet' : 'primary'}
            icon="edit"
            onClick={() =>
              openCommand({
                command: 'receivables.set-invoicing',
                input: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
              })
            }
          >
            {say('receivables.set-invoicing')}
          </Button>
        </div>
      </Section>
      <Interest rates={interestRates} fee={reminderFee} currency={currency} />
      <Prices />
      <Network />
    </Page>
  )
}

function Interest({
  rates,
  fee,
  currency,
}: {
  readonly rates: Set['interestRates']
  readonly fee: Set['reminderFee']
  readonly currency: string
}) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const save = useCommand<typeof setInvoicing>('receivables.set-invoicing', { said: say('page.invoice.saved') })
  const [percent, setPercent] = useState('')
  const [from, setFrom] = useState<string | undefined>(formats.today())
  const [amount, setAmount] = useState(fee?.amount ?? '')
  const read = figureOf(percent)
  const add = () => {
    if (!read || !from) return
    const others = rates.filter(rate => rate.fromOn !== from)
    void save.run({ interestRates: [...others, { fromOn: from, percent: read }] }).then(() => setPercent(''))
  }
  const figure = figureOf(amount)
  return (
    <Section title={say('page.invoicing.interest')}>
      <p className="t2">{say('page.invoicing.interest.check')}</p>
      {rates.length === 0 ? <p>{say('page.invoicing.no-interest')}</p> : null}
      <ul className="invoice-plain">
        {rates.map(rate => (
          <li key={rate.fromOn}>
            <span className="what">{formats.day(rate.fromOn)}</span>
            <span className="num">{rate.percent} %</span>
            <Button
              size="s"
              look="quiet"
              icon="trash"
              onClick={() => void save.run({ interestRates: rates.filter(one => one.fromOn !== rate.fromOn) })}
            >
              {say('receivables.discard-invoice')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="invoice-inline">
        <TextField
          label={`${say('field.receivables.interestRates')} (%)`}
          inputMode="decimal"
          value={percent}
          onChange={event => setPercent(event.target.value)}
        />
        <DateControl
          label={say('field.receivables.on')}
          schema={{}}
          words={text => text}
          value={from}
          onChange={value => setFrom(typeof value === 'string' ? value : undefined)}
        />
        <Button busy={save.busy} icon="plus" onClick={add}>
          {say('page.invoicing.keep')}
        </Button>
      </div>
      <div className="invoice-inline">
        <TextField
          label={`${say('field.receivables.reminderFee')} (${currency})`}
          inputMode="decimal"
          value={amount}
          onChange={event => setAmount(event.target.value)}
        />
        <Button
          busy={save.busy}
          onClick={() =>
            void save.run({ reminderFee: figure && Number(figure) > 0 ? { amount: figure, currency } : null })
          }
        >
          {say('page.invoicing.keep')}
        </Button>
      </div>
    </Section>
  )
}

function Prices() {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listPrices>('receivables.list-prices', { limit: 500 })
  const remove = useCommand<typeof removePrice>('receivables.remove-price', { said: say('page.invoice.saved') })
  const rows = data?.rows ?? []
  return (
    <Section title={say('page.invoicing.prices')} count={rows.length}>
      {rows.length === 0 ? <p className="t2">{say('page.invoicing.no-prices')}</p> : null}
      <ul className="invoice-plain">
        {rows.map(row => (
          <li key={row.id}>
            <span className="what">{row.text}</span>
            <span className="num">
              {formats.number(Number(row.price))} / {say(`choice.unit.${row.unit}`)}
            </span>
            <span className="t2">{row.vatCode}</span>
            <Button
              size="s"
              look="quiet"
              icon="edit"
              onClick={() =>
                openCommand({
                  command: 'receivables.set-price',
                  input: {
                    priceId: row.id,
                    text: row.text,
                    unit: row.unit,
                    price: row.price,
                    vatCode: row.vatCode ?? undefined,
                  },
                  about: row.text,
                })
              }
            >
              {say('page.invoice.edit')}
            </Button>
            <Button
              size="s"
              look="quiet"
              icon="trash"
              busy={remove.busy}
              onClick={() => void remove.run({ priceId: row.id })}
            >
              {say('receivables.remove-price')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="invoice-foot">
        <Button icon="plus" onClick={() => openCommand({ command: 'receivables.set-price' })}>
          {say('receivables.set-price')}
        </Button>
      </div>
    </Section>
  )
}
