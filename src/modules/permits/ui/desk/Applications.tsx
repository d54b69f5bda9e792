import '../permits.css'
import { type ReactNode, useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getDesk } from '../../contract.ts'
import { applicationGlyphs, type ApplicationLine, applicationStates, type PermitKeys } from '../words.ts'

const rowTitle = (row: ApplicationLine) => row.title
const href = (row: ApplicationLine) => `/permit-desk/${row.id}`

/** The register of an authority; an office that gives no permits is told how to switch it on. */
export default function Applications() {
  const say = useSay<PermitKeys>()
  const { data: desk } = useQuery<typeof getDesk>('permits.get-desk', {})
  const maySet = usePermission('permits.set-desk')
  if (!desk) return <PageSkeleton />
  const settings = maySet ? (
    <Button icon="settings" onClick={() => openCommand({ command: 'permits.set-desk', input: { ...desk, on: true } })}>
      {say('permits.set-desk')}
    </Button>
  ) : null
  if (!desk.on)
    return (
      <Page title={say('page.permits.desk')} crumbs={[{ label: say('page.permits'), href: '/permits' }]}>
        <Empty text={say('page.permits.desk.off')}>{settings}</Empty>
      </Page>
    )
  return <Register settings={settings} />
}

function Register({ settings }: { readonly settings: ReactNode }) {
  const say = useSay<PermitKeys>()
  const go = useGo()
  const columns = useColumns()
  const mayRegister = usePermission('permits.register-application')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.permits.desk'),
        many: true,
        options: applicationStates.map(value => ({ value, label: say(`state.permit-application.${value}`) })),
      },
    ],
    [say],
  )
  const register = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'permits.register-application',
          done: answer => go(`/permit-desk/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('permits.register-application')}
    </Button>
  )
  return (
    <DataList
      title={say('page.permits.desk')}
      kind="permit-application"
      query="permits.list-applications"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.permits.desk.empty')}
      emptyAction={mayRegister ? register('quiet') : undefined}
      end={
        <div className="permit-ends">
          <ButtonLink href="/permit-diary">{say('page.permits.diary')}</ButtonLink>
          {settings}
          {mayRegister ? register('primary') : null}
        </div>
      }
    />
  )
}

function useColumns(): readonly Column<ApplicationLine>[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'number',
        label: say('page.permits.number'),
        width: 110,
        phone: 'below',
        text: row => row.number,
        cell: row => <span className="num">{row.number}</span>,
      },
      {
        key: 'title',
        label: say('kind.permit-application'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.applicant} />,
      },
      {
        key: 'handler',
        label: say('field.handlerId'),
        width: 150,
        wide: true,
        text: row => row.handler?.title ?? '',
        cell: row => row.handler?.title,
      },
      {
        key: 'decideBy',
        label: say('page.permits.decide-by'),
        width: 130,
        phone: 'right',
        text: row => row.decideBy,
        cell: row => (row.outcome ? say(`choice.outcome.${row.outcome}`) : formats.day(row.decideBy)),
      },
      {
        key: 'state',
        label: say('field.outcome'),
        width: 190,
        phone: 'left',
        text: row => say(`state.permit-application.${row.state}`),
        cell: row =>
          row.late ? (
            <State glyph="late">{say('page.permits.overdue')}</State>
          ) : (
            <State glyph={applicationGlyphs[row.state]}>{say(`state.permit-application.${row.state}`)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
