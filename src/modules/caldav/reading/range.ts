/** Ranges of time as programs write them (RFC 4791, 9.9): instants in UTC, one of them at least. */
import { momentOf } from '../../../formats/ical/rule.ts'
import { attribute, type XmlElement } from '../../../formats/xml/element.ts'
import { DavFault } from './fault.ts'

export interface TimeRange {
  /** Milliseconds since 1970; the ends of time where one is not given. */
  readonly from: number
  readonly to: number
}

/** Before and after anything that an office's calendar holds. */
export const firstOfAll = Date.UTC(1900, 0, 1)
export const lastOfAll = Date.UTC(2200, 0, 1)

function utc(element: XmlElement, name: string): number | null {
  const text = attribute(element, name)
  if (text === null) return null
  const moment = momentOf(text.trim())
  if (moment?.kind !== 'utc') throw new DavFault(400, 'C:valid-filter')
  const at = moment.seconds * 1000
  // RFC 4791, 5.2.6 and 5.2.7: what is beyond is cut to the ends.
  return Math.max(firstOfAll, Math.min(lastOfAll, at))
}

/** `both`: expand and its like need both ends. */
export function rangeOf(element: XmlElement, both = false): TimeRange {
  const [from, to] = [utc(element, 'start'), utc(element, 'end')]
  if ((from === null && to === null) || (both && (from === null || to === null)))
    throw new DavFault(400, 'C:valid-filter')
  const range = { from: from ?? firstOfAll, to: to ?? lastOfAll }
  if (range.to <= range.from) throw new DavFault(400, 'C:valid-filter')
  return range
}

/** `20260501T080000Z` */
export const utcStamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
/** `20260501` of a day that is kept as its beginning in UTC. */
export const dayStamp = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
