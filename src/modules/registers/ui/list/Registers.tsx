import '../shared/register.css'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { createFromTemplate, listRegisters, listTemplates } from '../../contract.ts'
import type { RegisterKeys } from '../shared/words.ts'

type RegisterRow = OutputOf<typeof listRegisters>['rows'][number]

const rowTitle = (row: RegisterRow) => row.title
const href = (row: RegisterRow) => `/registers/${row.id}`

/** Every register that one may see. */
export default function Registers() {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const [making, setMaking] = useState(false)
  const mayMake = usePermission('registers.create-register')
  const columns = useMemo<readonly Column<RegisterRow>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.register'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.description} />,
      },
      {
        key: 'rows',
        label: say('page.registers.rows'),
        width: 110,
        align: 'end',
        phone: 'right',
        text: row => String(row.rows),
        cell: row => formats.number(row.rows),
      },
      {
        key: 'fields',
        label: say('page.registers.fields'),
        width: 110,
        align: 'end',
        wide: true,
        text: row => String(row.fields),
        cell: row => formats.number(row.fields),
      },
    ],
    [say, formats],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'retired',
        label: say('page.registers.retired'),
        options: [{ value: 'true', label: say('page.registers.yes') }],
      },
    ],
    [say],
  )
  const make = (look?: 'primary') => (
    <Button {...(look ? { look } : {})} icon="plus" onClick={() => setMaking(true)}>
      {say('registers.create-register')}
    </Button>
  )
  return (
    <>
      <DataList
        title={say('page.registers')}
        kind="register"
        query="registers.list-registers"
        columns={columns}
        rowTitle={rowTitle}
        rowHeight={45}
        href={href}
        filters={filters}
        empty={say('page.registers.empty')}
        emptyAction={mayMake ? make() : undefined}
        end={mayMake ? make('primary') : undefined}
      />
      {making ? <NewRegister onClose={() => setMaking(false)} /> : null}
    </>
  )
}

/** A template in one's own words, or a register of one's own. */
function NewRegister({ onClose }: { readonly onClose: () => void }) {
  const say = useSay<RegisterKeys>()
  const go = useGo()
  const { data } = useQuery<typeof listTemplates>('registers.list-templates', {})
  const creating = useCommand<typeof createFromTemplate>('registers.create-from-template', {
    said: say('page.registers.added'),
  })
  const take = async (template: string) => {
    const answer = await creating.run({ template } as never)
    if (answer.status === 'done') go(`/registers/${answer.output.id}`)
    onClose()
  }
  return (
    <Dialog title={say('registers.create-register')} about={say('page.registers.new')} onClose={onClose}>
      <div className="register-choices">
        {data?.rows.map(template => (
          <button type="button" key={template.key} disabled={creating.busy} onClick={() => void take(template.key)}>
            <Icon name={template.icon} />
            <b>{template.plural}</b>
            <span className="t3">{template.description}</span>
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            onClose()
            openCommand({ command: 'registers.create-register' })
          }}
        >
          <Icon name="plus" />
          <b>{say('page.registers.own')}</b>
          <span className="t3">{say('page.registers.own.about')}</span>
        </button>
      </div>
    </Dialog>
  )
}
