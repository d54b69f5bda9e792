import './pay.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../web/kit/list/types.ts'
import { openCommand } from '../../../web/kit/openers.ts'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../web/language/Say.tsx'
import { useGo } from '../../../web/Link.tsx'
import { usePermission } from '../../../web/session.ts'
import { monthWords } from './quantity.ts'
import { type PayKeys, periodGlyphs, type PeriodLine } from './words.ts'

const rowTitle = (row: PeriodLine) => row.month
const href = (row: PeriodLine) => `/pay/${row.id}`

/** The months of pay, the newest first. */
export default function Periods() {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const go = useGo()
  const mayOpen = usePermission('payinputs.open-period')
  const mayLayout = usePermission('payinputs.set-layout')
  const columns = useMemo<readonly Column<PeriodLine>[]>(
    () => [
      {
        key: 'month',
        label: say('field.payinputs.month'),
        phone: 'title',
        text: rowTitle,
        cell: row => monthWords(language, row.month),
      },
      {
        key: 'handedIn',
        label: say('page.pay.handed-in'),
        width: 130,
        align: 'end',
        phone: 'right',
        text: row => `${row.handedIn} / ${row.people}`,
        cell: row => `${formats.number(row.handedIn)} / ${formats.number(row.people)}`,
      },
      {
        key: 'inputs',
        label: say('page.pay.entries'),
        width: 120,
        align: 'end',
        text: row => String(row.inputs),
        cell: row => formats.number(row.inputs),
      },
      {
        key: 'state',
        label: say('page.pay.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.pay-period.${row.state}`),
        cell: row => <State glyph={periodGlyphs[row.state]}>{say(`state.pay-period.${row.state}`)}</State>,
      },
    ],
    [say, formats, language],
  )
  const open = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'payinputs.open-period',
          input: { month: formats.today().slice(0, 7) },
          done: answer => go(`/pay/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('payinputs.open-period')}
    </Button>
  )
  return (
    <DataList
      title={say('page.pay')}
      kind="pay-period"
      query="payinputs.list-periods"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      empty={say('page.pay.empty')}
      emptyAction={<ButtonLink href="/pay/people">{say('page.pay.people')}</ButtonLink>}
      end={
        <div className="pay-ends">
          <ButtonLink href="/pay/people">{say('page.pay.people')}</ButtonLink>
          {mayLayout ? (
            <Button onClick={() => openCommand({ command: 'payinputs.set-layout' })}>
              {say('payinputs.set-layout')}
            </Button>
          ) : null}
          {mayOpen ? open('primary') : null}
        </div>
      }
    />
  )
}
