/** What the demo office is told, asked and has decided: made by its people through the dispatcher. */

/** Acts as one of the office's people, by name, and gives the answer; fails where it was not done. */
export type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>

export async function seedAnnouncements(
  act: ActAs,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const [owner, second, third] = [...people.keys()]
  if (!owner || !second || !third) return
  const publish = async (who: string, input: object) => {
    const { id } = await act(who, 'announcements.create-announcement', { language: 'en', ...input })
    await act(who, 'announcements.publish-announcement', { id })
    return id
  }
  await publish(owner, {
    kind: 'announcement',
    title: 'The lift is out of order until Friday',
    body: 'Deliveries go by the goods entrance in the yard.\nThe code is on the board in the kitchen.',
    toEverybody: true,
    pinnedUntil: on(4),
    translations: [
      {
        language: 'sv',
        title: 'Hissen är ur funktion till fredag',
        body: 'Leveranser går via varuintaget på gården.\nKoden sitter på tavlan i köket.',
      },
    ],
  })
  const request = await publish(owner, {
    kind: 'request',
    title: 'Christmas dinner',
    body: 'We have booked a table. The kitchen wants to know by the end of next week.',
    toEverybody: true,
    answerBy: on(9),
    questions: [
      { question: 'Do you come?', answerKind: 'yes-no' },
      { question: 'What do you eat?', answerKind: 'choice', options: ['Fish', 'Meat', 'Vegetables'], optional: true },
      { question: 'How many of you?', answerKind: 'number' },
    ],
  })
  const come = (value: string, dish: string, many: string) => [
    { position: 1, value },
    { position: 2, value: dish },
    { position: 3, value: many },
  ]
  await act(second, 'announcements.answer-request', { id: request, answers: come('yes', 'Fish', '2') })
  await act(third, 'announcements.answer-request', { id: request, answers: come('yes', 'Vegetables', '1') })
  await publish(owner, {
    kind: 'decision',
    title: 'Invoices above 50 000 are looked at by two',
    body: 'Whoever enters an invoice does not approve it.',
    toEverybody: true,
    decidedBy: 'The board',
    appliesFrom: on(-20),
  })
  const order = await publish(owner, {
    kind: 'order',
    title: 'Pärmarna från 2019 ner i arkivet',
    body: 'Hylla 4. Skriv på ryggen när de får gallras.',
    toPeople: [people.get(second), people.get(third)].filter(Boolean),
    answerBy: on(5),
  })
  await act(second, 'announcements.confirm-read', { id: order })
  const { id: held } = await act(second, 'announcements.create-announcement', {
    kind: 'announcement',
    title: 'New routine for travel expenses',
    body: 'Receipts are photographed the same day.',
    toEverybody: true,
    language: 'en',
    checkerId: people.get(owner),
  })
  await act(second, 'announcements.ask-check', { id: held })
}
