/** The demo office's letter that was opened in an office program and saved back: it has two versions. */

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>
type Store = (name: string, bytes: Uint8Array) => Promise<string>

const letter = (words: string): Uint8Array =>
  Buffer.from(`Letter to the landlord\n\nAbout the lease of Lindholmen 4\n\n${words}\n`)

/** A draft is taken in, filed, and saved back once. */
export async function seedVersions(must: Must, ask: Ask, store: Store): Promise<void> {
  const name = 'letter to the landlord.txt'
  const { id } = (await must('documents.take-in', {
    fileId: await store(name, letter('We would like to extend the lease by three years.')),
    name,
    arrivedBy: 'folder',
  })) as { id: string }
  const { rows } = await ask('documents.list-classes', { text: '5.1', limit: 1 })
  if (rows[0]) await must('documents.file-under', { ids: [id], classCodeId: rows[0].id })
  await must('documents.save-version', {
    id,
    fileId: await store(name, letter('We would like to extend the lease by five years, at the rent of today.')),
  })
}
