import { useId } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPrices } from '../../contract.ts'
import { type InvoiceKeys, type Invoicing, unitNames } from '../words.ts'
import { type DraftLine, figureOf, newLine } from './typed.ts'

interface Props {
  readonly lines: readonly DraftLine[]
  readonly codes: Invoicing['codes']
  readonly vatCode: string
  /** Whether a line may follow the price list from time to time. */
  readonly again?: boolean
  readonly onChange: (lines: readonly DraftLine[]) => void
}

/** The lines of a quote or an invoice; what stands on the price list fills in the rest. */
export function Lines({ lines, codes, vatCode, again = false, onChange }: Props) {
  const say = useSay<InvoiceKeys>()
  const list = useId()
  const { data } = useQuery<typeof listPrices>('receivables.list-prices', { limit: 500 })
  const prices = data?.rows ?? []
  const set = (key: number, change: Partial<DraftLine>) =>
    onChange(lines.map(line => (line.key === key ? { ...line, ...change } : line)))
  const choose = (key: number, text: string) => {
    const found = prices.find(price => price.text === text)
    set(
      key,
      found
        ? {
            text,
            unit: found.unit,
            price: found.price,
            vatCode: found.vatCode ?? vatCode,
            account: found.account ?? '',
            priceId: again ? found.id : null,
          }
        : { text, priceId: null },
    )
  }
  return (
    <div>
      <datalist id={list}>
        {prices.map(price => (
          <option key={price.id} value={price.text}>
            {price.articleNumber ?? ''}
          </option>
        ))}
      </datalist>
      {lines.map((line, at) => (
        <Line
          key={line.key}
          name={`${say('page.invoice.lines')} ${at + 1}`}
          line={line}
          list={list}
          listed={again ? (prices.find(price => price.text === line.text)?.id ?? line.priceId) : null}
          codes={codes}
          onName={text => choose(line.key, text)}
          onSet={change => set(line.key, change)}
          onRemove={lines.length > 1 ? () => onChange(lines.filter(one => one.key !== line.key)) : null}
        />
      ))}
      <div className="invoice-foot">
        <Button size="s" look="quiet" icon="plus" onClick={() => onChange([...lines, newLine({ vatCode })])}>
          {say('page.invoice.add-line')}
        </Button>
      </div>
    </div>
  )
}

interface LineProps {
  readonly name: string
  readonly line: DraftLine
  readonly list: string
  /** The row of the price list that it may follow. */
  readonly listed: string | null
  readonly codes: Invoicing['codes']
  readonly onName: (text: string) => void
  readonly onSet: (change: Partial<DraftLine>) => void
  readonly onRemove: (() => void) | null
}

function Line({ name, line, list, listed, codes, onName, onSet, onRemove }: LineProps) {
  const say = useSay<InvoiceKeys>()
  const unread = (typed: string) =>
    typed.trim() && figureOf(typed) === null ? say('refusal.invoice-figure-not-possible.todo') : undefined
  return (
    <div className="invoice-line" role="group" aria-label={name}>
      <div className="what">
        <TextField
          label={say('field.receivables.text')}
          value={line.text}
          maxLength={1000}
          list={list}
          autoComplete="off"
          onChange={event => onName(event.target.value)}
        />
        {onRemove ? (
          <Button size="s" look="quiet" icon="trash" aria-label={say('page.invoice.remove-line')} onClick={onRemove}>
            {''}
          </Button>
        ) : null}
      </div>
      <TextField
        label={say('page.paper.quantity')}
        className="n"
        inputMode="decimal"
        value={line.quantity}
        problem={unread(line.quantity)}
        onChange={event => onSet({ quantity: event.target.value })}
      />
      <SelectField
        label={say('field.receivables.unit')}
        value={line.unit}
        options={unitNames.map(unit => [unit, say(`choice.unit.${unit}`)] as const)}
        onChange={value => onSet({ unit: value })}
      />
      <TextField
        label={say('page.paper.price')}
        className="n"
        inputMode="decimal"
        value={line.price}
        problem={unread(line.price)}
        onChange={event => onSet({ price: event.target.value })}
      />
      <TextField
        label={`− %`}
        aria-label={say('field.receivables.discount')}
        className="n"
        inputMode="decimal"
        value={line.discount}
        problem={unread(line.discount)}
        onChange={event => onSet({ discount: event.target.value })}
      />
      <div className="field vat">
        <VatField value={line.vatCode} codes={codes} onChange={code => onSet({ vatCode: code })} />
      </div>
      {listed ? (
        <label className="what">
          <input
            type="checkbox"
            checked={line.priceId !== null}
            onChange={event => onSet({ priceId: event.target.checked ? listed : null })}
          />
          {say('page.recurring.listed')}
        </label>
      ) : null}
    </div>
  )
}

function VatField({
  value,
  codes,
  onChange,
}: {
  readonly value: string
  readonly codes: Invoicing['codes']
  readonly onChange: (code: string) => void
}) {
  const say = useSay<InvoiceKeys>()
  return (
    <Field label={say('page.paper.vat-rate')}>
      {control => (
        <select className="input" {...control} value={value} onChange={event => onChange(event.target.value)}>
          {codes.map(code => (
            <option key={code.code} value={code.code}>
              {`${code.rate} % ${code.name}`}
            </option>
          ))}
          <option value="">{say('page.invoice.no-vat')}</option>
        </select>
      )}
    </Field>
  )
}
