import '../payables.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { proposeAgreements } from '../../contract.ts'
import type { AgreementLine, BillKeys } from '../words.ts'

const rowTitle = (row: AgreementLine) => row.title
const href = (row: AgreementLine) => `/agreements/${row.id}`
const states = ['running', 'ended'] as const

/** What bills are expected by, what comes next first. */
export default function Agreements() {
  const say = useSay<BillKeys>()
  const go = useGo()
  const mayMake = usePermission('payables.create-agreement')
  const { data: seen } = useQuery<typeof proposeAgreements>('payables.propose-agreements', {}, { when: mayMake })
  const formats = useFormats()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'missing',
        label: say('page.agreements.next'),
        options: [{ value: 'true', label: say('page.agreements.missing') }],
      },
      {
        key: 'states',
        label: say('kind.agreement'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.agreement.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [{ key: 'missing', label: say('page.agreements.missing'), search: { missing: 'true' } }],
    [say],
  )
  const open = (input?: Readonly<Record<string, unknown>>) =>
    openCommand({
      command: 'payables.create-agreement',
      ...(input ? { input } : {}),
      done: answer => go(`/agreements/${(answer.output as { id: string }).id}`),
    })
  const [first] = seen?.rows ?? []
  return (
    <DataList
      title={say('page.agreements')}
      kind="agreement"
      query="payables.list-agreements"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      empty={say('page.agreements.empty')}
      emptyAction={
        mayMake ? (
          <Button look="quiet" icon="plus" onClick={() => open()}>
            {say('payables.create-agreement')}
          </Button>
        ) : undefined
      }
      end={
        mayMake ? (
          <>
            {first ? (
              <Button
                icon="repeat"
                title={say('page.agreements.proposal', {
                  rhythm: say(`choice.payables.rhythm.${first.rhythm}`),
                  supplier: first.supplier.title,
                  amount: formats.money(first.usualFrom),
                  count: first.count,
                })}
                onClick={() =>
                  open({
                    name: first.supplier.title,
                    supplierId: first.supplier.id,
                    usualFrom: first.usualFrom,
                    usualTo: first.usualTo,
                    rhythm: first.rhythm,
                    nextOn: first.nextOn,
                  })
                }
              >
                {say('page.agreements.seen')} ({seen?.rows.length ?? 0})
              </Button>
            ) : null}
            <Button look="primary" icon="plus" onClick={() => open()}>
              {say('payables.create-agreement')}
            </Button>
          </>
        ) : undefined
      }
    />
  )
}

function useColumns(): readonly Column<AgreementLine>[] {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.agreement'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell title={row.title} snippet={`${row.supplier} · ${say(`choice.payables.about.${row.about}`)}`} />
        ),
      },
      {
        key: 'rhythm',
        label: say('field.payables.rhythm'),
        width: 150,
        wide: true,
        text: row => say(`choice.payables.rhythm.${row.rhythm}`),
        cell: row => say(`choice.payables.rhythm.${row.rhythm}`),
      },
      {
        key: 'noticeOn',
        label: say('page.agreements.notice'),
        width: 130,
        wide: true,
        text: row => row.noticeOn ?? '',
        cell: row => row.noticeOn && formats.day(row.noticeOn),
      },
      {
        key: 'usualFrom',
        label: say('page.agreements.usual'),
        width: 150,
        align: 'end',
        phone: 'right',
        text: row => row.usualTo.amount,
        cell: row => formats.money(row.usualTo),
      },
      {
        key: 'nextOn',
        label: say('page.agreements.next'),
        width: 190,
        phone: 'left',
        text: row => row.nextOn,
        cell: row =>
          row.state === 'ended' ? (
            <State glyph="ended">{say('state.agreement.ended')}</State>
          ) : row.missing ? (
            <State glyph="late">{say('page.agreements.missing')}</State>
          ) : (
            <State glyph="waits">{formats.weekday(row.nextOn)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
