import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { KeepingTabs } from './KeepingTabs.tsx'
import type { HoldLine, Words } from './keepingWords.ts'
import { useHoldWords } from './useHoldWords.ts'

const rowTitle = (line: HoldLine) => line.title
const href = (line: HoldLine) => `/documents/holds/${line.id}`

/** What may not be destroyed, whatever the plan says, and why. */
export default function Holds() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('documents.place-hold')
  const covers = useHoldWords()
  const columns = useMemo<readonly Column<HoldLine>[]>(
    () => [
      { key: 'title', label: say('kind.hold'), phone: 'title', text: rowTitle, cell: rowTitle },
      { key: 'covers', label: say('page.keeping.covers'), width: 320, phone: 'below', text: covers, cell: covers },
      {
        key: 'reason',
        label: say('page.keeping.reason'),
        width: 260,
        wide: true,
        text: hold => hold.reason,
        cell: hold => hold.reason,
      },
      {
        key: 'placed',
        label: say('page.keeping.placed'),
        width: 120,
        phone: 'right',
        text: hold => hold.placedAt,
        cell: hold => formats.weekday(formats.dayOf(hold.placedAt)),
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 130,
        phone: 'left',
        cell: hold => (
          <State glyph={hold.liftedAt ? 'ended' : 'blocked'}>
            {say(hold.liftedAt ? 'state.hold.lifted' : 'state.hold.stands')}
          </State>
        ),
      },
    ],
    [say, formats, covers],
  )
  const views = useMemo<readonly ListView[]>(
    () => [{ key: 'lifted', label: say('page.keeping.lifted'), search: { lifted: 'true' } }],
    [say],
  )
  return (
    <DataList<HoldLine>
      title={say('kind.hold.plural')}
      kind="hold"
      query="documents.list-holds"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      views={views}
      empty={say('page.keeping.holds.empty')}
      end={
        <>
          <KeepingTabs here="holds" />
          {may ? (
            <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'documents.place-hold' })}>
              {say('documents.place-hold')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}
