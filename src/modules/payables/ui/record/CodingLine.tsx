import { useId } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { listAccounts, listDimensions, listVatCodes } from '../../../ledger/contract.ts'
import type { BillKeys } from '../words.ts'

export interface Offers {
  readonly accounts: OutputOf<typeof listAccounts>['rows']
  readonly vatCodes: OutputOf<typeof listVatCodes>['rows']
  readonly dimensions: OutputOf<typeof listDimensions>['rows']
}

/** A line as it is typed. */
export interface Draft {
  readonly text: string
  readonly account: string
  readonly vatCode: string
  readonly net: string
  readonly vat: string
  readonly dimensions: Readonly<Record<string, string>>
  /** The days that the line is for, `2026-01-01`; undefined where nobody has asked. */
  readonly from: string | undefined
  readonly until: string | undefined
}

interface CodingLineProps {
  readonly number: number
  readonly line: Draft
  readonly offers: Offers
  readonly onChange: (to: Partial<Draft>) => void
  readonly onRemove: (() => void) | undefined
}

/** One line, typed from left to right: what, account, net, VAT, code. */
export function CodingLine({ number, line, offers, onChange, onRemove }: CodingLineProps) {
  const say = useSay<BillKeys>()
  const list = useId()
  const wrongId = useId()
  const wrong = bearsTax(line, offers)
  const label = (key: BillKeys) => `${say('page.bill.line.number', { number })}: ${say(key)}`
  return (
    <div className="line" role="group" aria-label={say('page.bill.line.number', { number })}>
      <input
        className="input"
        aria-label={label('page.bill.line.text')}
        placeholder={say('page.bill.line.text')}
        value={line.text}
        maxLength={300}
        onChange={event => onChange({ text: event.target.value })}
      />
      <input
        className="input"
        aria-label={label('page.bill.line.account')}
        placeholder={say('page.bill.line.account')}
        value={line.account}
        list={list}
        onChange={event => onChange({ account: event.target.value })}
      />
      <datalist id={list}>
        {offers.accounts.map(account => (
          <option key={account.number} value={account.number}>
            {account.name}
          </option>
        ))}
      </datalist>
      <input
        className="input num"
        aria-label={label('page.bill.line.net')}
        placeholder={say('page.bill.line.net')}
        inputMode="decimal"
        autoComplete="off"
        value={line.net}
        onChange={event => onChange({ net: event.target.value })}
      />
      <input
        className="input num"
        aria-label={label('page.bill.line.vat')}
        placeholder={say('page.bill.line.vat')}
        inputMode="decimal"
        autoComplete="off"
        value={line.vat}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? wrongId : undefined}
        onChange={event => onChange({ vat: event.target.value })}
      />
      <select
        className="input"
        aria-label={label('page.bill.line.code')}
        value={line.vatCode}
        onChange={event => onChange({ vatCode: event.target.value })}
      >
        <option value="">–</option>
        {offers.vatCodes.map(code => (
          <option key={code.code} value={code.code}>
            {`${code.code} ${code.name}`}
          </option>
        ))}
        {line.vatCode && !offers.vatCodes.some(({ code }) => code === line.vatCode) ? (
          <option value={line.vatCode}>{line.vatCode}</option>
        ) : null}
      </select>
      {onRemove ? (
        <Button look="quiet" size="s" icon="x" aria-label={label('page.bill.line.remove')} onClick={onRemove} />
      ) : (
        <span />
      )}
      {wrong ? (
        <p className="wrong" id={wrongId} role="alert">
          {say('page.bill.line.bears-tax', { code: line.vatCode, vat: line.vat.trim() })}
        </p>
      ) : null}
      {line.from !== undefined || line.until !== undefined ? (
        <div className="dims">
          <Day
            label={`${label('page.bill.line.period')}`}
            part="page.bill.line.from"
            value={line.from}
            onChange={from => onChange({ from })}
          />
          <Day
            label={`${label('page.bill.line.period')}`}
            part="page.bill.line.until"
            value={line.until}
            onChange={until => onChange({ until })}
          />
        </div>
      ) : null}
      {offers.dimensions.length > 0 ? (
        <div className="dims">
          {offers.dimensions.map(dimension => (
            <select
              key={dimension.code}
              className="input"
              aria-label={`${say('page.bill.line.number', { number })}: ${dimension.name}`}
              value={line.dimensions[dimension.code] ?? ''}
              onChange={event => onChange({ dimensions: without(line.dimensions, dimension.code, event.target.value) })}
            >
              <option value="">{dimension.name}</option>
              {dimension.values
                .filter(({ inUse }) => inUse)
                .map(value => (
                  <option key={value.code} value={value.code}>
                    {`${value.code} ${value.name}`}
                  </option>
                ))}
            </select>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** The paper charges VAT, and the code stands for purchases on which nobody charges any. */
function bearsTax({ vat, vatCode }: Draft, { vatCodes }: Offers): boolean {
  const kind = vatCodes.find(({ code }) => code === vatCode)?.vatKind
  return kind !== undefined && kind !== 'purchase' && /[1-9]/.test(vat)
}

interface DayProps {
  readonly label: string
  readonly part: 'page.bill.line.from' | 'page.bill.line.until'
  readonly value: string | undefined
  readonly onChange: (day: string) => void
}

/** One end of the time that a line is for. */
function Day({ label, part, value, onChange }: DayProps) {
  const say = useSay<BillKeys>()
  return (
    <DateControl
      label={say(part, { line: label })}
      schema={{}}
      words={asIs}
      value={value || undefined}
      onChange={day => onChange((day as string | undefined) ?? '')}
    />
  )
}

const asIs = (text: string): string => text

function without(dimensions: Draft['dimensions'], code: string, value: string): Record<string, string> {
  const { [code]: _was, ...rest } = dimensions
  return value ? { ...rest, [code]: value } : rest
}
