import { implementQuery } from '../../../kernel/implement.ts'
import { previewQuickEntry } from '../contract.ts'
import { peopleNamed } from '../people-named.ts'
import { readQuickEntry } from '../quick-entry.ts'
import { workingCalendar } from '../working-days.ts'

export const previewQuickEntryBody = implementQuery(previewQuickEntry, async (view, { text }) => {
  const entry = readQuickEntry(text, {
    today: view.today,
    language: view.principal.language,
    calendar: workingCalendar(view.office.country),
  })
  return {
    ...entry,
    title: entry.title || null,
    dueTime: entry.dueTime?.toString({ smallestUnit: 'minute' }) ?? null,
    people: entry.person ? await peopleNamed(view, entry.person) : [],
    spans: [...entry.spans],
  }
})
