import { useSay } from '../../language/Say.tsx'
import { useKind } from '../../session.ts'
import { Chip } from '../Chip.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'
import { Finder } from './Finder.tsx'
import { useRecordTitles } from './recordTitles.ts'
import { plain } from './schema.ts'

/** Several records, each a chip. */
export function RecordsPicker({ label, schema, value, onChange, problem, hint, optional }: ControlProps) {
  const say = useSay()
  const item = plain(plain(schema).items ?? {})
  const kind = item.kind ?? (item.control === 'person' ? 'person' : item.control === 'document' ? 'document' : '')
  const registered = useKind(kind)
  const ids = (value as readonly string[] | undefined) ?? []
  const { titleOf, learn } = useRecordTitles(kind, ids, item.optionsFrom ?? null)
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control => (
        <>
          <Finder
            control={control}
            query={item.optionsFrom ?? registered?.listQuery ?? null}
            kind={kind}
            autoFocus={false}
            icon={registered?.icon ?? 'user'}
            onPick={option => {
              learn(option)
              if (!ids.includes(option.id)) onChange([...ids, option.id])
            }}
          />
          {ids.length ? (
            <div className="chips">
              {ids.map(id => (
                <Chip
                  key={id}
                  name=""
                  value={titleOf(id)}
                  away={say('form.pick.clear', { name: titleOf(id) })}
                  onRemove={() => onChange(ids.filter(one => one !== id))}
                />
              ))}
            </div>
          ) : null}
        </>
      )}
    </Field>
  )
}
