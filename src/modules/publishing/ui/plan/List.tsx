import '../publishing.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type PostLine, postGlyphs, postStates, type PublishingKeys } from '../words.ts'

const rowTitle = (row: PostLine) => row.title
const href = (row: PostLine) => `/publishing/${row.id}`

/** Every post of the plan as a list, the one whose time comes first at the top. */
export default function List() {
  const say = useSay<PublishingKeys>()
  const make = <MakeButton command="publishing.plan-publication" path="/publishing" look="primary" />
  return (
    <DataList
      title={say('page.publishing.list')}
      kind="publication"
      query="publishing.list-publications"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      views={useViews()}
      empty={say('page.publishing.empty')}
      emptyAction={make}
      end={
        <div className="pub-ends">
          <ButtonLink look="quiet" href="/publishing">
            {say('page.publishing.calendar')}
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
        options: postStates.map(value => ({ value, label: say(`state.publication.${value}`) })),
      },
      { key: 'from', label: say('page.publishing.from'), type: 'day' },
      { key: 'until', label: say('page.publishing.until'), type: 'day' },
    ],
    [say],
  )
}

function useViews(): readonly ListView[] {
  const say = useSay<PublishingKeys>()
  return useMemo(
    () => [
      { key: 'open', label: say('page.publishing.view.open'), search: { states: 'draft,asked,approved' } },
      { key: 'asked', label: say('state.publication.asked'), search: { states: 'asked' } },
      {
        key: 'mine',
        label: say('page.publishing.view.mine'),
        search: { mine: 'true', states: 'draft,asked,approved' },
      },
      { key: 'published', label: say('state.publication.published'), search: { states: 'published' } },
    ],
    [say],
  )
}

function useColumns(): readonly Column<PostLine>[] {
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
          cell: row => <TitleCell title={row.title} snippet={row.text} />,
        },
        {
          key: 'where',
          label: say('field.publishing.outletIds'),
          width: 220,
          phone: 'below',
          text: row => row.outlets.map(one => one.title).join(', '),
          cell: row => <span className="clip">{row.outlets.map(one => one.title).join(', ') || '–'}</span>,
        },
        {
          key: 'owner',
          label: say('field.publishing.ownerId'),
          width: 150,
          wide: true,
          text: row => row.owner?.title ?? '',
          cell: row => row.owner?.title ?? '–',
        },
        {
          key: 'when',
          label: say('field.publishing.plannedAt'),
          width: 160,
          phone: 'right',
          text: row => row.plannedAt ?? '',
          cell: row =>
            row.plannedAt ? (
              <span className="pub-when">
                {formats.moment(row.plannedAt)}
                {row.near ? (
                  <>
                    <Icon name="alert-triangle" small />
                    <span className="vh">{say('page.publishing.near-short')}</span>
                  </>
                ) : null}
              </span>
            ) : (
              <span className="t3">{say('page.publishing.no-time')}</span>
            ),
        },
        {
          key: 'state',
          label: say('page.publishing.state'),
          width: 190,
          phone: 'left',
          text: row => say(`state.publication.${row.state}`),
          cell: row => <State glyph={postGlyphs[row.state]}>{say(`state.publication.${row.state}`)}</State>,
        },
      ] satisfies readonly Column<PostLine>[],
    [say, formats],
  )
}
