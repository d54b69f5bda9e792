/** Separator sheets and archive labels as the demo office has printed them. Made by the owner through the dispatcher. */

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>

/** Plain sheets, sheets for the first class of the plan, one sheet of labels of which one is in use. */
export async function seedSheets(must: Must, ask: Ask): Promise<void> {
  await must('documents.make-separator', {})
  const { rows: classes } = await ask('documents.list-classes', { limit: 1 })
  if (classes[0]) await must('documents.make-separator', { classCodeId: classes[0].id })
  await must('documents.make-labels', { format: 'L4731', labels: 189 })
  const { rows: contracts } = await ask('documents.list-documents', {
    kind: ['contract'],
    state: ['confirmed'],
    limit: 1,
  })
  if (contracts[0]) await must('documents.set-archive-number', { id: contracts[0].id, number: 1 })
}
