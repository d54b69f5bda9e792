import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { BulkAction, Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPlaces, noteShredded, takeShreddingBack } from '../../contract.ts'
import type { PaperLine, Words } from './placesWords.ts'

const rowTitle = (line: PaperLine) => line.title
const href = (line: PaperLine) => `/documents/${line.id}`
const idsOf = (rows: readonly PaperLine[]) => rows.map(({ id }) => id)

function usePaperState(): (line: PaperLine) => string {
  const say = useSay<Words>()
  const formats = useFormats()
  return line => {
    if (line.shreddedAt)
      return `${say('page.places.shredded')} ${formats.fullDay(formats.dayOf(line.shreddedAt))}, ${line.shreddedBy}`
    if (line.held) return say('page.places.held')
    if (line.mayShred) return say('page.places.shreddable')
    if (!line.shredFrom) return say('page.places.there')
    return line.shredFrom <= formats.today()
      ? say('page.places.shreddable')
      : `${say('field.shredFrom')} ${formats.fullDay(line.shredFrom)}`
  }
}

function useActions(): readonly BulkAction<PaperLine>[] {
  const say = useSay<Words>()
  const { run: shred } = useCommand<typeof noteShredded>('documents.note-shredded')
  const { run: back } = useCommand<typeof takeShreddingBack>('documents.take-shredding-back')
  return useMemo(
    () => [
      {
        label: say('documents.note-shredded'),
        hidden: rows => rows.every(line => line.shreddedAt !== null),
        refused: rows => (rows.some(line => line.held) ? say('page.places.held') : undefined),
        run: (rows, clear) => void shred({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
      },
      {
        label: say('documents.take-shredding-back'),
        hidden: rows => rows.some(line => line.shreddedAt === null),
        run: (rows, clear) => void back({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
      },
      {
        label: `${say('documents.place-papers')}…`,
        run: (rows, clear) =>
          openCommand({
            command: 'documents.place-papers',
            input: { ids: idsOf(rows), place: rows[0]?.place ?? null },
            about: say('page.documents.count', { count: rows.length }),
            done: clear,
          }),
      },
    ],
    [say, shred, back],
  )
}

/** What lies in one binder or box, or everything that may be shredded. */
export default function Papers() {
  const say = useSay<Words>()
  const formats = useFormats()
  const [search] = useSearch()
  const place = search['place']
  const state = usePaperState()
  const places = useQuery<typeof listPlaces>('documents.list-places', { limit: 500 }, { fresh_ms: 60_000 })
  const actions = useActions()
  const columns = useMemo<readonly Column<PaperLine>[]>(
    () => [
      { key: 'title', label: say('kind.document'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'place',
        label: say('page.places.place'),
        width: 160,
        phone: 'left',
        text: line => line.place,
        cell: line => line.place,
      },
      {
        key: 'archiveNumber',
        label: say('field.archiveNumber'),
        width: 130,
        wide: true,
        text: line => line.archiveNumber ?? '',
        cell: line => line.archiveNumber,
      },
      {
        key: 'class',
        label: say('field.classCode'),
        width: 190,
        wide: true,
        text: line => line.classCode ?? '',
        cell: line => line.classCode,
      },
      {
        key: 'received',
        label: say('field.receivedAt'),
        width: 116,
        phone: 'right',
        text: line => formats.dayOf(line.receivedAt),
        cell: line => formats.fullDay(formats.dayOf(line.receivedAt)),
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 270,
        phone: 'below',
        text: state,
        cell: line => (
          <State glyph={line.shreddedAt ? 'ended' : line.held ? 'blocked' : 'settled'}>{state(line)}</State>
        ),
      },
    ],
    [say, formats, state],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'place',
        label: say('page.places.place'),
        options: (places.data?.rows ?? []).map(row => ({ value: row.place, label: row.place })),
      },
      {
        key: 'shreddable',
        label: say('page.places.shreddable'),
        options: [
          { value: 'true', label: say('page.documents.yes') },
          { value: 'false', label: say('page.places.there') },
        ],
      },
    ],
    [say, places.data],
  )
  return (
    <DataList<PaperLine>
      title={place ?? say('documents.list-papers')}
      kind="document"
      query="documents.list-papers"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      filters={filters}
      actions={actions}
      empty={say('page.places.nothing')}
      end={
        <>
          {place ? (
            <a className="btn quiet" href={`/api/documents/places/label?place=${encodeURIComponent(place)}`} download>
              {say('page.places.label')}
            </a>
          ) : null}
          <ButtonLink href="/documents/places" look="quiet">
            {say('page.places')}
          </ButtonLink>
        </>
      }
    />
  )
}
