import '../ledger.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { AccountLine, BookKeys } from '../words.ts'

const rowTitle = (row: AccountLine) => `${row.number} ${row.name}`
const href = (row: AccountLine) => `/books/accounts/${row.number}`
const types = ['asset', 'liability', 'equity', 'income', 'cost'] as const

/** The chart of accounts with what stands on each today. */
export default function Accounts() {
  const say = useSay<BookKeys>()
  const columns = useColumns()
  const mayAdd = usePermission('ledger.add-account')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'types',
        label: say('field.accountType'),
        many: true,
        options: types.map(value => ({ value, label: say(`choice.accountType.${value}`) })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.books.accounts')}
      kind="account"
      query="ledger.list-accounts"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      filters={filters}
      empty={say('page.accounts.empty')}
      end={
        mayAdd ? (
          <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'ledger.add-account' })}>
            {say('ledger.add-account')}
          </Button>
        ) : undefined
      }
    />
  )
}

function useColumns(): readonly Column<AccountLine>[] {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'number',
        label: say('field.ledger.number'),
        width: 90,
        phone: 'left',
        text: row => row.number,
        cell: row => <span className="num">{row.number}</span>,
      },
      { key: 'name', label: say('field.ledger.name'), phone: 'title', text: row => row.name, cell: row => row.name },
      {
        key: 'type',
        label: say('field.accountType'),
        width: 130,
        phone: 'below',
        text: row => say(`choice.accountType.${row.accountType}`),
        cell: row => say(`choice.accountType.${row.accountType}`),
      },
      {
        key: 'vat',
        label: say('field.vatCode'),
        width: 90,
        wide: true,
        text: row => row.vatCode ?? '',
        cell: row => row.vatCode,
      },
      {
        key: 'roles',
        label: say('page.accounts.roles'),
        width: 200,
        wide: true,
        text: row => row.roles.map(role => say(`choice.role.${role}`)).join(', '),
        cell: row => row.roles.map(role => say(`choice.role.${role}`)).join(', '),
      },
      {
        key: 'balance',
        label: say('page.books.balance'),
        width: 150,
        align: 'end',
        phone: 'right',
        money: row => row.balance,
        text: row => row.balance.amount,
        cell: row => (/[1-9]/.test(row.balance.amount) ? formats.money(row.balance) : ''),
      },
    ],
    [say, formats],
  )
}
