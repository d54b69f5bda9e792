/** How the demo office's people stand to each other, and what whoever answers the telephone should know. */

/** Acts as the owner and gives the answer; fails where it was not done. */
type Must = (command: string, input: unknown) => Promise<{ readonly id: string }>

const relations = [
  ['Elin Bergqvist', 'reports-to', 'Johan Almgren', ''],
  ['Nadia Rahimi', 'deputy-of', 'Elin Bergqvist', 'when she is away'],
  ['Maria Lindqvist', 'reports-to', 'Johan Almgren', ''],
] as const

const notes = [
  ['Johan Almgren', 'manner', 'In meetings until ten; take a message and say when he rings back.', 1],
  ['Johan Almgren', 'must-not-say', 'That the office looks for larger rooms.', 2],
  ['Ingrid Tveit', 'may-say', 'Her mobile number, to clients and authorities.', 1],
] as const

const ways = [
  ['Ingrid Tveit', ['nb', 'sv', 'en'], 'message'],
  ['Johan Almgren', ['sv', 'en', 'de'], 'telephone'],
  ['Andrei Munteanu', ['ro', 'en', 'fr'], 'mail'],
] as const

/** People who are not in the directory are left out. */
export async function seedPeople(must: Must, people: ReadonlyMap<string, string>): Promise<void> {
  const kind = 'person'
  for (const [name, relation, other, note] of relations) {
    const [id, otherId] = [people.get(name), people.get(other)]
    if (id && otherId) await must('directory.add-relation', { id, kind, relation, otherId, ...(note ? { note } : {}) })
  }
  for (const [name, what, body, level] of notes) {
    const id = people.get(name)
    if (id) await must('directory.write-caller-note', { id, kind, what, body, class: level })
  }
  for (const [name, languages, preferredWay] of ways) {
    const id = people.get(name)
    if (id) await must('directory.change-party', { id, kind, languages, preferredWay })
  }
}

/** Acts as one of the people, by their name. */
type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>

/** What colleagues hand to the one who looks after the office: what the bell tells of first. */
export async function seedHandedOver(actAs: ActAs, people: ReadonlyMap<string, string>): Promise<void> {
  const ownerId = people.get('Elin Bergqvist')
  if (!ownerId) return
  await actAs('Maria Lindqvist', 'work.create-task', { title: 'Ask Bredband Väst for a copy of bill 40117', ownerId })
  await actAs('Johan Almgren', 'work.create-task', { title: 'Find a room for the board on Thursday', ownerId })
}
