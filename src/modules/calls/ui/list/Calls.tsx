import '../calls.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type CallLine, callStates, clockOf, glyphOfCall, type Keys } from '../words.ts'

const rowTitle = (row: CallLine) => row.title
const href = (row: CallLine) => `/calls/${row.id}`

/** The call log: the newest first. */
export default function Calls() {
  const say = useSay<Keys>()
  return (
    <DataList
      title={say('page.calls')}
      kind="call"
      query="calls.list-calls"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      empty={say('page.calls.empty')}
      end={<End />}
    />
  )
}

function End() {
  const say = useSay<Keys>()
  const maySetUp = usePermission('calls.change-setup')
  const mayLog = usePermission('calls.log-call')
  return (
    <div className="calls-end">
      {maySetUp ? (
        <ButtonLink href="/calls/setup" icon="settings">
          {say('page.calls.setup-link')}
        </ButtonLink>
      ) : null}
      {mayLog ? (
        <Button look="primary" icon="phone" onClick={() => openCommand({ command: 'calls.log-call' })}>
          {say('calls.log-call')}
        </Button>
      ) : null}
    </div>
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<Keys>()
  return useMemo(
    () => [
      {
        key: 'states',
        label: say('field.calls.states'),
        many: true,
        options: callStates.map(value => ({ value, label: say(`state.call.${value}`) })),
      },
      {
        key: 'direction',
        label: say('field.calls.direction'),
        options: (['in', 'out'] as const).map(value => ({ value, label: say(`choice.calls.direction.${value}`) })),
      },
    ],
    [say],
  )
}

function useColumns(): readonly Column<CallLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('page.calls.who'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell title={row.title} snippet={row.note || (row.number === row.title ? '' : (row.number ?? ''))} />
        ),
      },
      {
        key: 'direction',
        label: say('field.calls.direction'),
        width: 110,
        wide: true,
        text: row => say(`choice.calls.direction.${row.direction}`),
        cell: row => say(`choice.calls.direction.${row.direction}`),
      },
      {
        key: 'with',
        label: say('page.calls.with'),
        width: 160,
        phone: 'below',
        text: row => row.takenBy?.title ?? row.queue,
        cell: row => row.takenBy?.title ?? row.queue,
      },
      {
        key: 'long',
        label: say('page.calls.long'),
        width: 76,
        align: 'end',
        wide: true,
        text: row => (row.seconds === null ? '' : String(row.seconds)),
        cell: row => (row.seconds === null ? '' : clockOf(row.seconds)),
      },
      {
        key: 'rangAt',
        label: say('page.calls.when'),
        width: 120,
        phone: 'right',
        text: row => row.rangAt,
        cell: row => formats.moment(row.rangAt),
      },
      {
        key: 'outcome',
        label: say('page.calls.came'),
        width: 190,
        phone: 'left',
        text: row => (row.outcome ? say(`choice.calls.outcome.${row.outcome}`) : say(`state.call.${row.state}`)),
        cell: row => (
          <State glyph={glyphOfCall(row)}>
            {row.outcome ? say(`choice.calls.outcome.${row.outcome}`) : say(`state.call.${row.state}`)}
          </State>
        ),
      },
    ],
    [say, formats],
  )
}
