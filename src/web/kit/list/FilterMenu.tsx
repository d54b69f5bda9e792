import { Menu } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useSearch } from '../../useAddress.ts'
import { AddChip } from '../Chip.tsx'
import { DateControl } from '../form/DateControl.tsx'
import { Icon } from '../Icon.tsx'
import { toggled, valuesOf } from './filters.ts'
import type { ListFilter } from './types.ts'

/** All that can be filtered by, in one menu; what is chosen becomes a chip. */
export function FilterMenu({ filters }: { readonly filters: readonly ListFilter[] }) {
  const say = useSay()
  const [search, change] = useSearch()
  const [open, setOpen] = useState(false)
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-start" width={260}>
      <Menu.Target>
        <AddChip label={say('filter.add')} />
      </Menu.Target>
      <Menu.Dropdown className="filter-menu">
        {filters.map((filter) => (
          <div key={filter.key}>
            <Menu.Label>{filter.label}</Menu.Label>
            {filter.type === 'day' ? (
              <div style={{ padding: '0 8px 6px' }}>
                <DateControl
                  label={filter.label}
                  schema={{}}
                  value={search[filter.key]}
                  words={String}
                  onChange={(day) => {
                    change({ [filter.key]: day ? String(day) : null })
                    setOpen(false)
                  }}
                />
              </div>
            ) : (
              filter.options?.map(({ value, label }) => {
                const chosen = valuesOf(search[filter.key]).includes(value)
                return (
                  <Menu.Item
                    key={value}
                    closeMenuOnClick={!filter.many}
                    leftSection={<Icon name={chosen ? 'check' : 'circle'} style={chosen ? {} : { opacity: 0 }} />}
                    onClick={() => change({ [filter.key]: toggled(search[filter.key], value, Boolean(filter.many)) })}
                  >
                    {label}
                    {chosen ? <span className="vh"> ✓</span> : null}
                  </Menu.Item>
                )
              })
            )}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
