import { type Component, parseIcal } from '../../formats/ical/component.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'
import { type OneEvent, splitEvents } from '../../formats/ical/split.ts'
import { sha256 } from '../../kernel/canonical.ts'

/** The name under which an event from elsewhere lies in the calendar here: the same for the same UID. */
export const hrefOf = (uid: string): string => `${sha256('feed:', uid).toString('hex').slice(0, 40)}.ics`

export type Opened =
  | { readonly ok: true; readonly events: readonly OneEvent[]; readonly calendars: readonly Component[] }
  | { readonly ok: false; readonly why: string; readonly line: number }

/** What somebody else wrote, as events that ask and ring for nobody here. */
export function openFile(source: Uint8Array | string, bytes: number): Opened {
  try {
    const calendars = parseIcal(source, { bytes }).filter(({ name }) => name === 'VCALENDAR')
    return { ok: true, calendars, events: splitEvents(calendars, { withoutPeople: true }) }
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return { ok: false, why: thrown.problem, line: thrown.line }
    throw thrown
  }
}
