import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type ReviewRow, reviewGlyphs, type SupervisionKeys } from '../words.ts'

const rowTitle = (row: ReviewRow) => row.title
const href = (row: ReviewRow) => `/reviews/${row.id}`
const boxes = ['to-review', 'mine', 'given'] as const
const states = ['to-review', 'right', 'mistake'] as const

/** Pieces of work to look at and looked at: those of the people one leads, and one's own. */
export default function Reviews() {
  const say = useSay<SupervisionKeys>()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.reviews.box'),
        options: boxes.map(value => ({ value, label: say(`page.reviews.${value}`) })),
      },
      {
        key: 'states',
        label: say('field.supervision.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.review.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => boxes.map(box => ({ key: box, label: say(`page.reviews.${box}`), search: { box } })),
    [say],
  )
  return (
    <DataList
      title={say('page.reviews')}
      kind="review"
      query="supervision.list-reviews"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      empty={say('page.reviews.empty')}
    />
  )
}

function useColumns(): readonly Column<ReviewRow>[] {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('page.reviews.work'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.unshown ? say('page.reviews.unshown') : ''} />,
      },
      {
        key: 'person',
        label: say('page.reviews.by'),
        width: 150,
        phone: 'below',
        text: row => row.person?.title ?? '',
        cell: row => row.person?.title,
      },
      {
        key: 'superior',
        label: say('page.reviews.reviewer'),
        width: 150,
        wide: true,
        text: row => row.superior?.title ?? '',
        cell: row => row.superior?.title,
      },
      {
        key: 'mistakeKind',
        label: say('field.supervision.mistakeKind'),
        width: 170,
        wide: true,
        text: row => (row.mistakeKind ? say(`choice.mistakeKind.${row.mistakeKind}`) : ''),
        cell: row => (row.mistakeKind ? say(`choice.mistakeKind.${row.mistakeKind}`) : null),
      },
      {
        key: 'asked',
        label: say('page.reviews.asked'),
        width: 110,
        phone: 'right',
        text: row => formats.dayOf(row.askedAt),
        cell: row => formats.day(formats.dayOf(row.askedAt)),
      },
      {
        key: 'state',
        label: say('field.supervision.state'),
        width: 150,
        phone: 'left',
        text: row => say(`state.review.${row.state}`),
        cell: row => <State glyph={reviewGlyphs[row.state]}>{say(`state.review.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
