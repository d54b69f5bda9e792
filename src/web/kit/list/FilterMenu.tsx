import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useSearch } from '../../useAddress.ts'
import { AddChip } from '../Chip.tsx'
import { DateControl } from '../form/DateControl.tsx'
import { toggled, valuesOf } from './filters.ts'
import type { ListFilter } from './types.ts'

/** All that can be filtered by, in one place; what is chosen becomes a chip. */
export function FilterMenu({ filters }: { readonly filters: readonly ListFilter[] }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <AddChip label={say('filter.add')} onClick={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown className="filter-menu" aria-label={say('filter.add')}>
        {filters.map(filter => (
          <FilterChoice key={filter.key} filter={filter} close={() => setOpen(false)} />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

function FilterChoice({ filter, close }: { readonly filter: ListFilter; readonly close: () => void }) {
  const [search, change] = useSearch()
  const value = search[filter.key]
  const chosen = valuesOf(value)
  if (filter.type === 'day') {
    return (
      <div className="filter-day">
        <DateControl
          label={filter.label}
          schema={{}}
          value={value}
          words={String}
          onChange={day => {
            change({ [filter.key]: day ? String(day) : null })
            if (day) close()
          }}
        />
      </div>
    )
  }
  return (
    <fieldset>
      <legend>{filter.label}</legend>
      {filter.options?.map(option => (
        <label key={option.value}>
          <input
            className="box"
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => {
              change({ [filter.key]: toggled(value, option.value, Boolean(filter.many)) })
              if (!filter.many) close()
            }}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
