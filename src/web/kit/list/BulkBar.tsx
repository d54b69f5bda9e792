import { useFormats, useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
import { Menu, MenuItem } from '../Menu.tsx'
import { tell } from '../notices.ts'
import { useHotkeys } from '../useHotkeys.ts'
import { ExportMenu } from './ExportMenu.tsx'
import type { FileForm } from './useExport.ts'
import type { BulkAction, Column, ListRow } from './types.ts'

export interface BulkBarProps<R extends ListRow> {
  readonly columns: readonly Column<R>[]
  readonly selected: readonly R[]
  readonly actions: readonly BulkAction<R>[]
  readonly clear: () => void
  readonly onSave: (form: FileForm, rows: readonly R[]) => void
}

const mostBeside = 3

/** The ink bar: how many are selected, what they add up to, what can be done with them. */
export function BulkBar<R extends ListRow>({ columns, selected, actions, clear, onSave }: BulkBarProps<R>) {
  const say = useSay()
  const formats = useFormats()
  const possible = selected.length
    ? actions
        .filter(action => !action.hidden?.(selected))
        .map(action => ({ ...action, reason: action.refused?.(selected) }))
    : []
  useHotkeys(
    possible.map(
      action =>
        Boolean(action.keys) &&
        !action.reason && {
          keys: action.keys ?? '',
          label: action.label,
          group: say('list.with-selected'),
          run: () => action.run(selected, clear),
        },
    ),
  )
  if (!selected.length) return null
  // Many that are seldom wanted stand under one word; two or three stand by themselves.
  const spare = possible.filter(action => action.spare)
  const folded = spare.length > mostBeside ? spare : []
  const amounts = columns.flatMap(({ money }) =>
    money ? selected.map(money).filter(one => one !== null && one !== undefined) : [],
  )
  return (
    <div className="bulk on-ink" role="toolbar" aria-label={say('list.with-selected')}>
      <b>{say('list.selected', { count: selected.length })}</b>
      {amounts.length ? <span className="sum">{formats.sum(amounts)}</span> : null}
      <span className="sep" />
      {possible
        .filter(action => !folded.includes(action))
        .map(({ label, keys, run, spare, reason }) => (
          <Button
            key={label}
            look="quiet"
            keys={keys}
            className={spare ? 'opt' : ''}
            {...(reason ? { refused: reason } : {})}
            onClick={() => run(selected, clear)}
          >
            {label}
          </Button>
        ))}
      {folded.length > 0 ? (
        <Menu
          label={say('record.more')}
          align="end"
          width={280}
          button={opener => (
            <Button look="quiet" {...opener}>
              {say('record.more')}
            </Button>
          )}
        >
          {folded.map(({ label, run, reason }) => (
            <MenuItem
              key={label}
              onSelect={() => (reason ? tell({ kind: 'refused', text: reason }) : run(selected, clear))}
            >
              {reason ? `${label} (${reason})` : label}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      <ExportMenu className="opt" onSave={form => onSave(form, selected)} />
      <span className="sep" />
      <Button look="quiet" keys="esc" onClick={clear}>
        {say('list.clear')}
      </Button>
    </div>
  )
}
