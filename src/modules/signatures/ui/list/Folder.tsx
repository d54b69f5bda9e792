import '../signatures.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { signMany } from '../../contract.ts'
import { type Keys, type SigningLine, signingGlyphs } from '../words.ts'

const rowTitle = (row: SigningLine) => row.title
const href = (row: SigningLine) => `/signatures/${row.id}`
const boxes = ['to-sign', 'sent', 'done'] as const

/** The signature folder: what is mine to sign, what I sent round, what is done. */
export default function Folder() {
  const say = useSay<Keys>()
  const mayConnect = usePermission('signatures.connect-service')
  return (
    <DataList
      title={say('page.signatures')}
      kind="signing"
      query="signatures.list-signings"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      views={useViews()}
      actions={useActions()}
      end={mayConnect ? <ButtonLink href="/signatures/service">{say('page.service')}</ButtonLink> : null}
      empty={
        <>
          {say('page.signatures.empty')} <span className="t2">{say('page.signatures.empty.hint')}</span>
        </>
      }
    />
  )
}

function useViews(): readonly ListView[] {
  const say = useSay<Keys>()
  return useMemo(
    () => boxes.map(box => ({ key: box, label: say(`page.signatures.view.${box}`), search: { box } })),
    [say],
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<Keys>()
  return useMemo(
    () => [
      {
        key: 'box',
        label: say('page.signatures'),
        options: boxes.map(value => ({ value, label: say(`page.signatures.view.${value}`) })),
      },
    ],
    [say],
  )
}

/** Many at once, with the name written: only of what was opened and read. */
function useActions(): readonly BulkAction<SigningLine>[] {
  const say = useSay<Keys>()
  const may = usePermission('signatures.sign')
  const { principal } = useSession()
  const sign = useCommand<typeof signMany>('signatures.sign-many', { said: say('done.signatures.sign-many') })
  return useMemo(
    () =>
      may
        ? [
            {
              label: say('page.signatures.sign-opened'),
              keys: 'e',
              hidden: rows => !rows.some(row => row.mine),
              refused: rows => (rows.every(row => row.mine && row.opened) ? undefined : say('page.signatures.unread')),
              run: (rows, clear) => {
                clear()
                const items = rows.map(({ id, digest }) => ({ id, digest }))
                void sign.run({ items, mark: { typed: principal.name } })
              },
            },
          ]
        : [],
    [may, say, sign, principal.name],
  )
}

function useColumns(): readonly Column<SigningLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(() => {
    const signed = (row: SigningLine) => say('page.signatures.signed', { signed: row.signed, all: row.signers })
    const about = (row: SigningLine) =>
      [
        row.putInBy,
        row.standsFor ? say('page.signatures.stands-for', { name: row.standsFor }) : null,
        row.mine && row.opened ? say('page.signatures.opened') : null,
      ]
        .filter(Boolean)
        .join(' · ')
    return [
      {
        key: 'title',
        label: say('page.signatures.document'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={about(row)} />,
      },
      {
        key: 'waitsFor',
        label: say('page.signatures.waits-for'),
        width: 240,
        phone: 'below',
        text: row => row.waitsFor.join(', '),
        cell: row => <span className="clip">{row.waitsFor.join(', ')}</span>,
      },
      {
        key: 'due',
        label: say('page.signatures.due'),
        width: 130,
        phone: 'right',
        text: row => row.dueOn ?? '',
        cell: row => (row.dueOn ? <span className={row.late ? 'late' : ''}>{formats.weekday(row.dueOn)}</span> : null),
      },
      {
        key: 'state',
        label: say('page.signatures.state'),
        width: 220,
        phone: 'left',
        text: row => say(`state.signing.${row.state}`),
        cell: row => (
          <State glyph={row.late ? 'late' : signingGlyphs[row.state]}>
            {row.state === 'open' ? signed(row) : say(`state.signing.${row.state}`)}
          </State>
        ),
      },
    ] satisfies readonly Column<SigningLine>[]
  }, [say, formats])
}
