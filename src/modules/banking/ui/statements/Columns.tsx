import { useState } from 'react'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAccounts, readAgain } from '../../contract.ts'
import { columnNames, guessed, layoutOf } from '../layout.ts'
import type { BankKeys, StatementDetail } from '../words.ts'

/** A table whose columns nobody has named yet: named once, the account remembers them. */
export function Columns({ detail }: { readonly detail: StatementDetail }) {
  const say = useSay<BankKeys>()
  const head = detail.head ?? []
  const [first, setFirst] = useState(guessed(head))
  const accounts = useQuery<typeof listAccounts>('banking.list-accounts', { closed: false, limit: 100 })
  const [chosen, setChosen] = useState<string | null>(detail.accountId)
  const again = useCommand<typeof readAgain>('banking.read-again', { said: say('page.bank.taken') })
  const rows = accounts.data?.rows ?? []
  const accountId = chosen ?? (rows.length === 1 ? rows[0]!.id : null)
  const layout = layoutOf(head, first)
  const width = Math.max(...head.map(row => row.length), 1)
  const send = () => {
    if (layout && accountId && detail.separator) {
      const whole = { ...layout, separator: detail.separator }
      void again.run({ id: detail.record.id, expectedVersion: detail.record.version, accountId, layout: whole })
    }
  }
  const refusal = again.answer?.status === 'refused' ? again.answer.refusal : null
  return (
    <Section title={say('page.statements.columns')}>
      <div className="bank-scroll" role="region" aria-label={say('page.statements.columns')} tabIndex={0}>
        <table className="tbl bank-columns">
          <thead>
            <tr>
              {Array.from({ length: width }, (_, column) => (
                <th key={column} scope="col">
                  <select
                    className="input"
                    aria-label={say('page.statements.column', { number: column + 1 })}
                    value={first[column] ?? ''}
                    onChange={event =>
                      setFirst({ ...first, [column]: event.target.value as (typeof columnNames)[number] | '' })
                    }
                  >
                    <option value="">–</option>
                    {columnNames.map(name => (
                      <option key={name} value={name}>
                        {say(`page.statements.column.${name}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {head.map((row, index) => (
              <tr key={index}>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="bank-choose">
        <Field label={say('field.banking.accountId')}>
          {control => (
            <select
              className="input"
              {...control}
              value={accountId ?? ''}
              onChange={event => setChosen(event.target.value || null)}
            >
              <option value="">–</option>
              {rows.map(account => (
                <option key={account.id} value={account.id}>
                  {account.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button
          look="primary"
          busy={again.busy}
          refused={layout && accountId ? undefined : say('page.statements.columns-needed')}
          onClick={send}
        >
          {say('banking.read-again')}
        </Button>
      </div>
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
    </Section>
  )
}
