/** What the demo office has with people outside: papers shared by link, files asked for, the public list of the register. Made by the owner through the dispatcher. */

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>

/** Two bills are with others for a while; a tender is waited for; the register is open to all. */
export async function seedOutside(must: Must, ask: Ask, today: Temporal.PlainDate): Promise<void> {
  const { rows: bills } = await ask('documents.list-documents', { kind: ['bill'], state: ['confirmed'], limit: 3 })
  const [first, second] = bills
  if (first)
    await must('documents.share', { id: first.id, recipient: 'Revisor Anna Holm', days: 30, note: 'As we said today.' })
  if (second) await must('documents.share', { id: second.id, recipient: 'Göteborgs Stad', days: 7, mostFetches: 2 })
  await must('documents.ask-for-files', {
    title: 'Tender for the ventilation',
    askedOf: 'Hisings Ventilation AB',
    items: ['Offer with prices', 'References of three like works', 'Certificate of insurance'],
    dueOn: today.add({ days: 12 }).toString(),
    letter: 'Thank you for coming by on Thursday. With these we can decide before Christmas.',
    language: 'sv',
  })
  await must('documents.change-public-register', {
    isOpen: true,
    address: 'almgren-tveit',
    showsNames: false,
    afterDays: 0,
    maskedWords: [],
    intro: 'Almgren & Tveit keeps this list of what comes in and goes out. Ask us for a copy of anything in it.',
  })
}
