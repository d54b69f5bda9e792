import '../authority.css'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import type { Keys } from '../../messages/en.ts'
import { mandateGlyph, rightsInWords, stateWords } from '../shared/words.ts'
import { ActFor } from './ActFor.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import type { MandateLine } from './MandateRows.tsx'

const everybodys = { box: 'all' }
const inputOf = ({ id }: MandateLine) => ({ id })
const holds = ({ state }: MandateLine) => state === 'holds' || state === 'coming'
const href = (mandate: MandateLine) => `/machine/mandates/${mandate.id}`

/** Whose authority is lent to whom, and the button to use it. */
export default function Mandates() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { principal } = useSession()
  const mayGrant = usePermission('authority.grant-mandate')
  const [granting, setGranting] = useState(false)
  useHotkeys([mayGrant ? { keys: 'n', label: say('authority.grant-mandate'), run: () => setGranting(true) } : null])
  const { columns, filters, views, rowTitle } = useMemo(() => {
    const titleOf = ({ to, from }: MandateLine) => say('mandate.title', { to: to.name, from: from.name })
    const rights = ({ permissions }: MandateLine) => rightsInWords(say, permissions).join(', ')
    const until = ({ untilAt }: MandateLine) => formats.weekday(formats.dayOf(untilAt))
    const list: readonly Column<MandateLine>[] = [
      {
        key: 'title',
        label: say('kind.mandate'),
        phone: 'title',
        text: titleOf,
        cell: mandate => <TitleCell title={titleOf(mandate)} snippet={rights(mandate)} />,
      },
      {
        key: 'limit',
        label: say('page.mandate.limit'),
        width: 160,
        align: 'end',
        text: ({ limit }) => (limit ? formats.money(limit) : ''),
        cell: ({ limit }) => (limit ? formats.money(limit) : say('page.machine.no-limit')),
      },
      { key: 'until', label: say('field.until'), width: 130, phone: 'right', text: until, cell: until },
      {
        key: 'state',
        label: say('field.state'),
        width: 140,
        phone: 'left',
        text: ({ state }) => stateWords(say, 'mandate', state),
        cell: ({ state }) => (
          <State glyph={mandateGlyph[state as keyof typeof mandateGlyph]}>{stateWords(say, 'mandate', state)}</State>
        ),
      },
      {
        key: 'act',
        label: say('page.mandate.use'),
        width: 130,
        phone: 'below',
        cell: mandate =>
          mandate.to.id === principal.id && mandate.state === 'holds' ? <ActFor mandateId={mandate.id} small /> : null,
      },
    ]
    const boxes: readonly ListFilter[] = [
      {
        key: 'box',
        label: say('page.mandate.whose'),
        options: (['received', 'given'] as const).map(value => ({ value, label: say(`choice.box.${value}`) })),
      },
      {
        key: 'holding',
        label: say('field.state'),
        options: [{ value: 'true', label: say('choice.state.holds') }],
      },
    ]
    const saved: readonly ListView[] = [
      { key: 'received', label: say('choice.box.received'), search: { box: 'received' } },
      { key: 'given', label: say('choice.box.given'), search: { box: 'given' } },
      { key: 'holding', label: say('choice.state.holds'), search: { holding: 'true' } },
    ]
    return { columns: list, filters: boxes, views: saved, rowTitle: titleOf }
  }, [say, formats, principal.id])
  const revoke = useEachAction<MandateLine>({ command: 'authority.revoke-mandate', inputOf, fits: holds })
  const actions = useMemo(() => (revoke ? [revoke] : []), [revoke])
  const grant = (
    <Button look="primary" keys="n" onClick={() => setGranting(true)}>
      {say('authority.grant-mandate')}…
    </Button>
  )
  return (
    <>
      <DataList
        title={say('page.mandates')}
        kind="mandate"
        query="authority.list-mandates"
        input={everybodys}
        columns={columns}
        filters={filters}
        views={views}
        actions={actions}
        rowTitle={rowTitle}
        href={href}
        rowHeight={45}
        empty={say('page.mandates.empty')}
        end={mayGrant ? grant : undefined}
      />
      {granting ? <GrantDialog onClose={() => setGranting(false)} /> : null}
    </>
  )
}
