/** The demo office's printers, and what was printed this morning: some of it lies in the tray, one waits for paper. */

type Act = (who: string, command: string, input: unknown) => Promise<object>

export interface PrintingSeed {
  readonly act: Act
  readonly ask: (query: string, input: unknown) => Promise<unknown>
  /** As Kontor itself. */
  readonly system: (command: string, input: unknown) => Promise<object>
}

const id = (made: object): string => (made as { readonly id: string }).id

/** What is printed, by whom, and what the printer said of it. */
const jobs = [
  ['Maria Lindqvist', { copies: 1, sides: 'two-sided-long-edge' }, { state: 'done', sheets: 2 }],
  ['Elin Bergqvist', { copies: 6, sides: 'two-sided-long-edge', staple: true }, { state: 'done', sheets: 12 }],
  ['Nadia Rahimi', { copies: 2 }, { state: 'held', reasons: ['media-empty'] }],
  ['Johan Almgren', { copies: 1 }, { state: 'cancelled' }],
] as const

export async function seedPrinting({ act, ask, system }: PrintingSeed): Promise<void> {
  const add = (printer: object) => act('Johan Almgren', 'printing.add-printer', printer)
  const printerId = id(
    await add({
      name: 'Copier, floor 2',
      uri: 'ipp://copier.almgrentveit.example/ipp/print',
      place: 'Floor 2, by the kitchen',
      isDefault: true,
    }),
  )
  const labels = { name: 'Label printer, reception', uri: 'ipp://labels.almgrentveit.example/ipp/print' }
  const rule = { printerId: id(await add({ ...labels, place: 'Reception' })), widthMm: 62, heightMm: 100 }
  await act('Johan Almgren', 'printing.set-stock', { ...rule, stock: 'badge', automatic: true })
  await act('Johan Almgren', 'printing.set-stock', { ...rule, stock: 'parcel-label' })
  await add({ name: 'Plotter', uri: 'ipps://plotter.almgrentveit.example/ipp/print', place: 'Studio' })
  const { rows } = (await ask('documents.list-documents', { state: ['confirmed'], limit: 100 })) as {
    readonly rows: readonly { readonly id: string; readonly name: string }[]
  }
  const papers = rows.filter(({ name }) => /\.pdf$/i.test(name))
  for (const [n, [who, how, said]] of jobs.entries()) {
    const documentId = papers[n * 3]?.id
    if (!documentId) continue
    const jobId = id(await act(who, 'printing.print-document', { documentId, printerId, ...how }))
    await system('printing.note-job', {
      id: jobId,
      printerNumber: 41 + n,
      reasons: [],
      sheets: null,
      problem: null,
      ...said,
    })
  }
}
