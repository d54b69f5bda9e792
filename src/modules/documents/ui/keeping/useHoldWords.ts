import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { HoldLine, Words } from './keepingWords.ts'

/** What a hold covers, in one line. */
export function useHoldWords(): (hold: HoldLine) => string {
  const say = useSay<Words>()
  const formats = useFormats()
  return ({ record, words, kind, classCode, receivedFrom, receivedTo }) =>
    [
      record ? `${say('page.keeping.everything-of')} ${record.title}` : null,
      words ? `“${words}”` : null,
      kind ? say(`choice.kind.${kind}`) : null,
      classCode ? `${classCode.code} ${classCode.name}` : null,
      receivedFrom ? `${say('field.receivedFrom')} ${formats.fullDay(receivedFrom)}` : null,
      receivedTo ? `${say('field.receivedTo')} ${formats.fullDay(receivedTo)}` : null,
    ]
      .filter(Boolean)
      .join(' · ')
}
