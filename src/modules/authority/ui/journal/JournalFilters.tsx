import { Popover } from '@mantine/core'
import { useMemo, useState } from 'react'
import { AddChip, Chip } from '../../../../web/kit/Chip.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useRegistry } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPrincipals } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { areaOf, areaWords, commandWords } from '../shared/words.ts'
import { type JournalLine, journalKeys } from './journalInput.ts'

/** Most colleagues an office's list of who holds. */
const mostPeople = 1_000

/** Who, what, when, which record: chosen in one place, kept in the address, each a chip. */
export function JournalFilters({ lines }: { readonly lines: readonly JournalLine[] }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const [open, setOpen] = useState(false)
  const people = useQuery<typeof listPrincipals>('authority.list-principals', { limit: mostPeople })
  const colleagues = (people.data?.rows ?? []) as readonly { id: string; name: string }[]
  const nameOf = (id: string) =>
    colleagues.find(one => one.id === id)?.name ?? lines.find(({ who }) => who.id === id)?.who.name ?? '…'
  const titleOf = (id: string) => lines.flatMap(({ records }) => records).find(one => one.id === id)?.title ?? '…'
  const chips = {
    who: { name: say('field.who'), words: nameOf },
    act: { name: say('field.command'), words: (act: string) => commandWords(say, act) },
    record: { name: say('page.journal.record'), words: titleOf },
    from: { name: say('field.from'), words: formats.fullDay },
    until: { name: say('field.until'), words: formats.fullDay },
  }
  return (
    <div className="chips">
      {journalKeys.map(key =>
        search[key] ? (
          <Chip
            key={key}
            name={chips[key].name}
            value={chips[key].words(search[key])}
            onRemove={() => change({ [key]: null })}
          />
        ) : null,
      )}
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={300} trapFocus returnFocus>
        <Popover.Target>
          <AddChip label={say('filter.add')} onClick={() => setOpen(!open)} />
        </Popover.Target>
        <Popover.Dropdown className="journal-filter form" aria-label={say('filter.add')}>
          <SelectField
            label={say('field.who')}
            value={search['who'] ?? ''}
            options={[['', say('page.machine.everybody')], ...colleagues.map(one => [one.id, one.name] as const)]}
            onChange={value => change({ who: value || null })}
          />
          <ActField value={search['act'] ?? ''} onChange={act => change({ act: act || null })} />
          {(['from', 'until'] as const).map(key => (
            <DateControl
              key={key}
              label={chips[key].name}
              schema={{}}
              value={search[key]}
              words={String}
              onChange={day => change({ [key]: day ? String(day) : null })}
            />
          ))}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** Every act there is, by area. */
function ActField({ value, onChange }: { readonly value: string; readonly onChange: (act: string) => void }) {
  const say = useSay<Keys>()
  const registry = useRegistry()
  const areas = useMemo(() => {
    const acts = (registry?.commands ?? []).map(({ name }) => ({ name, words: commandWords(say, name) }))
    const sorted = acts.toSorted((a, b) => a.words.localeCompare(b.words))
    return [...Map.groupBy(sorted, ({ name }) => areaOf(name))]
  }, [registry, say])
  return (
    <Field label={say('field.command')}>
      {control => (
        <select className="input" {...control} value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{say('page.machine.everything')}</option>
          {areas.map(([area, acts]) => (
            <optgroup key={area} label={areaWords(say, area)}>
              {acts.map(({ name, words }) => (
                <option key={name} value={name}>
                  {words}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
