/** An interview of the demo office: two cards are in, one is missing. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>

export async function seedInterviews(act: Act, people: ReadonlyMap<string, string>): Promise<void> {
  const [maria, johan, ingrid] = ['Maria Lindqvist', 'Johan Almgren', 'Ingrid Tveit'].map(name => people.get(name)!)
  const { id } = await act('Elin Bergqvist', 'interviews.create-interview', {
    title: 'Structural engineer',
    candidateName: 'Amira Nasser',
    candidateEmail: 'amira@nasser.example',
    language: 'en',
    panelIds: [maria, johan, ingrid],
    criteria: ['Timber and steel', 'Clear with clients', 'Works with others'],
    minutes: 60,
  })
  const card = (scores: readonly (readonly [number, string])[], recommends: string, summary: string) => ({
    id,
    scores: scores.map(([score, word]) => ({ score, word })),
    recommends,
    summary,
  })
  await act(
    'Maria Lindqvist',
    'interviews.send-card',
    card(
      [
        [4, 'Two timber halls of her own'],
        [5, 'Explains without a drawing'],
        [4, ''],
      ],
      'strong-yes',
      'The best of the three we have seen.',
    ),
  )
  await act(
    'Johan Almgren',
    'interviews.send-card',
    card(
      [
        [3, 'Little steel so far'],
        [5, ''],
        [4, 'Asked good questions'],
      ],
      'yes',
      '',
    ),
  )
}
