import { implementQuery } from '../../../kernel/implement.ts'
import { previewQuickEntry } from '../contract.ts'
import { peopleNamed } from '../people-named.ts'
import { readQuickEntry } from '../quick-entry.ts'
import { withinNamed } from '../within-named.ts'
import { workingCalendar } from '../working-days.ts'

export const previewQuickEntryBody = implementQuery(previewQuickEntry, async (view, { text }) => {
  const known = await withinNamed(view, text)
  const { number, ...entry } = readQuickEntry(text, {
    today: view.today,
    language: view.principal.language,
    calendar: workingCalendar(view.office.country),
    numbers: known,
  })
  return {
    ...entry,
    title: entry.title || null,
    dueTime: entry.dueTime?.toString({ smallestUnit: 'minute' }) ?? null,
    people: entry.person ? await peopleNamed(view, entry.person) : [],
    within: number === null ? null : (known.get(number) ?? null),
    spans: [...entry.spans],
  }
})
