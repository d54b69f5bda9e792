import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { BulkAction, Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listRates } from '../../contract.ts'
import type { PostKeys } from '../words.ts'

type Rate = OutputOf<typeof listRates>['rows'][number]
const rowTitle = (row: Rate) => row.title

/** The office's own price list of postage. */
export default function Rates() {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const mayAdd = usePermission('post.add-rate')
  const columns = useMemo<readonly Column<Rate>[]>(
    () => [
      { key: 'title', label: say('kind.postage-rate'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'price',
        label: say('field.post.price'),
        width: 150,
        align: 'end',
        phone: 'right',
        text: row => row.price.amount,
        cell: row => formats.money(row.price),
      },
      {
        key: 'validFrom',
        label: say('field.post.validFrom'),
        width: 140,
        phone: 'left',
        text: row => row.validFrom,
        cell: row => formats.day(row.validFrom),
      },
      {
        key: 'validUntil',
        label: say('field.post.validUntil'),
        width: 140,
        text: row => row.validUntil ?? '',
        cell: row => row.validUntil && formats.day(row.validUntil),
      },
    ],
    [say, formats],
  )
  const actions = useMemo<readonly BulkAction<Rate>[]>(
    () =>
      mayAdd
        ? [
            {
              label: say('post.end-rate'),
              run: ([row], clear) =>
                row &&
                openCommand({
                  command: 'post.end-rate',
                  input: { id: row.id, expectedVersion: row.version },
                  about: row.title,
                  done: clear,
                }),
            },
          ]
        : [],
    [mayAdd, say],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'ended',
        label: say('page.post.rates.ended'),
        options: [{ value: 'true', label: say('page.post.rates.ended') }],
      },
    ],
    [say],
  )
  const add = (look: 'primary' | 'quiet') => (
    <Button look={look} icon="plus" onClick={() => openCommand({ command: 'post.add-rate' })}>
      {say('post.add-rate')}
    </Button>
  )
  return (
    <DataList
      title={say('page.post.rates')}
      kind="postage-rate"
      query="post.list-rates"
      columns={columns}
      rowTitle={rowTitle}
      filters={filters}
      actions={actions}
      empty={say('page.post.rates.empty')}
      emptyAction={mayAdd ? add('quiet') : undefined}
      end={mayAdd ? add('primary') : null}
    />
  )
}
