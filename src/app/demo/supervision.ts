/** Who leads whom in the demo office, and what is looked at. */

/** Acts as one of the people, by their name. */
// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type ActAs = (who: string, command: string, input: unknown) => Promise<any>

export async function seedSupervision(actAs: ActAs, people: ReadonlyMap<string, string>): Promise<void> {
  const lead = 'Elin Bergqvist'
  const superiorId = people.get(lead)
  for (const [name, team] of [
    ['Maria Lindqvist', 'Ekonomi'],
    ['Nadia Rahimi', 'Reception'],
  ] as const) {
    const personId = people.get(name)
    if (personId && superiorId) await actAs(lead, 'supervision.set-superior', { personId, superiorId, team })
  }
  const [boss, maria] = [people.get('Johan Almgren'), people.get('Maria Lindqvist')]
  if (boss && superiorId) await actAs(lead, 'supervision.set-superior', { personId: superiorId, superiorId: boss })
  if (!maria) return
  await actAs(lead, 'supervision.ask-review', { personId: maria, every: 5, note: 'Siffror och mottagare.' })
  const title = 'Brev till hyresvärden om utkast 3'
  const { id } = await actAs(lead, 'work.create-task', { title, ownerId: maria })
  await actAs('Maria Lindqvist', 'supervision.show-work', { id, note: 'Stämmer punkt 4?' })
  for (const [what, mistake] of [
    ['Momsavstämning oktober', 'figures'],
    ['Betalfil vecka 46', null],
    ['Påminnelse till Hisings', null],
  ] as const) {
    const piece = await actAs(lead, 'work.create-task', { title: what, ownerId: maria })
    const review = await actAs('Maria Lindqvist', 'supervision.show-work', { id: piece.id })
    if (mistake)
      await actAs(lead, 'supervision.mark-mistake', {
        id: review.id,
        mistakeKind: mistake,
        note: 'Ruta 48 är förra månadens.',
      })
    else await actAs(lead, 'supervision.mark-right', { id: review.id })
    await actAs('Maria Lindqvist', 'work.complete-task', { id: piece.id })
  }
}
