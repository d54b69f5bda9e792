/** The demo office's signature folder: two to sign, one sent round, one that a guest is asked for, one that is done. */

type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<any>

interface Paper {
  readonly id: string
  readonly mediaKind: string | null
  readonly pageCount: number | null
  readonly class: number
}

const elin = 'Elin Bergqvist'
const johan = 'Johan Almgren'
/** A signature as a pen would draw it. */
const strokes =
  'M40 150 L70 60 L95 40 L110 90 L90 160 L130 110 L170 90 L180 130 L220 80 L250 120 L300 70 L330 130 L420 95 L560 120'

/** What one has signed: contracts and offers before other papers. */
async function papersOf(ask: Ask): Promise<readonly string[]> {
  const found: Paper[] = []
  for (const kind of [['contract', 'quote', 'order'], ['letter'], undefined]) {
    const { rows } = await ask('documents.list-documents', {
      ...(kind ? { kind } : {}),
      state: ['confirmed'],
      limit: 200,
    })
    found.push(...(rows as Paper[]))
  }
  const fit = found.filter(one => one.mediaKind === 'pdf' && (one.pageCount ?? 0) > 0 && one.class <= 1)
  return [...new Set(fit.map(one => one.id))]
}

export async function seedSignatures(
  act: ActAs,
  ask: Ask,
  { people, today }: { readonly people: ReadonlyMap<string, string>; readonly today: Temporal.PlainDate },
): Promise<void> {
  const papers = await papersOf(ask)
  const screen = (who: string, more: object = {}) => ({ way: 'screen', personId: people.get(who), ...more })
  const due = (days: number) => today.add({ days }).toString()
  const put = async (who: string, index: number, signers: readonly object[], more: object = {}) => {
    const documentId = papers[index]
    return documentId ? (await act(who, 'signatures.put-in-folder', { documentId, signers, ...more })).id : null
  }
  const field = { page: 1, box: [0.55, 0.8, 0.36, 0.09] }
  const sign = async (who: string, id: string | null) => {
    if (!id) return
    await act(who, 'signatures.open-signing', { id })
    const { digest } = await ask('signatures.get-signing', { id })
    await act(who, 'signatures.sign', { id, digest, mark: { strokes } })
  }
  const first = await put(
    'Maria Lindqvist',
    0,
    [screen(johan, { role: 'company-together' }), screen(elin, { role: 'company-together', field })],
    {
      dueOn: due(2),
      note: 'Two together, as always with agreements of this size.',
    },
  )
  await sign(johan, first)
  await put('Nadia Rahimi', 1, [screen(elin)], { dueOn: due(5) })
  await put(
    elin,
    2,
    [
      screen('Ingrid Tveit', { role: 'company' }),
      { way: 'link', name: 'Lars Ekdahl', email: 'lars.ekdahl@kustfast.example', role: 'company', language: 'sv' },
    ],
    { inOrder: true, dueOn: due(9), note: 'Lars signs when we have.' },
  )
  await put(elin, 3, [{ way: 'paper', name: 'Berit Ås', role: 'witness' }, screen(johan)], { dueOn: due(1) })
  const done = await put(elin, 4, [screen(johan), screen('Ingrid Tveit')])
  await sign(johan, done)
  await sign('Ingrid Tveit', done)
}
