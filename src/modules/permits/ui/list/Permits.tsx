import '../permits.css'
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
import type { listAdoptable } from '../../contract.ts'
import { type PermitKeys, type PermitLine, permitGlyphs, permitStates } from '../words.ts'

const rowTitle = (row: PermitLine) => row.title
const href = (row: PermitLine) => `/permits/${row.id}`

/** Permits applied for and held: what comes next stands first. */
export default function Permits() {
  const say = useSay<PermitKeys>()
  const go = useGo()
  const columns = useColumns()
  const mayMake = usePermission('permits.create-permit')
  const mayDesk = usePermission('permits.list-applications')
  const { data: papers } = useQuery<typeof listAdoptable>('permits.list-adoptable', { limit: 50 })
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.permits'),
        many: true,
        options: permitStates.map(value => ({ value, label: say(`state.permit.${value}`) })),
      },
    ],
    [say],
  )
  const open = (command: string) =>
    openCommand({ command, done: answer => go(`/permits/${(answer.output as { id: string }).id}`) })
  const make = (look: 'primary' | 'quiet') => (
    <Button look={look} icon="plus" onClick={() => open('permits.create-permit')}>
      {say('permits.create-permit')}
    </Button>
  )
  const adoptable = papers?.total ?? 0
  const [first] = papers?.rows ?? []
  return (
    <DataList
      title={say('page.permits')}
      kind="permit"
      query="permits.list-permits"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.permits.empty')}
      emptyAction={mayMake ? make('quiet') : undefined}
      end={
        <div className="permit-ends">
          {mayMake && first ? (
            <Button
              icon="file-text"
              onClick={() =>
                openCommand({
                  command: 'permits.adopt-document',
                  input: { documentId: first.id },
                  about: first.title,
                  done: answer => go(`/permits/${(answer.output as { id: string }).id}`),
                })
              }
            >
              {say('permits.adopt-document')} ({adoptable})
            </Button>
          ) : null}
          {mayDesk ? <ButtonLink href="/permit-desk">{say('page.permits.desk.to')}</ButtonLink> : null}
          {mayMake ? make('primary') : null}
        </div>
      }
    />
  )
}

function useColumns(): readonly Column<PermitLine>[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.permit'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.permitType ?? ''} />,
      },
      {
        key: 'authority',
        label: say('field.authorityId'),
        width: 230,
        wide: true,
        text: row => row.authority?.title ?? '',
        cell: row => row.authority?.title,
      },
      {
        key: 'reference',
        label: say('field.permits.reference'),
        width: 130,
        wide: true,
        text: row => row.reference ?? '',
        cell: row => row.reference,
      },
      {
        key: 'validUntil',
        label: say('page.permit.valid'),
        width: 130,
        phone: 'below',
        text: row => row.validUntil ?? '',
        cell: row => row.validUntil && formats.day(row.validUntil),
      },
      {
        key: 'nextOn',
        label: say('page.permits.next'),
        width: 120,
        phone: 'right',
        text: row => row.nextOn ?? '',
        cell: row => row.nextOn && formats.weekday(row.nextOn),
      },
      {
        key: 'state',
        label: say('field.outcome'),
        width: 180,
        phone: 'left',
        text: row => say(`state.permit.${row.state}`),
        cell: row =>
          row.expired && permitGlyphs[row.state] !== 'ended' ? (
            <State glyph="late">{say('page.permits.expired')}</State>
          ) : (
            <State glyph={permitGlyphs[row.state]}>{say(`state.permit.${row.state}`)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
