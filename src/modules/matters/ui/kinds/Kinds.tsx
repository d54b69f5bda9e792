import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listKinds } from '../../contract.ts'

type KindRow = OutputOf<typeof listKinds>['rows'][number]

const rowTitle = (kind: KindRow) => kind.title
const href = (kind: KindRow) => `/matter-kinds/${kind.id}`

/** The kinds of matter, and how each is numbered. */
export default function Kinds() {
  const say = useSay<string>()
  const formats = useFormats()
  const may = usePermission('matters.create-kind')
  const columns = useMemo<readonly Column<KindRow>[]>(
    () => [
      {
        key: 'name',
        label: say('field.name'),
        phone: 'title',
        text: rowTitle,
        cell: kind => <TitleCell title={kind.title} snippet={kind.checklist.join(' · ')} />,
      },
      {
        key: 'pattern',
        label: say('field.pattern'),
        width: 190,
        wide: true,
        text: kind => kind.pattern ?? '',
        cell: kind => kind.pattern ?? <span className="t3">{say('page.matters.standard')}</span>,
      },
      {
        key: 'next',
        label: say('page.matters.next'),
        width: 150,
        phone: 'left',
        text: kind => kind.nextNumber,
        cell: kind => <span className="num">{kind.nextNumber}</span>,
      },
      {
        key: 'matters',
        label: say('page.matters.count'),
        width: 110,
        align: 'end',
        phone: 'right',
        text: kind => String(kind.matters),
        cell: kind => formats.number(kind.matters),
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.matters.kinds')}
      kind="matter-kind"
      query="matters.list-kinds"
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      empty={say('page.matters.kinds.empty')}
      end={
        may ? (
          <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'matters.create-kind' })}>
            {say('matters.create-kind')}
          </Button>
        ) : undefined
      }
    />
  )
}
