/** What the demo office keeps for itself in its papers: searches as folders, a kind of its own, something that was learnt. */

type Must = (command: string, input: unknown) => Promise<unknown>
// biome-ignore lint/suspicious/noExplicitAny: answers of several queries
type Ask = (query: string, input: unknown) => Promise<any>

interface Line {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly sender: { readonly id: string | null } | null
}

/** The newest bill of a known sender that nobody has to ask about first: a changed account keeps it from being confirmed. */
async function sureBill(ask: Ask, pile: readonly Line[]): Promise<Line | undefined> {
  for (const line of pile.toReversed()) {
    if (line.kind !== 'bill' || !line.sender?.id) continue
    const { warnings } = (await ask('documents.get-document', { id: line.id })) as { warnings: { name: string }[] }
    if (!warnings.some(({ name }) => name === 'account-changed')) return line
  }
  return undefined
}

/** One paper of a known sender is filed elsewhere than the rule says, so that the next ones are proposed there. */
async function teach(must: Must, ask: Ask): Promise<void> {
  const { rows: pile } = (await ask('documents.stack', { limit: 100 })) as { rows: readonly Line[] }
  const bill = await sureBill(ask, pile)
  const { rows: classes } = (await ask('documents.list-classes', {})) as { rows: { id: string; code: string }[] }
  const elsewhere = classes.find(({ code }) => code === '5.2')
  if (!bill || !elsewhere) return
  await must('documents.confirm', { id: bill.id, expectedVersion: bill.version, classCodeId: elsewhere.id })
}

export async function seedLearning(must: Must, ask: Ask): Promise<void> {
  await must('documents.keep-search', {
    name: 'Bills to pay',
    shared: true,
    search: { kind: 'bill', state: 'confirmed' },
    asks: { kind: ['bill'], state: ['confirmed'] },
  })
  await must('documents.keep-search', {
    name: 'About ventilation',
    search: { find: 'ventilation' },
    asks: { text: 'ventilation' },
  })
  await must('documents.create-own-kind', { name: 'Inspection report', kind: 'report', wants: ['issuedOn'] })
  await teach(must, ask)
}
