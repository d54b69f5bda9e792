/** The demo office's paper originals, its register, and one hold: made by the owner through the dispatcher. */

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>

const register = [
  { direction: 'in', subject: 'Inquiry about the drawings of the old harbour shed', correspondent: 'Göteborgs Stad' },
  { direction: 'out', subject: 'Answer with the drawings', correspondent: 'Göteborgs Stad' },
  { direction: 'internal', subject: 'Note of the meeting about the move of the archive', correspondent: null },
] as const

/** Papers of the month lie in two binders; letters stand in the register; what concerns a dispute is held. */
export async function seedKeeping(must: Must, ask: Ask, today: Temporal.PlainDate): Promise<void> {
  const { rows: bills } = await ask('documents.list-documents', { kind: ['bill'], state: ['confirmed'], limit: 24 })
  const { rows: letters } = await ask('documents.list-documents', { kind: ['letter'], state: ['confirmed'], limit: 24 })
  const idsOf = (rows: typeof bills) => rows.map(({ id }) => id)
  if (bills.length > 0)
    await must('documents.place-papers', {
      ids: idsOf(bills),
      place: 'Binder 12',
      shredFrom: today.subtract({ days: 2 }).toString(),
    })
  if (letters.length > 0) await must('documents.place-papers', { ids: idsOf(letters), place: 'Box 3, basement' })
  for (const entry of register) await must('documents.register', entry)
  await must('documents.place-hold', {
    title: 'Dispute about the ventilation at Lindholmen',
    reason: 'Letter of claim; counsel asks that nothing be destroyed until it is settled.',
    words: 'ventilation',
  })
}
