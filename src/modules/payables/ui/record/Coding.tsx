import { useMemo, useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { readAmount, sumMoney } from '../../../../web/format/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAccounts, listDimensions, listVatCodes } from '../../../ledger/contract.ts'
import type { codeBill } from '../../contract.ts'
import type { BillDetail, BillKeys } from '../words.ts'
import { CodingLine, type Draft, type Offers } from './CodingLine.tsx'

/** What the lines of a bill are for: to be looked at, or where nobody has coded it, to be settled by keyboard. */
export function Coding({ detail }: { readonly detail: BillDetail }) {
  const may = usePermission('payables.code-bill')
  const { state, version } = detail.record
  const open = may && (state === 'to-code' || state === 'to-approve') && !detail.posted
  return open ? <Editor detail={detail} key={`${version}-${detail.lines.length}`} /> : <Table detail={detail} />
}

function Table({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const timeOf = ({ periodFrom, periodTo }: BillDetail['lines'][number]): string =>
    periodFrom && periodTo ? `${formats.day(periodFrom)} – ${formats.day(periodTo)}` : ''
  if (detail.lines.length === 0) return null
  return (
    <Section title={say('page.bill.lines')} count={detail.lines.length}>
      <div className="money-scroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{say('page.bill.line.account')}</th>
              <th scope="col">{say('page.bill.line.text')}</th>
              <th scope="col">{say('page.bill.line.code')}</th>
              <th scope="col" className="n">
                {say('page.bill.line.net')}
              </th>
              <th scope="col" className="n">
                {say('page.bill.line.vat')}
              </th>
            </tr>
          </thead>
          <tbody>
            {detail.lines.map((line, index) => (
              <tr key={index}>
                <td>{[line.account, line.accountName].filter(Boolean).join(' ')}</td>
                <td>{[line.text, ...Object.values(line.dimensions), timeOf(line)].filter(Boolean).join(' · ')}</td>
                <td>{line.vatCode}</td>
                <td className="n">{formats.amount(line.net)}</td>
                <td className="n">{formats.amount(line.vat)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** Accounts, VAT codes and dimensions that may be chosen; nothing where one may not read the books. */
function useOffers(): Offers {
  const may = usePermission('ledger.list-accounts')
  const fresh = { when: may, fresh_ms: 300_000 }
  const { data: accounts } = useQuery<typeof listAccounts>('ledger.list-accounts', { limit: 1000 }, fresh)
  const { data: codes } = useQuery<typeof listVatCodes>('ledger.list-vat-codes', {}, fresh)
  const { data: dimensions } = useQuery<typeof listDimensions>('ledger.list-dimensions', {}, fresh)
  return useMemo(
    () => ({
      accounts: accounts?.rows ?? [],
      vatCodes: (codes?.rows ?? []).filter(({ vatKind, inUse }) => vatKind !== 'sale' && inUse),
      dimensions: (dimensions?.rows ?? []).filter(({ values }) => values.some(({ inUse }) => inUse)),
    }),
    [accounts, codes, dimensions],
  )
}

const nothing: Draft = {
  text: '',
  account: '',
  vatCode: '',
  net: '',
  vat: '',
  dimensions: {},
  from: undefined,
  until: undefined,
}

function Editor({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const offers = useOffers()
  const { currency } = detail.total
  const write = (money: WireMoney) => (Number(money.amount) === 0 ? '' : formats.amount(money))
  const [lines, setLines] = useState<readonly Draft[]>(() =>
    (detail.lines.length > 0 ? detail.lines : [{ text: null, account: null, vatCode: null, dimensions: {} }]).map(
      line => ({
        text: line.text ?? '',
        account: line.account ?? '',
        vatCode: line.vatCode ?? '',
        net: 'net' in line ? write(line.net) : '',
        vat: 'vat' in line ? write(line.vat) : '',
        dimensions: line.dimensions,
        from: 'periodFrom' in line ? (line.periodFrom ?? undefined) : undefined,
        until: 'periodTo' in line ? (line.periodTo ?? undefined) : undefined,
      }),
    ),
  )
  const code = useCommand<typeof codeBill>('payables.code-bill', { said: say('page.bill.coded') })
  const amount = (written: string) => (written.trim() === '' ? '0' : readAmount(written, currency))
  const unreadable = lines.some(line => amount(line.net) === null || amount(line.vat) === null)
  const left = leftOf(detail.total, lines, amount)
  const change = (index: number, to: Partial<Draft>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...to } : line)))
  const send = () =>
    code.run({
      id: detail.record.id,
      expectedVersion: detail.record.version,
      lines: lines
        .filter(line => line.account.trim() !== '' || line.net.trim() !== '')
        .map(line => ({
          ...(line.text.trim() ? { text: line.text.trim() } : {}),
          account: line.account.trim().split(' ')[0] || '–',
          ...(line.vatCode ? { vatCode: line.vatCode } : {}),
          net: { amount: amount(line.net) ?? '0', currency },
          vat: { amount: amount(line.vat) ?? '0', currency },
          dimensions: line.dimensions,
          ...(line.from === undefined && line.until === undefined
            ? {}
            : { periodFrom: line.from || null, periodTo: line.until || null }),
        })),
    })
  useHotkeys([{ keys: 'mod+enter', label: say('payables.code-bill'), run: () => void send() }])
  const refusal = code.answer?.status === 'refused' ? code.answer.refusal : null
  const reason = detail.codingReason
  return (
    <Section
      title={say('page.bill.lines')}
      count={lines.length}
      more={reason ? say('page.bill.proposed', { reason: say(reason.key as BillKeys, reason.params) }) : null}
    >
      <div className="bill-code">
        <div className="line heads" aria-hidden="true">
          <span>{say('page.bill.line.text')}</span>
          <span>{say('page.bill.line.account')}</span>
          <span className="n">{say('page.bill.line.net')}</span>
          <span className="n">{say('page.bill.line.vat')}</span>
          <span>{say('page.bill.line.code')}</span>
          <span />
        </div>
        {lines.map((line, index) => (
          <CodingLine
            key={index}
            number={index + 1}
            line={line}
            offers={offers}
            onChange={to => change(index, to)}
            onRemove={lines.length > 1 ? () => setLines(lines.filter((_line, at) => at !== index)) : undefined}
          />
        ))}
        {refusal ? <Problem title={refusal.message} {...(refusal.todo ? { todo: refusal.todo } : {})} /> : null}
        <div className="bill-foot">
          <Button icon="check" keys="mod+enter" busy={code.busy} onClick={() => void send()}>
            {say('payables.code-bill')}
          </Button>
          <Button
            look="quiet"
            icon="plus"
            onClick={() => setLines([...lines, { ...nothing, net: left && !unreadable ? formats.amount(left) : '' }])}
          >
            {say('page.bill.line.add')}
          </Button>
          {lines.some(line => line.from === undefined && line.until === undefined) ? (
            <Button
              look="quiet"
              icon="calendar"
              onClick={() => setLines(lines.map(line => ({ ...line, from: line.from ?? '', until: line.until ?? '' })))}
            >
              {say('page.bill.line.period')}
            </Button>
          ) : null}
          <span className="left" role="status">
            {unreadable || !left ? null : (
              <>
                {say('page.bill.left')}{' '}
                <b className={Number(left.amount) === 0 ? 'ok' : 'blocked'}>{formats.money(left)}</b>
              </>
            )}
          </span>
        </div>
      </div>
    </Section>
  )
}

/** What the lines leave of the bill; amounts stand as on the paper, for a credit note too. */
function leftOf(
  total: WireMoney,
  lines: readonly Draft[],
  amount: (written: string) => string | null,
): WireMoney | null {
  const negated = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`)
  const parts = lines.flatMap(({ net, vat }) => [amount(net) ?? '0', amount(vat) ?? '0'])
  const size = total.amount.replace('-', '')
  return (
    sumMoney([
      { amount: size, currency: total.currency },
      ...parts.map(part => ({ amount: negated(part), currency: total.currency })),
    ])[0] ?? null
  )
}
