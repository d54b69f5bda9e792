import './receivables.css'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import type { InvoiceKeys, PaperShown } from './words.ts'

/** The paper of a quote or an invoice as it reads: what is drawn as a PDF, in the words of whoever looks. */
export function Sheet({ paper }: { readonly paper: PaperShown }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { seller, buyer } = paper
  const facts: readonly (readonly [string, string | null])[] = [
    [say('page.paper.number'), paper.number],
    [say('page.paper.date'), formats.day(paper.issuedOn)],
    [say('page.paper.due'), paper.type === 'invoice' && paper.dueOn ? formats.day(paper.dueOn) : null],
    [say('page.paper.valid-until'), paper.validUntil ? formats.day(paper.validUntil) : null],
    [say('page.paper.delivered'), paper.deliveredOn ? formats.day(paper.deliveredOn) : null],
    [say('page.paper.credits'), paper.credits?.number ?? null],
    [say('page.paper.your-reference'), paper.yourReference],
    [say('page.paper.our-reference'), paper.ourReference],
    [say('page.paper.order'), paper.orderNumber],
  ]
  return (
    <article className="invoice-sheet" aria-label={say('page.invoice.paper')}>
      <header>
        <strong>{seller.name}</strong>
        <strong>{[say(`page.paper.title.${paper.type}`), paper.number].filter(Boolean).join(' ')}</strong>
      </header>
      <div className="invoice-sheet-head">
        <dl>
          {facts.map(([label, value]) =>
            value ? (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <address>
          {[buyer.name, buyer.street, [buyer.postcode, buyer.town].filter(Boolean).join(' ')]
            .filter(Boolean)
            .map(line => (
              <span key={line}>{line}</span>
            ))}
        </address>
      </div>
      {paper.subject ? <p className="invoice-subject">{paper.subject}</p> : null}
      {paper.intro ? <p>{paper.intro}</p> : null}
      <div className="invoice-scroll" tabIndex={0} role="group" aria-label={say('page.invoice.lines')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('page.paper.text')}</th>
              <th scope="col" className="n">
                {say('page.paper.quantity')}
              </th>
              <th scope="col" className="n">
                {say('page.paper.price')}
              </th>
              <th scope="col" className="n">
                {say('page.paper.vat-rate')}
              </th>
              <th scope="col" className="n">
                {say('page.paper.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {paper.lines.map((line, at) => (
              // Lines have no names of their own; they stand in their order.
              <tr key={at}>
                <td>
                  {line.text}
                  {line.discount ? (
                    <span className="t3"> {say('page.paper.line-discount', { percent: `${line.discount} %` })}</span>
                  ) : null}
                </td>
                <td className="n num">
                  {formats.number(Number(line.quantity))} {say(`page.paper.unit.${line.unit}`)}
                </td>
                <td className="n num">{formats.number(Number(line.price))}</td>
                <td className="n num">{line.category === 'S' ? `${formats.number(Number(line.vatRate))} %` : '–'}</td>
                <td className="n num">{formats.amount(line.net)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sums paper={paper} />
      {paper.closing ? <p>{paper.closing}</p> : null}
    </article>
  )
}

function Sums({ paper }: { readonly paper: PaperShown }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const isNothing = (amount: string) => Number(amount) === 0
  const rows: readonly (readonly [string, string])[] = [
    ...(isNothing(paper.discount.amount)
      ? []
      : [
          [
            say('page.paper.discount', { percent: `${paper.discountPercent} %` }),
            `−${formats.amount(paper.discount)}`,
          ] as const,
        ]),
    [say('page.paper.net'), formats.amount(paper.net)],
    ...paper.groups
      .filter(group => group.category === 'S')
      .map(
        group =>
          [
            say('page.paper.vat-of', { percent: `${group.rate} %`, base: formats.amount(group.base) }),
            formats.amount(group.tax),
          ] as const,
      ),
    ...(isNothing(paper.rounding.amount)
      ? []
      : [[say('page.paper.rounding'), formats.amount(paper.rounding)] as const]),
  ]
  const last = paper.type === 'invoice' ? 'to-pay' : paper.type === 'quote' ? 'total' : 'credited'
  return (
    <>
      <dl className="invoice-sums">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        <div className="invoice-payable">
          <dt>{say(`page.paper.${last}`)}</dt>
          <dd className="num">{formats.money(paper.payable)}</dd>
        </div>
      </dl>
      {paper.groups
        .filter(group => group.category !== 'S')
        .map(group => (
          <p className="t2" key={group.category}>
            {say(`page.paper.mention.${group.category as 'E'}`)}
          </p>
        ))}
      {paper.vatInOffice && paper.rate ? (
        <p className="t2">
          {say('page.paper.vat-in-office', { amount: formats.money(paper.vatInOffice), rate: paper.rate })}
        </p>
      ) : null}
    </>
  )
}
