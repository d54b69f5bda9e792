import type { FieldFacts } from '../../../../web/kit/editor/RichEditor.tsx'
import type { SayFunction } from '../../../../web/language/Say.tsx'

/** Fields with the names that people know them by. */
export const fieldsOf = (
  say: SayFunction<string>,
  fields: readonly { readonly name: string; readonly value: string | null }[],
): FieldFacts[] =>
  fields.map(({ name, value }) => ({
    name,
    value,
    label: name.startsWith('ask.') ? name.slice(4) : (say.maybe(`page.field.${name}`) ?? name),
  }))
