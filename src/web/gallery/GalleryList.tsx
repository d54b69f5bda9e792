import { useMemo } from 'react'
import { FilePicker } from '../kit/Dropzone.tsx'
import { DataList } from '../kit/list/DataList.tsx'
import { TitleCell } from '../kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../kit/list/types.ts'
import { Marked } from '../kit/Marked.tsx'
import { folded } from '../kit/match.ts'
import { tell } from '../kit/notices.ts'
import { State } from '../kit/State.tsx'
import { useFormats } from '../language/Say.tsx'
import { useSearch } from '../useAddress.ts'
import { Example } from './Example.tsx'
import type { ExamplePaper } from './examplePapers.ts'

const kinds = ['Bill', 'Mail', 'Drawing', 'Record', 'Order', 'Contract', 'Quote']

const filters: readonly ListFilter[] = [
  { key: 'receivedFrom', label: 'Received since', type: 'day' },
  { key: 'kind', label: 'Kind', many: true, options: kinds.map(value => ({ value, label: value })) },
]

const views: readonly ListView[] = [
  { key: 'bills', label: 'Bills', search: { kind: 'Bill' }, count: 12 },
  { key: 'contracts', label: 'Contracts', search: { kind: 'Contract' }, count: 2 },
  { key: 'new', label: 'Since Monday', search: { receivedFrom: '2026-11-16' }, count: 3 },
]

const actions: readonly BulkAction<ExamplePaper>[] = [
  { label: 'File under…', keys: 'f', run: rows => tell({ kind: 'done', text: `${rows.length} filed` }) },
  { label: 'Assign…', keys: 'a', run: (_rows, clear) => clear() },
  { label: 'Set class…', run: (_rows, clear) => clear(), spare: true },
]

const rowTitle = (paper: ExamplePaper) => paper.title
const href = () => '/kit/record'

/** Where the words found stand, as the server's search would tell. */
function marksOf(text: string, words: string): (readonly [number, number])[] {
  const at = words ? folded(text).indexOf(folded(words)) : -1
  return at < 0 ? [] : [[at, at + words.length]]
}

export default function GalleryList() {
  return (
    <Example>
      <Papers />
    </Example>
  )
}

function Papers() {
  const formats = useFormats()
  const [search] = useSearch()
  const find = search['find'] ?? ''
  const columns = useMemo<readonly Column<ExamplePaper>[]>(
    () => [
      {
        key: 'title',
        label: 'Document',
        phone: 'title',
        sortable: true,
        text: ({ title }) => title,
        cell: ({ title, snippet }) => (
          <TitleCell
            lang="sv"
            title={<Marked text={title} marks={marksOf(title, find)} />}
            snippet={<Marked text={snippet} marks={marksOf(snippet, find)} />}
          />
        ),
      },
      { key: 'kind', label: 'Kind', width: 112, text: ({ kind }) => kind, cell: ({ kind }) => kind },
      {
        key: 'receivedOn',
        label: 'Received',
        width: 112,
        phone: 'right',
        sortable: true,
        text: ({ receivedOn }) => receivedOn,
        cell: ({ receivedOn }) => <time dateTime={receivedOn}>{formats.fullDay(receivedOn)}</time>,
      },
      {
        key: 'amount',
        label: 'Amount',
        width: 148,
        align: 'end',
        phone: 'below',
        sortable: true,
        money: ({ amount }) => amount,
        text: ({ amount }) => amount?.amount ?? '',
        cell: ({ amount }) => amount && formats.money(amount),
      },
      {
        key: 'filed',
        label: 'Filed under',
        width: 162,
        wide: true,
        text: ({ filed }) => filed,
        cell: ({ filed }) => filed,
      },
      {
        key: 'state',
        label: 'State',
        width: 166,
        phone: 'left',
        text: ({ state }) => state,
        cell: ({ glyph, state }) => <State glyph={glyph}>{state}</State>,
      },
    ],
    [formats, find],
  )
  return (
    <DataList
      title="Documents"
      kind="kit-bill"
      query="kit.papers"
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={filters}
      views={views}
      actions={actions}
      empty="Papers stand here once they are taken in: dropped anywhere in this window, sent by mail or scanned."
      emptyAction={<FilePicker label="Choose files" look="primary" onFiles={() => {}} />}
    />
  )
}
