import { useMemo } from 'react'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { shownText } from '../shared/Shown.tsx'
import type { EntryLine, FieldLine, RegisterDetail, RegisterKeys } from '../shared/words.ts'

const widths: Readonly<Partial<Record<FieldLine['type'], number>>> = {
  number: 100,
  money: 130,
  date: 120,
  yesno: 110,
  choice: 130,
  phone: 150,
  computed: 120,
}
const figures: ReadonlySet<string> = new Set(['number', 'money', 'computed'])

export const entryTitle = (row: EntryLine) => row.title
export const entryHref = (row: EntryLine) => `/register-rows/${row.id}`

/** The title first, then the fields that are shown in the list. */
export function useEntryColumns(register: RegisterDetail): readonly Column<EntryLine>[] {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const shown = register.fields.filter(field => field.inList && !register.titlePattern.includes(`{${field.key}}`))
    const own = shown.filter((field, at) => register.titlePattern !== '' || at > 0 || field.type !== 'text')
    return [
      {
        key: 'title',
        label: register.name,
        phone: 'title',
        sortable: true,
        text: entryTitle,
        cell: row => <span className="ttl clip">{row.title}</span>,
      },
      ...own.map((field, at): Column<EntryLine> => {
        const text = (row: EntryLine) => shownText(field, row.values[field.key], say, formats)
        const money = field.type === 'money' ? { money: (row: EntryLine) => amountOf(row.values[field.key]) } : {}
        return {
          key: field.key,
          label: field.name,
          width: widths[field.type] ?? 160,
          sortable: field.type !== 'party' && field.type !== 'record' && field.type !== 'choices',
          text,
          cell: text,
          ...(figures.has(field.type) ? { align: 'end' as const } : {}),
          ...(at > 2 ? { wide: true } : {}),
          ...(at === 0 ? { phone: 'left' as const } : at === 1 ? { phone: 'right' as const } : {}),
          ...money,
        }
      }),
    ]
  }, [register.fields, register.name, register.titlePattern, say, formats])
}

const amountOf = (value: EntryLine['values'][string] | undefined) =>
  typeof value === 'object' && 'amount' in value ? value : null

/** Choices, yes or no, and spans of dates. */
export function useEntryFilters(fields: readonly FieldLine[]): readonly ListFilter[] {
  const say = useSay<RegisterKeys>()
  return useMemo(() => {
    const none = { value: '-', label: say('page.registers.none') }
    const ofFields = fields.flatMap((field): ListFilter[] => {
      const key = `f.${field.key}`
      if (field.type === 'choice' || field.type === 'choices')
        return [
          {
            key,
            label: field.name,
            many: true,
            options: [...field.options.map(({ id, name }) => ({ value: id, label: name })), none],
          },
        ]
      if (field.type === 'yesno')
        return [
          {
            key,
            label: field.name,
            options: [
              { value: 'true', label: say('page.registers.yes') },
              { value: 'false', label: say('page.registers.no') },
            ],
          },
        ]
      if (field.type === 'date')
        return [
          { key: `${key}.from`, label: say('page.registers.from', { name: field.name }), type: 'day' },
          { key: `${key}.to`, label: say('page.registers.to', { name: field.name }), type: 'day' },
        ]
      return field.required || field.type === 'computed' ? [] : [{ key, label: field.name, options: [none] }]
    })
    const removed = { value: 'true', label: say('page.registers.yes') }
    return [...ofFields, { key: 'discarded', label: say('page.registers.removed'), options: [removed] }]
  }, [fields, say])
}
