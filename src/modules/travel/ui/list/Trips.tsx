import '../travel.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getPolicy } from '../../contract.ts'
import { type TravelKeys, tripGlyphs, type TripLine } from '../words.ts'

const rowTitle = (row: TripLine) => row.title
const href = (row: TripLine) => `/travel/${row.id}`
const boxes = ['coming', 'past'] as const
const whoses = ['mine', 'arranged'] as const

/** Trips: one's own, those one arranges, and what else one may see; coming ones first. */
export default function Trips() {
  const say = useSay<TravelKeys>()
  const go = useGo()
  const columns = useColumns()
  const mayMake = usePermission('travel.create-trip')
  const mayKeep = usePermission('travel.add-document')
  const mayRule = usePermission('travel.set-policy')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'whose',
        label: say('page.travel.whose'),
        options: whoses.map(value => ({ value, label: say(`page.travel.whose.${value}`) })),
      },
      {
        key: 'box',
        label: say('page.travel.box'),
        options: boxes.map(value => ({ value, label: say(`page.travel.box.${value}`) })),
      },
    ],
    [say],
  )
  const make = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'travel.create-trip',
          done: answer => go(`/travel/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('travel.create-trip')}
    </Button>
  )
  return (
    <DataList
      title={say('page.travel')}
      kind="trip"
      query="travel.list-trips"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.travel.empty')}
      emptyAction={mayMake ? make('quiet') : undefined}
      end={
        <>
          {mayRule ? <Rules /> : null}
          {mayKeep ? (
            <ButtonLink href="/travel-documents" look="quiet" icon="id">
              {say('page.travel-documents')}
            </ButtonLink>
          ) : null}
          {mayMake ? make('primary') : null}
        </>
      }
    />
  )
}

function Rules() {
  const say = useSay<TravelKeys>()
  const rules = useQuery<typeof getPolicy>('travel.get-policy')
  return (
    <Button
      look="quiet"
      icon="settings"
      onClick={() =>
        openCommand({ command: 'travel.set-policy', input: { approval: rules.data?.approval ?? 'never' } })
      }
    >
      {say('page.travel.rules')}
    </Button>
  )
}

function useColumns(): readonly Column<TripLine>[] {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.trip'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={
              row.doubts > 0 ? (
                <span className="blocked">{say('page.travel.doubts', { count: row.doubts })}</span>
              ) : (
                (row.destination ?? '')
              )
            }
          />
        ),
      },
      {
        key: 'who',
        label: say('page.travel.who'),
        width: 200,
        phone: 'below',
        text: row => row.travellers.map(({ title }) => title).join(', '),
        cell: row => <span className="clip">{row.travellers.map(({ title }) => title).join(', ')}</span>,
      },
      {
        key: 'startsOn',
        label: say('page.travel.when'),
        width: 190,
        phone: 'right',
        text: row => row.startsOn,
        cell: row =>
          row.startsOn === row.endsOn
            ? formats.weekday(row.startsOn)
            : `${formats.day(row.startsOn)} – ${formats.day(row.endsOn)}`,
      },
      {
        key: 'cost',
        label: say('page.travel.cost'),
        width: 130,
        wide: true,
        align: 'end',
        text: row => row.cost?.amount ?? '',
        money: row => row.cost,
        cell: row => (row.cost ? formats.money(row.cost) : null),
      },
      {
        key: 'state',
        label: say('page.travel.state'),
        width: 140,
        phone: 'left',
        text: row => say(`state.trip.${row.state}`),
        cell: row => <State glyph={tripGlyphs[row.state]}>{say(`state.trip.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
