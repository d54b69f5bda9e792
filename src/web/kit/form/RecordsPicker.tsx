import { useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useKind } from '../../session.ts'
import { Chip } from '../Chip.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'
import { Finder } from './RecordPicker.tsx'
import { plain } from './schema.ts'

/** Several records, each a chip. */
export function RecordsPicker({ label, schema, value, onChange, problem, hint, optional }: ControlProps) {
  const say = useSay()
  const item = plain(plain(schema).items ?? {})
  const kind = item.kind ?? (item.control === 'person' ? 'person' : item.control === 'document' ? 'document' : '')
  const registered = useKind(kind)
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const ids = (value as readonly string[] | undefined) ?? []
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
              setTitles(new Map(titles).set(option.id, option.title))
              if (!ids.includes(option.id)) onChange([...ids, option.id])
            }}
          />
          {ids.length ? (
            <div className="chips">
              {ids.map(id => (
                <Chip
                  key={id}
                  name=""
                  value={titles.get(id) ?? say('form.choose')}
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
