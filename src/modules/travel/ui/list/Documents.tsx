import '../travel.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type DocumentLine, documentGlyphs, type TravelKeys } from '../words.ts'

const rowTitle = (row: DocumentLine) => row.title
const href = (row: DocumentLine) => `/travel-documents/${row.id}`

/** Passports and visas that one may see: those that expire first in front. */
export default function Documents() {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<DocumentLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.travel-document'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={[say(`choice.travel.sort.${row.sort}`), row.country].filter(Boolean).join(' ')}
            snippet={row.person?.title ?? ''}
          />
        ),
      },
      {
        key: 'expiresOn',
        label: say('field.travel.expiresOn'),
        width: 160,
        phone: 'right',
        text: row => row.expiresOn ?? '',
        cell: row => (row.expiresOn ? formats.fullDay(row.expiresOn) : ''),
      },
      {
        key: 'standing',
        label: say('page.travel.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.travel-document.${row.standing}`),
        cell: row => <State glyph={documentGlyphs[row.standing]}>{say(`state.travel-document.${row.standing}`)}</State>,
      },
    ],
    [say, formats],
  )
  const make = (look: 'primary' | 'quiet') => (
    <Button look={look} icon="plus" onClick={() => openCommand({ command: 'travel.add-document' })}>
      {say('travel.add-document')}
    </Button>
  )
  return (
    <DataList
      title={say('page.travel-documents')}
      kind="travel-document"
      query="travel.list-documents"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.travel-documents.empty')}
      emptyAction={make('quiet')}
      end={make('primary')}
    />
  )
}
