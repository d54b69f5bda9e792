import type { Formats } from '../../../../web/format/formats.ts'
import { type SayFunction, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import type { FieldLine, RegisterKeys, Shown } from './words.ts'

/** A value in words, as it stands in a cell or a file. */
export function shownText(
  field: FieldLine,
  value: Shown | undefined,
  say: SayFunction<RegisterKeys>,
  formats: Formats,
): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return say(value ? 'page.registers.yes' : 'page.registers.no')
  if (typeof value === 'string') {
    if (field.type === 'date') return formats.day(value)
    return field.type === 'number' ? formats.number(Number(value)) : value
  }
  if (Array.isArray(value)) return value.map(option => option.name).join(', ')
  if ('amount' in value) return formats.money(value)
  if ('counts' in value) return counted(value, say)
  return 'name' in value ? value.name : value.title
}

function counted(
  { count, counts }: { readonly count: number; readonly counts: string },
  say: SayFunction<RegisterKeys>,
): string {
  if (counts === 'age') return say('page.registers.years', { count })
  return count < 0 ? say('page.registers.days.past', { count: -count }) : say('page.registers.days', { count })
}

/** A value on the page of its entry: what is linked can be followed, addresses can be used. */
export function ShownValue({ field, value }: { readonly field: FieldLine; readonly value: Shown | undefined }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  if (value === undefined) return <span className="t3">—</span>
  const text = shownText(field, value, say, formats)
  if (typeof value === 'object' && 'kind' in value) {
    const href = recordHref(kinds, value.kind, value.id)
    return href ? (
      <Link href={href} className="link">
        {text}
      </Link>
    ) : (
      text
    )
  }
  if (field.type === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (field.type === 'phone') return <a href={`tel:${text.replace(/[^\d+]/g, '')}`}>{text}</a>
  if (field.type === 'longtext' || field.type === 'address') return <span className="register-long">{text}</span>
  return text
}
