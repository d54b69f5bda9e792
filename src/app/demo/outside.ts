/** What the demo office has with people outside: papers shared by link. Made by the owner through the dispatcher. */

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>

/** Two bills are with the accountant, one of them for a look or two. */
export async function seedOutside(must: Must, ask: Ask): Promise<void> {
  const { rows: bills } = await ask('documents.list-documents', { kind: ['bill'], state: ['confirmed'], limit: 3 })
  const [first, second] = bills
  if (first)
    await must('documents.share', { id: first.id, recipient: 'Revisor Anna Holm', days: 30, note: 'As we said today.' })
  if (second) await must('documents.share', { id: second.id, recipient: 'Göteborgs Stad', days: 7, mostFetches: 2 })
}
