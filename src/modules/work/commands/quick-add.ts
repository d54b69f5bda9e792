import { implementCommand } from '../../../kernel/implement.ts'
import { entryWithoutTitle, personAmbiguous, personUnknown, quickAdd, taskCreated } from '../contract.ts'
import { makeTask, type TaskFacts } from '../new-task.ts'
import { peopleNamed } from '../people-named.ts'
import { readQuickEntry } from '../quick-entry.ts'
import { withinNamed } from '../within-named.ts'
import { workingCalendar } from '../working-days.ts'

export const quickAddBody = implementCommand(quickAdd, {
  async run(act, input) {
    const known = await withinNamed(act, input.text)
    const entry = readQuickEntry(input.text, {
      today: act.today,
      language: act.principal.language,
      calendar: workingCalendar(act.office.country),
      numbers: known,
    })
    const sourceId = input.sourceId ?? (entry.number === null ? undefined : known.get(entry.number)?.id)
    if (!entry.title) act.refuse(entryWithoutTitle, { text: input.text })
    const people = entry.person ? await peopleNamed(act, entry.person) : []
    if (entry.person && people.length === 0) act.refuse(personUnknown, { name: entry.person })
    if (people.length > 1)
      act.refuse(personAmbiguous, { name: entry.person, people: people.map(person => person.title).join(', ') })
    const [person] = people
    const facts: TaskFacts = {
      title: entry.title,
      dueOn: entry.dueOn,
      dueAt:
        entry.dueOn && entry.dueTime
          ? entry.dueOn.toZonedDateTime({ timeZone: act.office.zone, plainTime: entry.dueTime }).toInstant()
          : null,
      effortMinutes: entry.effortMinutes,
      urgency: entry.urgency,
      repeat: entry.repeat,
      forId: person && person.kind !== 'principal' ? person.id : input.forId,
      sourceId,
      ...(person?.kind === 'principal' ? { ownerId: person.id } : {}),
    }
    const id = await makeTask(act, facts)
    act.emit(
      taskCreated,
      { id, title: entry.title, ownerId: facts.ownerId ?? act.principal.id, sourceId: sourceId ?? null },
      sourceId ? [id, sourceId] : [id],
    )
    return { output: { id, version: 1 }, undo: { command: 'work.drop-task', input: { id, expectedVersion: 1 } } }
  },
})
