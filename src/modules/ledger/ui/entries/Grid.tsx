import { type CSSProperties, Fragment, useId } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { AccountLine, BookKeys, Dimension, VatCode } from '../words.ts'
import { decimalOf, type DraftLine, numberOf } from './draft.ts'

export interface GridProps {
  readonly lines: readonly DraftLine[]
  readonly accounts: readonly AccountLine[]
  readonly codes: readonly VatCode[]
  /** Those that have values in use; nobody is asked for the others. */
  readonly dimensions: readonly Dimension[]
  /** What debit exceeds credit by: `=` puts it on the other side. */
  readonly missing: bigint
  readonly currency: string
  readonly onChange: (lines: readonly DraftLine[]) => void
}

/** Account, VAT, cost centre, debit, credit: a row each, gone through by Tab. */
export function Grid({ lines, accounts, codes, dimensions, missing, currency, onChange }: GridProps) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const list = useId()
  // what is missing goes where it is missing, whichever of the two fields it was asked for in
  const fill = (): Partial<DraftLine> => {
    const size = formats.amount({ amount: decimalOf(missing < 0n ? -missing : missing, currency), currency })
    return missing < 0n ? { debit: size, credit: '' } : { debit: '', credit: size }
  }
  const change = (key: number, facts: Partial<DraftLine>) =>
    onChange(lines.map(line => (line.key === key ? { ...line, ...facts } : line)))
  const takeAccount = (line: DraftLine, typed: string) => {
    const account = accounts.find(({ number }) => number === numberOf(typed))
    const isNew = account && numberOf(line.account) !== account.number
    change(line.key, { account: typed, ...(isNew ? { vatCode: account.vatCode ?? '' } : {}) })
  }
  const labels = [
    say('page.books.new.account'),
    say('field.vatCode'),
    ...dimensions.map(({ name }) => name),
    say('page.books.debit'),
    say('page.books.credit'),
  ]
  return (
    <div className="book-grid" style={{ '--choices': 1 + dimensions.length } as CSSProperties}>
      <datalist id={list}>
        {accounts.map(({ number, name }) => (
          <option key={number} value={`${number} ${name}`} />
        ))}
      </datalist>
      {labels.map((label, index) => (
        <span key={label} className={index > labels.length - 3 ? 'book-label n' : 'book-label'} aria-hidden>
          {label}
        </span>
      ))}
      <span className="book-label" />
      {lines.map((line, index) => (
        <Fragment key={line.key}>
          <input
            className="input cell-account"
            aria-label={`${labels[0]}, ${say('page.books.line', { number: index + 1 })}`}
            list={list}
            autoComplete="off"
            value={line.account}
            onChange={event => takeAccount(line, event.target.value)}
            onBlur={event => change(line.key, { account: completed(event.target.value, accounts) })}
          />
          <select
            className="input cell-choice"
            aria-label={`${labels[1]}, ${say('page.books.line', { number: index + 1 })}`}
            value={line.vatCode}
            onChange={event => change(line.key, { vatCode: event.target.value })}
          >
            <option value="">{say('page.books.no-vat')}</option>
            {codes.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} {name}
              </option>
            ))}
          </select>
          {dimensions.map(({ code, name, values }) => (
            <select
              key={code}
              className="input cell-choice"
              aria-label={`${name}, ${say('page.books.line', { number: index + 1 })}`}
              value={line.dimensions[code] ?? ''}
              onChange={event => change(line.key, { dimensions: { ...line.dimensions, [code]: event.target.value } })}
            >
              <option value="">{name}</option>
              {values
                .filter(({ inUse }) => inUse)
                .map(value => (
                  <option key={value.code} value={value.code}>
                    {value.code} {value.name}
                  </option>
                ))}
            </select>
          ))}
          {(['debit', 'credit'] as const).map(side => (
            <input
              key={side}
              className="input num"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`${say(`page.books.${side}`)}, ${say('page.books.line', { number: index + 1 })}`}
              placeholder={say(`page.books.${side}`)}
              value={line[side]}
              onChange={event => change(line.key, event.target.value === '=' ? fill() : { [side]: event.target.value })}
            />
          ))}
          <button
            type="button"
            className="btn quiet s"
            aria-label={say('page.books.new.remove', { number: index + 1 })}
            disabled={lines.length <= 2}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            <Icon name="x" small />
          </button>
        </Fragment>
      ))}
    </div>
  )
}

/** A number alone gets its name; a word that only one account bears becomes that account. */
function completed(typed: string, accounts: readonly AccountLine[]): string {
  const number = numberOf(typed)
  const exact = accounts.find(account => account.number === number)
  if (exact) return `${exact.number} ${exact.name}`
  const word = typed.trim().toLowerCase()
  const named = word ? accounts.filter(({ name }) => name.toLowerCase().includes(word)) : []
  return named.length === 1 ? `${named[0]!.number} ${named[0]!.name}` : typed
}
