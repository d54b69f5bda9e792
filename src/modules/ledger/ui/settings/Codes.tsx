import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAccruals, listDimensions, listRates, listVatCodes } from '../../contract.ts'
import { Link } from '../../../../web/Link.tsx'
import type { BookKeys, BookSettings, VatCode } from '../words.ts'

interface Props {
  readonly settings: BookSettings
}

/** VAT codes, cost centres, spread costs, exchange rates. */
export function Codes({ settings }: Props) {
  return (
    <>
      <VatCodes settings={settings} />
      <Dimensions settings={settings} />
      <Accruals />
      <Rates settings={settings} />
    </>
  )
}

function Add({ settings, command }: Props & { readonly command: string }) {
  const say = useSay<BookKeys>()
  if (!settings.can.some(one => one.command === command)) return null
  return (
    <Button size="s" look="quiet" icon="plus" onClick={() => openCommand({ command })}>
      {say(command as BookKeys)}
    </Button>
  )
}

const boxes = ({ baseBox, taxBox, dueBox }: VatCode): string =>
  [...new Set([baseBox, taxBox, dueBox])].filter(Boolean).join(', ')

function VatCodes({ settings }: Props) {
  const say = useSay<BookKeys>()
  const { data } = useQuery<typeof listVatCodes>('ledger.list-vat-codes', {})
  return (
    <Section
      title={say('page.vat')}
      count={data?.rows.length}
      more={<Add settings={settings} command="ledger.set-vat-code" />}
      bare
    >
      <table className="tbl book-card">
        <caption className="vh">{say('page.vat')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('field.ledger.code')}</th>
            <th scope="col">{say('field.ledger.name')}</th>
            <th scope="col" className="n">
              %
            </th>
            <th scope="col" className="book-wide">
              {say('field.taxAccount')}
            </th>
            <th scope="col" className="book-wide">
              {say('page.vat.boxes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data?.rows.map(code => (
            <tr key={code.code}>
              <td>{code.code}</td>
              <td>{code.name}</td>
              <td className="n num">{code.vatRate}</td>
              <td className="book-wide num">{[code.taxAccount, code.dueAccount].filter(Boolean).join(' / ')}</td>
              <td className="book-wide num">{boxes(code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Dimensions({ settings }: Props) {
  const say = useSay<BookKeys>()
  const { data } = useQuery<typeof listDimensions>('ledger.list-dimensions', {})
  const used = data?.rows.filter(({ values }) => values.length > 0) ?? []
  return (
    <Section title={say('page.dimensions')} more={<Add settings={settings} command="ledger.add-dimension" />}>
      {used.length === 0 ? <p className="t2">{say('page.dimensions.empty')}</p> : null}
      <ul className="book-lines">
        {data?.rows.map(({ code, name, values }) => (
          <li key={code}>
            <span className="what">
              <b>{name}</b> {values.map(value => `${value.code} ${value.name}`).join(' · ')}
            </span>
            <Button
              size="s"
              look="quiet"
              icon="plus"
              onClick={() =>
                openCommand({ command: 'ledger.set-dimension-value', input: { dimension: code }, about: name })
              }
            >
              <span className="vh">{`${name}: ${say('ledger.set-dimension-value')}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Accruals() {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listAccruals>('ledger.list-accruals', {})
  return (
    <Section title={say('ledger.list-accruals')} count={data?.rows.length || null}>
      {data?.rows.length === 0 ? <p className="t2">{say('page.books.spread.empty')}</p> : null}
      <ul className="book-lines">
        {data?.rows.map(one => (
          <li key={one.id}>
            <Link className="what" href={`/books/entries/${one.entryId}`}>
              {one.text}
            </Link>
            <span className="t3">
              {say('page.books.spread.left', {
                amount: formats.money(one.remaining),
                on: one.nextOn ? formats.day(one.nextOn) : '–',
              })}
            </span>
            <span className="num">{formats.money(one.amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rates({ settings }: Props) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listRates>('ledger.list-rates', {})
  return (
    <Section
      title={say('page.rates')}
      more={
        <>
          <Add settings={settings} command="ledger.set-rate" />
          <Add settings={settings} command="ledger.import-rates" />
        </>
      }
    >
      {data?.rows.length === 0 ? <p className="t2">{say('page.rates.empty')}</p> : null}
      <ul className="book-lines">
        {data?.rows.map(({ currency, on, rate }) => (
          <li key={currency}>
            <span className="what">{currency}</span>
            <span className="num">{rate}</span>
            <span className="t3">{formats.day(on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
