/** What a request is for the desk: a task that waits for whoever was asked and reminds them, and one when something comes. */
import type { Act } from '../../../kernel/implement.ts'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import { type TaskWish, workingCalendar } from '../../work/contract.ts'
import { catalogues } from '../messages/index.ts'
import type { ItemRow, RequestRow } from './request-row.ts'
import { writeRequest } from './request-letter.ts'

/** From this class on what is asked for is named on the page alone, never in a mail. */
const quietFrom = 2
/** Two working days before the day somebody outside is reminded, then each week, three times in all. */
const remindBefore = 2
const everyDays = 5
const mostReminders = 3
const longestText = 4_000

export const waitingKey = ({ id, round }: Pick<RequestRow, 'id' | 'round'>): string =>
  `documents:file-request:${id}:${round}`

type Asked = Pick<RequestRow, 'title' | 'asked_of' | 'language' | 'letter' | 'due_on' | 'asked_by_name'> & {
  readonly class: number
}

/** The mail of a request, as it stands now. */
export function letterOf(
  view: Pick<Act, 'office'>,
  row: Asked,
  items: readonly Pick<ItemRow, 'label' | 'ticked'>[],
): { subject: string; body: string } {
  return writeRequest(row.language, {
    name: row.asked_of,
    title: row.title,
    items: items.filter(({ ticked }) => !ticked).map(({ label }) => label),
    dueOn: row.due_on,
    from: row.asked_by_name ?? view.office.name,
    office: view.office.name,
    letter: row.letter,
    isQuiet: row.class >= quietFrom,
  })
}

const inOffice = (act: Pick<Act, 'office'>, key: keyof (typeof catalogues)['en'], params: object): string => {
  const language = nearestLanguage(act.office.language)
  return translate(catalogues[language][key], params as Record<string, unknown>, language).slice(0, 300)
}

/** The day of the first reminder: before the request is due, never before tomorrow. */
function firstReminder(act: Act, dueOn: Temporal.PlainDate): Temporal.PlainDate {
  const calendar = workingCalendar(act.office.country)
  let day = calendar.onOrBefore(dueOn)
  for (let left = remindBefore; left > 0; left--) day = calendar.onOrBefore(day.subtract({ days: 1 }))
  const tomorrow = calendar.onOrAfter(act.today.add({ days: 1 }))
  return Temporal.PlainDate.compare(day, tomorrow) < 0 ? tomorrow : day
}

/** The task that waits: its plan to ask again is work's own, with the request's words. */
export function waitingTask(
  act: Act,
  row: Asked & Pick<RequestRow, 'id' | 'round' | 'email' | 'party_id' | 'asked_by'>,
  items: readonly Pick<ItemRow, 'label' | 'ticked'>[],
): TaskWish {
  const { body } = letterOf(act, row, items)
  const text = body.length <= longestText ? body : letterOf(act, { ...row, class: quietFrom }, items).body
  const calendar = workingCalendar(act.office.country)
  return {
    key: waitingKey(row),
    title: inOffice(act, 'task.files-from', { name: row.asked_of, title: row.title }),
    ownerId: row.asked_by,
    sourceId: row.id,
    dueOn: row.due_on,
    effortMinutes: 5,
    reason: inOffice(act, 'task.files-from.reason', {}),
    waiting: {
      for: row.asked_of,
      ...(row.party_id ? { forId: row.party_id } : {}),
      chaseOn: calendar.onOrAfter(row.due_on.add({ days: 1 })),
      chase: {
        name: row.asked_of,
        ...(row.email ? { email: row.email } : {}),
        language: row.language,
        firstOn: firstReminder(act, row.due_on),
        every: everyDays,
        most: mostReminders,
        text,
      },
    },
  }
}

/** Something has come: one task a day, however many files. */
export const cameTask = (act: Act, row: RequestRow): TaskWish => ({
  key: `${waitingKey(row)}:came:${act.today}`,
  title: inOffice(act, 'task.files-came', { name: row.asked_of, title: row.title }),
  ownerId: row.asked_by,
  sourceId: row.id,
  dueOn: workingCalendar(act.office.country).onOrAfter(act.today.add({ days: 1 })),
  effortMinutes: 10,
  reason: inOffice(act, 'task.files-came.reason', { name: row.asked_of }),
})
