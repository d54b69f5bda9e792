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

/** A bill whose account is the sender's own: one with another account waits for a person, also in the demo. */
async function firstWithoutAlarm(ask: Ask, bills: readonly Line[]): Promise<Line | undefined> {
  for (const bill of bills) {
    const { warnings } = await ask('documents.get-document', { id: bill.id })
    if (!warnings.some(({ name }: { name: string }) => name === 'account-changed')) return bill
  }
}

/** One paper of a known sender is filed elsewhere than the rule says, so that the next ones are proposed there. */
async function teach(must: Must, ask: Ask): Promise<void> {
  const { rows: pile } = (await ask('documents.stack', { limit: 100 })) as { rows: readonly Line[] }
  const bills = pile.filter(({ kind, sender }) => kind === 'bill' && sender?.id).reverse()
  const bill = await firstWithoutAlarm(ask, bills)
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
