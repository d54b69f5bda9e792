import '../publishing.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { pageGlyphs, type PageLine, pageStates, type PublishingKeys } from '../words.ts'

const rowTitle = (row: PageLine) => row.title
const href = (row: PageLine) => `/publishing/pages/${row.id}`

/** What is asked of web pages; what is open stands first. */
export default function Pages() {
  const say = useSay<PublishingKeys>()
  const make = <MakeButton command="publishing.request-page-change" path="/publishing/pages" look="primary" />
  return (
    <DataList
      title={say('page.publishing.pages')}
      kind="page-change"
      query="publishing.list-page-changes"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      empty={say('page.publishing.pages.empty')}
      emptyAction={make}
      end={
        <div className="pub-ends">
          <ButtonLink look="quiet" href="/publishing">
            {say('page.publishing')}
          </ButtonLink>
          {make}
        </div>
      }
    />
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<PublishingKeys>()
  return useMemo(
    () => [
      {
        key: 'states',
        label: say('page.publishing.state'),
        many: true,
        options: pageStates.map(value => ({ value, label: say(`state.page-change.${value}`) })),
      },
    ],
    [say],
  )
}

function useColumns(): readonly Column<PageLine>[] {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  return useMemo(
    () =>
      [
        {
          key: 'title',
          label: say('field.publishing.title'),
          phone: 'title',
          text: rowTitle,
          cell: row => <TitleCell title={row.title} snippet={row.address.replace(/^https?:\/\//, '')} />,
        },
        {
          key: 'keeper',
          label: say('page.publishing.pages.keeper'),
          width: 170,
          phone: 'below',
          text: row => row.keeper?.title ?? '',
          cell: row => row.keeper?.title ?? '–',
        },
        {
          key: 'due',
          label: say('field.publishing.dueOn'),
          width: 140,
          phone: 'right',
          text: row => row.dueOn ?? '',
          cell: row =>
            row.dueOn ? <span className={row.late ? 'late' : undefined}>{formats.weekday(row.dueOn)}</span> : '–',
        },
        {
          key: 'checked',
          label: say('page.publishing.pages.looked'),
          width: 170,
          wide: true,
          text: row => row.checkedAt ?? '',
          cell: row => (row.checkedAt ? formats.moment(row.checkedAt) : '–'),
        },
        {
          key: 'state',
          label: say('page.publishing.state'),
          width: 160,
          phone: 'left',
          text: row => say(`state.page-change.${row.state}`),
          cell: row => <State glyph={pageGlyphs[row.state]}>{say(`state.page-change.${row.state}`)}</State>,
        },
      ] satisfies readonly Column<PageLine>[],
    [say, formats],
  )
}
