/** Finding text in properties (RFC 4791, 7.5 and 9.7.5; RFC 6352, 10.5.4), shared by calendars and address books. */
import type { Property } from '../../../formats/ical/component.ts'
import { attribute, type XmlElement } from '../../../formats/xml/element.ts'
import { DavFault } from './fault.ts'

export interface TextMatch {
  readonly text: string
  readonly negated: boolean
  readonly how: 'contains' | 'equals' | 'starts-with' | 'ends-with'
  readonly fold: (text: string) => string
}

const asciiFold = (text: string): string => text.replace(/[A-Z]/g, sign => sign.toLowerCase())
const unicodeFold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The collations that are spoken here (RFC 4790; i;unicode-casemap is RFC 5051). */
export const collations: Readonly<Record<string, (text: string) => string>> = {
  'i;ascii-casemap': asciiFold,
  'i;octet': text => text,
  'i;unicode-casemap': unicodeFold,
  default: unicodeFold,
}

const hows = ['contains', 'equals', 'starts-with', 'ends-with'] as const

export function textMatchOf(element: XmlElement, prefix: 'C' | 'CR'): TextMatch {
  const fold = collations[attribute(element, 'collation') ?? 'default']
  if (!fold) throw new DavFault(403, `${prefix}:supported-collation`)
  const how = attribute(element, 'match-type') ?? 'contains'
  if (!hows.includes(how as TextMatch['how'])) throw new DavFault(403, `${prefix}:supported-filter`)
  return {
    text: fold(element.text),
    negated: attribute(element, 'negate-condition') === 'yes',
    how: how as TextMatch['how'],
    fold,
  }
}

const found = (within: string, { text, how }: TextMatch): boolean =>
  how === 'contains'
    ? within.includes(text)
    : how === 'equals'
      ? within === text
      : how === 'starts-with'
        ? within.startsWith(text)
        : within.endsWith(text)

export const matchesText = (value: string, match: TextMatch): boolean =>
  found(match.fold(value), match) !== match.negated

export interface ParameterFilter {
  readonly name: string
  readonly absent: boolean
  readonly match: TextMatch | null
}

export const matchesParameter = (property: Property, { name, absent, match }: ParameterFilter): boolean => {
  const values = property.parameters.get(name)
  if (absent) return values === undefined
  if (!values) return false
  return !match || values.some(value => matchesText(value, match))
}
