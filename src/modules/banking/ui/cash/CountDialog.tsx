import './cash.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { readAmount } from '../../../../web/format/money.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { countCash, getCashBox } from '../../contract.ts'
import type { BankKeys } from '../words.ts'
import { piecesOf, sumOf } from './pieces.ts'

type BoxDetail = OutputOf<typeof getCashBox>

interface CountProps {
  readonly detail: BoxDetail
  readonly onClose: () => void
}

/** What is in the box: notes and coins, or the sum alone; what the books say is not shown, so that nobody counts towards it. */
export function CountDialog({ detail, onClose }: CountProps) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { currency } = detail.balance
  const count = useCommand<typeof countCash>('banking.count-cash', { said: say('done.banking.count-cash') })
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  const [sum, setSum] = useState('')
  const [explanation, setExplanation] = useState('')
  const pieces = piecesOf(currency)
  const byPieces = counts.size > 0
  const amount = byPieces ? sumOf(counts) : readAmount(sum, currency)
  const refusal = count.answer?.status === 'refused' ? count.answer.refusal.name : null
  const send = async () => {
    if (amount === null) return
    const answer = await count.run({
      id: detail.record.id,
      expectedVersion: detail.record.version,
      counted: { amount, currency },
      ...(byPieces ? { pieces: [...counts].map(([value, number]) => ({ value, count: number })) } : {}),
      ...(explanation.trim() ? { explanation: explanation.trim() } : {}),
    })
    if (answer.status === 'done' || answer.status === 'asked') onClose()
  }
  const set = (value: string, text: string) => {
    const next = new Map(counts)
    const number = Number(text)
    if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0) next.delete(value)
    else next.set(value, number)
    setCounts(next)
  }
  return (
    <Dialog title={say('banking.count-cash')} about={detail.record.title} width={480} onClose={onClose}>
      <SendForm
        sending={count}
        submit={say('banking.count-cash')}
        refused={amount === null ? say('field.banking.counted') : undefined}
        onSend={() => void send()}
        onCancel={onClose}
      >
        {pieces.length > 0 ? (
          <fieldset className="cash-pieces">
            <legend>{say('page.cash.pieces')}</legend>
            {pieces.map(value => (
              <label key={value}>
                <span className="num">{formats.money({ amount: value, currency })}</span>
                <input
                  className="input num"
                  inputMode="numeric"
                  aria-label={`${say('page.cash.sheet.number')}: ${formats.money({ amount: value, currency })}`}
                  onChange={event => set(value, event.target.value)}
                />
              </label>
            ))}
          </fieldset>
        ) : null}
        {byPieces ? (
          <p className="cash-sum">
            {say('page.cash.sheet.counted')} <b className="num">{formats.money({ amount: sumOf(counts), currency })}</b>
          </p>
        ) : (
          <Field label={`${say('field.banking.counted')} (${currency})`}>
            {props => (
              <input
                {...props}
                className="input num"
                inputMode="decimal"
                value={sum}
                onChange={event => setSum(event.target.value)}
              />
            )}
          </Field>
        )}
        {refusal === 'cash-difference-unexplained' || explanation ? (
          <TextField
            label={say('field.banking.explanation')}
            value={explanation}
            onChange={event => setExplanation(event.target.value)}
          />
        ) : null}
      </SendForm>
    </Dialog>
  )
}
