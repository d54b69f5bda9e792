import { useState } from 'react'
import type { OutputOf, WireMoney } from '../../../../web/answers.ts'
import { readAmount } from '../../../../web/format/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { findItems, matchLines } from '../../contract.ts'
import { added, apart, type Part, taken } from '../parts.ts'
import type { BankKeys, LineToMatch } from '../words.ts'

type FoundItem = OutputOf<typeof findItems>['rows'][number]

interface ChartLines {
  readonly rows: readonly { readonly number: string; readonly name: string }[]
}
interface VatLines {
  readonly rows: readonly { readonly code: string; readonly name: string }[]
}

interface DialogProps {
  readonly accountId: string
  readonly line: LineToMatch
  readonly onClose: () => void
}

/** What a line is, said by hand: open items and accounts, until nothing is left of it. */
export function MatchDialog({ accountId, line, onClose }: DialogProps) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const match = useCommand<typeof matchLines>('banking.match-lines', { said: say('page.bank.matched') })
  const [parts, setParts] = useState<readonly Part[]>([])
  const [remember, setRemember] = useState(true)
  const left = apart(line.amount, parts)
  const whole = Number(left.amount) === 0
  const coded = parts.length === 1 && parts[0]!.account !== undefined
  const send = async () => {
    const lines = [{ lineId: line.id, parts: parts.map(taken), ...(coded && remember ? { remember } : {}) }]
    const answer = await match.run({ id: accountId, lines })
    if (answer.status === 'done' || answer.status === 'asked') onClose()
  }
  const name = line.partyName ?? line.text.split('\n')[0] ?? ''
  return (
    <Dialog
      title={say('page.bank.what-is')}
      about={`${name} ${formats.money(line.amount)}`}
      width={680}
      onClose={onClose}
    >
      <SendForm
        sending={match}
        submit={say('banking.match-lines')}
        refused={parts.length === 0 || !whole ? say('page.bank.left', { amount: formats.money(left) }) : undefined}
        onSend={() => void send()}
        onCancel={onClose}
      >
        {parts.length > 0 ? (
          <ul className="bank-lines">
            {parts.map((part, index) => (
              <li key={`${part.key}-${index}`}>
                <span className="what">{part.title}</span>
                <AmountOf
                  part={part}
                  onChange={amount => setParts(parts.map((one, at) => (at === index ? { ...one, amount } : one)))}
                />
                <Button
                  size="s"
                  look="quiet"
                  icon="x"
                  aria-label={`${say('page.bank.remove-short')}: ${part.title}`}
                  onClick={() => setParts(parts.filter((_, at) => at !== index))}
                >
                  {say('page.bank.remove-short')}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {whole ? null : <Items line={line} left={left} onAdd={part => setParts([...parts, part])} taken={parts} />}
        {whole ? null : <Account left={left} onAdd={part => setParts([...parts, part])} />}
        {coded && whole ? (
          <label className="tick">
            <input
              className="box"
              type="checkbox"
              checked={remember}
              onChange={event => setRemember(event.target.checked)}
            />
            {say('page.bank.remember')}
          </label>
        ) : null}
      </SendForm>
    </Dialog>
  )
}

function AmountOf({ part, onChange }: { readonly part: Part; readonly onChange: (amount: WireMoney) => void }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const [typed, setTyped] = useState<string | null>(null)
  const { currency } = part.amount
  return (
    <input
      className="input num bank-part"
      aria-label={say('page.bank.amount-of', { name: part.title })}
      value={typed ?? formats.amount(part.amount)}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => {
        const amount = typed === null ? null : readAmount(typed, currency)
        if (amount !== null) onChange({ amount, currency })
        setTyped(null)
      }}
    />
  )
}

interface AddProps {
  readonly left: WireMoney
  readonly onAdd: (part: Part) => void
}

/** In another currency only what the line's way of money would settle: nobody can see how much the two are apart. */
function sameWay(row: FoundItem, { amount }: LineToMatch): boolean {
  if (row.remaining.currency === amount.currency) return true
  const comesIn = (row.side === 'receivable') !== row.remaining.amount.startsWith('-')
  return comesIn !== amount.amount.startsWith('-')
}

/** Open items whose amount is near, or that were looked for. */
function Items({
  line,
  left,
  onAdd,
  taken: parts,
}: AddProps & { readonly line: LineToMatch; readonly taken: readonly Part[] }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const [text, setText] = useState('')
  const found = useQuery<typeof findItems>(
    'banking.find-items',
    { ...(text.trim() ? { text: text.trim() } : {}), amount: left, limit: 6 },
    { keep: true },
  )
  const rows = (found.data?.rows ?? []).filter(
    row => sameWay(row, line) && !parts.some(part => part.itemId === row.itemId),
  )
  return (
    <>
      <TextField
        label={say('page.bank.find-item')}
        value={text}
        autoFocus
        data-autofocus
        autoComplete="off"
        onChange={event => setText(event.target.value)}
      />
      {rows.length === 0 && text.trim() ? <p className="t3">{say('page.bank.no-item')}</p> : null}
      <ul className="bank-found">
        {rows.map(row => (
          <li key={row.itemId}>
            <button type="button" onClick={() => onAdd(added(row, left))}>
              <span className="what">
                <b>{row.partyName}</b> <span className="t3">{row.number}</span>
              </span>
              <span className="t3 num">{formats.day(row.dueOn)}</span>
              <span className="num">{formats.money(row.remaining)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** An account of the ledger for what has no open item: a fee, interest, a salary, a card. */
function Account({ left, onAdd }: AddProps) {
  const say = useSay<BankKeys>()
  const [number, setNumber] = useState('')
  const [vatCode, setVatCode] = useState('')
  const chart = useQuery('ledger.list-accounts', { limit: 1000 })
  const codes = useQuery('ledger.list-vat-codes', {})
  const accounts = (chart.data as ChartLines | undefined)?.rows ?? []
  const vat = (codes.data as VatLines | undefined)?.rows ?? []
  const account = accounts.find(one => one.number === number.trim().split(' ')[0])
  const add = () => {
    if (!account) return
    const title = `${account.number} ${account.name}`
    onAdd({ key: account.number, title, account: account.number, amount: left, ...(vatCode ? { vatCode } : {}) })
    setNumber('')
  }
  return (
    <div className="bank-account-part">
      <Field label={say('page.bank.to-account')}>
        {control => (
          <>
            <input
              className="input"
              {...control}
              list={`${control.id}-chart`}
              autoComplete="off"
              value={number}
              onChange={event => setNumber(event.target.value)}
              onKeyDown={event => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !account) return
                event.preventDefault()
                add()
              }}
            />
            <datalist id={`${control.id}-chart`}>
              {accounts.map(one => (
                <option key={one.number} value={`${one.number} ${one.name}`} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <SelectField
        label={say('page.bank.vat')}
        value={vatCode}
        options={[['', say('page.bank.no-vat')], ...vat.map(one => [one.code, `${one.code} ${one.name}`] as const)]}
        onChange={setVatCode}
      />
      <Button onClick={add} refused={number && !account ? say('page.bank.no-account') : undefined}>
        {say('page.bank.book-rest')}
      </Button>
    </div>
  )
}
