import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { Keys } from '../words.ts'
import type { PageLine } from './words.ts'

const rowTitle = (row: PageLine) => row.title
const href = (row: PageLine) => `/calendar/booking-pages/${row.id}`
const states = ['open', 'closed'] as const

/** Pages on which people outside book by themselves. */
export default function BookingPages() {
  const say = useSay<Keys>()
  const columns = useColumns()
  const mayMake = usePermission('scheduling.create-booking-page')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('kind.booking-page'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.booking-page.${value}`) })),
      },
    ],
    [say],
  )
  const make = mayMake ? (
    <ButtonLink look="primary" href="/calendar/booking-page">
      {say('scheduling.create-booking-page')}
    </ButtonLink>
  ) : undefined
  return (
    <DataList
      title={say('page.booking-pages')}
      kind="booking-page"
      query="scheduling.list-booking-pages"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.booking-pages.empty')}
      emptyAction={make}
      end={make}
    />
  )
}

function useColumns(): readonly Column<PageLine>[] {
  const say = useSay<Keys>()
  return useMemo(() => {
    const hosts = (row: PageLine) => row.hosts.map(({ title }) => title).join(', ')
    return [
      {
        key: 'title',
        label: say('kind.booking-page'),
        phone: 'title' as const,
        text: rowTitle,
        cell: (row: PageLine) => <TitleCell title={row.title} snippet={say(`choice.scheduling.way.${row.way}`)} />,
      },
      {
        key: 'hosts',
        label: say('field.scheduling.hosts'),
        width: 260,
        phone: 'below' as const,
        text: hosts,
        cell: hosts,
      },
      {
        key: 'coming',
        label: say('page.booking-pages.coming'),
        width: 100,
        align: 'end' as const,
        phone: 'right' as const,
        text: (row: PageLine) => String(row.coming),
        cell: (row: PageLine) => row.coming,
      },
      {
        key: 'waiting',
        label: say('page.booking-pages.waiting'),
        width: 100,
        align: 'end' as const,
        text: (row: PageLine) => String(row.waiting),
        cell: (row: PageLine) => row.waiting || '',
      },
      {
        key: 'state',
        label: say('field.scheduling.state'),
        width: 130,
        phone: 'left' as const,
        text: (row: PageLine) => say(`state.booking-page.${row.state}`),
        cell: (row: PageLine) => (
          <State glyph={row.state === 'open' ? 'open' : 'ended'}>{say(`state.booking-page.${row.state}`)}</State>
        ),
      },
    ]
  }, [say])
}
