import { useSay } from '../../language/Say.tsx'
import { useKind } from '../../session.ts'
import { Icon } from '../Icon.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'
import { Finder } from './Finder.tsx'
import { useRecordTitles } from './recordTitles.ts'
import { plain } from './schema.ts'

/** A record found by typing part of its name: the kind's list query, or the one that the schema names. */
export function RecordPicker({
  label,
  schema: given,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
}: ControlProps) {
  const say = useSay()
  const schema = plain(given)
  const kind = schema.kind ?? (schema.control === 'person' ? 'person' : schema.control === 'document' ? 'document' : '')
  const registered = useKind(kind)
  const query = schema.optionsFrom ?? registered?.listQuery ?? null
  const id = typeof value === 'string' && value ? value : null
  const { titleOf, learn } = useRecordTitles(kind, id === null ? [] : [id])
  const title = id === null ? null : titleOf(id)
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control =>
        id !== null && title !== null ? (
          <button type="button" className="chosen" {...control} onClick={() => onChange(undefined)}>
            <Icon name={registered?.icon ?? (kind === 'person' ? 'user' : 'file-text')} small />
            <span className="clip">{title}</span>
            <span className="vh">{say('form.pick.clear', { name: title })}</span>
            <Icon name="x" small />
          </button>
        ) : (
          <Finder
            control={control}
            query={query}
            kind={kind}
            autoFocus={Boolean(autoFocus)}
            onPick={option => {
              learn(option)
              onChange(option.id)
            }}
            icon={registered?.icon ?? (kind === 'person' ? 'user' : 'file-text')}
          />
        )
      }
    </Field>
  )
}
