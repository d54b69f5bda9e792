import { useFormats, useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
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
  const amounts = columns.flatMap(({ money }) =>
    money ? selected.map(money).filter(one => one !== null && one !== undefined) : [],
  )
  return (
    <div className="bulk on-ink" role="toolbar" aria-label={say('list.with-selected')}>
      <b>{say('list.selected', { count: selected.length })}</b>
      {amounts.length ? <span className="sum">{formats.sum(amounts)}</span> : null}
      <span className="sep" />
      {possible.map(({ label, keys, run, spare, reason }) => (
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
      <ExportMenu className="opt" onSave={form => onSave(form, selected)} />
      <span className="sep" />
      <Button look="quiet" keys="esc" onClick={clear}>
        {say('list.clear')}
      </Button>
    </div>
  )
}
