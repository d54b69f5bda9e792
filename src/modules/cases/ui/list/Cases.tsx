import '../cases.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { caseGlyphs, type CaseKeys, type CaseLine, caseStates, channelIcons, sorts } from '../words.ts'
import { ClockState, useClockWords } from './ClockCell.tsx'

const rowTitle = (row: CaseLine) => row.title
const href = (row: CaseLine) => `/cases/${row.id}`
const isOpen = (row: CaseLine) => row.state === 'new' || row.state === 'owned' || row.state === 'waiting'
const takes = {
  command: 'cases.assign-case',
  keys: 'a',
  inputOf: (row: CaseLine) => ({ id: row.id, expectedVersion: row.version }),
  fits: isOpen,
}
const closes = {
  command: 'cases.close-case',
  keys: 'e',
  inputOf: (row: CaseLine) => ({ id: row.id, expectedVersion: row.version }),
  fits: (row: CaseLine) => row.state === 'answered',
}

/** Questions, complaints and requests: the one whose promised answer breaks first stands first. */
export default function Cases() {
  const say = useSay<CaseKeys>()
  const maySetUp = usePermission('cases.set-kind')
  const take = useEachAction<CaseLine>(takes)
  const close = useEachAction<CaseLine>(closes)
  const actions = useMemo(() => [take, close].filter(one => one !== null), [take, close])
  const make = <MakeButton command="cases.open-case" path="/cases" look="primary" />
  return (
    <DataList
      title={say('page.cases')}
      kind="case"
      query="cases.list-cases"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      views={useViews()}
      actions={actions}
      empty={say('page.cases.empty')}
      emptyAction={make}
      end={
        <div className="case-ends">
          <ButtonLink look="quiet" href="/cases/figures">
            {say('page.cases.figures')}
          </ButtonLink>
          {maySetUp ? (
            <ButtonLink look="quiet" href="/cases/setup">
              {say('page.cases.setup')}
            </ButtonLink>
          ) : null}
          {make}
        </div>
      }
    />
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<CaseKeys>()
  return useMemo(
    () => [
      {
        key: 'states',
        label: say('page.cases.state'),
        many: true,
        options: caseStates.map(value => ({ value, label: say(`state.case.${value}`) })),
      },
      {
        key: 'sorts',
        label: say('field.cases.sort'),
        many: true,
        options: sorts.map(value => ({ value, label: say(`choice.cases.sort.${value}`) })),
      },
      { key: 'from', label: say('page.figures.from'), type: 'day' },
      { key: 'until', label: say('page.figures.until'), type: 'day' },
    ],
    [say],
  )
}

function useViews(): readonly ListView[] {
  const say = useSay<CaseKeys>()
  return useMemo(
    () => [
      { key: 'open', label: say('page.cases.view.open'), search: { states: 'new,owned,waiting' } },
      { key: 'nobodys', label: say('page.cases.view.nobodys'), search: { states: 'new' } },
      { key: 'mine', label: say('page.cases.view.mine'), search: { mine: 'true', states: 'new,owned,waiting' } },
      { key: 'late', label: say('page.cases.view.late'), search: { late: 'true' } },
      { key: 'answered', label: say('page.cases.view.answered'), search: { states: 'answered' } },
    ],
    [say],
  )
}

function useColumns(): readonly Column<CaseLine>[] {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const clock = useClockWords()
  return useMemo(() => {
    const kindOf = (row: CaseLine) =>
      [row.kind.title, row.tone === 'calm' ? null : say(`choice.cases.tone.${row.tone}`)].filter(Boolean).join(' · ')
    return [
      {
        key: 'title',
        label: say('field.cases.title'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={kindOf(row)} />,
      },
      {
        key: 'from',
        label: say('page.cases.from'),
        width: 210,
        phone: 'below',
        text: row => row.from ?? '',
        cell: row => (
          <span className="case-from">
            <Icon name={channelIcons[row.channel]} small />
            <span className="clip">{row.from ?? say(`choice.cases.channel.${row.channel}`)}</span>
          </span>
        ),
      },
      {
        key: 'owner',
        label: say('field.cases.ownerId'),
        width: 140,
        wide: true,
        text: row => row.owner?.title ?? '',
        cell: row => row.owner?.title ?? <span className="t3">{say('page.cases.nobody')}</span>,
      },
      {
        key: 'receivedAt',
        label: say('page.case.came'),
        width: 120,
        wide: true,
        text: row => row.receivedAt.slice(0, 10),
        cell: row => formats.moment(row.receivedAt),
      },
      {
        key: 'clock',
        label: say('page.cases.clock'),
        width: 190,
        phone: 'right',
        text: row => clock(row.clock, isOpen(row)),
        cell: row => <ClockState row={row} />,
      },
      {
        key: 'state',
        label: say('page.cases.state'),
        width: 150,
        phone: 'left',
        text: row => say(`state.case.${row.state}`),
        cell: row => <State glyph={caseGlyphs[row.state]}>{say(`state.case.${row.state}`)}</State>,
      },
    ] satisfies readonly Column<CaseLine>[]
  }, [say, formats, clock])
}
