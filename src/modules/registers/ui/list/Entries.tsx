import '../shared/register.css'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { BulkAction } from '../../../../web/kit/list/types.ts'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { discardRows, restoreRows } from '../../contract.ts'
import { EntryDialog } from '../shared/EntryDialog.tsx'
import type { EntryLine, RegisterDetail, RegisterKeys } from '../shared/words.ts'
import { entryHref, entryTitle, useEntryColumns, useEntryFilters } from './useEntryColumns.tsx'

/** The entries of one register. */
export default function EntriesPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RegisterDetail> query="registers.get-register" id={id}>
      {register => <Entries register={register} key={id} />}
    </RecordOf>
  )
}

function Entries({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const { id } = register.record
  const [adding, setAdding] = useState(false)
  const columns = useEntryColumns(register)
  const filters = useEntryFilters(register.fields)
  const actions = useActions(register)
  const input = useMemo(() => ({ register: id }), [id])
  const mayAdd = register.can.some(({ command }) => command === 'registers.add-row')
  useHotkeys([mayAdd ? { keys: 'shift+c', label: say('registers.add-row'), run: () => setAdding(true) } : null])
  const add = (
    <Button look="primary" icon="plus" keys="shift+c" onClick={() => setAdding(true)}>
      {say('registers.add-row')}
    </Button>
  )
  return (
    <>
      <DataList
        title={register.plural}
        kind="register-row"
        query="registers.list-rows"
        input={input}
        columns={columns}
        rowTitle={entryTitle}
        href={entryHref}
        filters={filters}
        actions={actions}
        empty={say('page.registers.rows.empty')}
        emptyAction={mayAdd ? add : undefined}
        end={
          <>
            {mayAdd ? add : null}
            <More register={register} />
          </>
        }
      />
      {adding ? (
        <EntryDialog title={register.name} fields={register.fields} register={id} onClose={() => setAdding(false)} />
      ) : null}
    </>
  )
}

/** The ways to fields, rules and import, with a mark where rules met trouble. */
function More({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const go = useGo()
  const { id } = register.record
  const troubles = register.troubles.length
  return (
    <>
      {troubles > 0 ? (
        <Button look="quiet" icon="alert-triangle" onClick={() => go(`/registers/${id}/rules`)}>
          {say('page.registers.troubles.count', { count: troubles })}
        </Button>
      ) : null}
      <Menu
        label={say('page.registers.more')}
        align="end"
        button={shared => (
          <button type="button" className="btn" {...shared} aria-label={say('page.registers.more')}>
            <Icon name="dots" small />
          </button>
        )}
      >
        <MenuItem icon="settings" onSelect={() => go(`/registers/${id}/fields`)}>
          {say('page.registers.design')}
        </MenuItem>
        <MenuItem icon="repeat" onSelect={() => go(`/registers/${id}/rules`)}>
          {say('page.registers.rules')}
        </MenuItem>
        {register.mayWrite ? (
          <MenuItem icon="upload" onSelect={() => go(`/registers/${id}/import`)}>
            {say('page.registers.import')}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  )
}

function useActions(register: RegisterDetail): readonly BulkAction<EntryLine>[] {
  const say = useSay<RegisterKeys>()
  const [search] = useSearch()
  const { run: remove } = useCommand<typeof discardRows>('registers.discard-rows', { said: say('page.registers.gone') })
  const { run: restore } = useCommand<typeof restoreRows>('registers.restore-rows', {
    said: say('page.registers.back'),
  })
  const { id } = register.record
  const isRemoved = search['discarded'] === 'true'
  return useMemo(() => {
    if (!register.mayWrite) return []
    const ids = (rows: readonly EntryLine[]) => rows.map(row => row.id)
    return [
      isRemoved
        ? {
            label: say('registers.restore-row'),
            run: (rows, clear) =>
              void restore({ id, ids: ids(rows) }).then(({ status }) => status === 'done' && clear()),
          }
        : {
            label: say('registers.discard-row'),
            run: (rows, clear) =>
              void remove({ id, ids: ids(rows) }).then(({ status }) => status === 'done' && clear()),
          },
    ]
  }, [register.mayWrite, id, isRemoved, say, remove, restore])
}
