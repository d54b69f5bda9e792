/** The demo office's held memos: one that waits with its author, one that came back corrected, one that went out, and what was sent over a doubt. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>

const longDay = (day: Temporal.PlainDate) =>
  day.toLocaleString('sv-SE', { weekday: 'long', day: 'numeric', month: 'long' })

export async function seedProofing(
  act: ActAs,
  people: ReadonlyMap<string, string>,
  today: Temporal.PlainDate,
): Promise<void> {
  const [boss, second, third] = [...people.keys()]
  if (!boss || !second || !third) return
  const hold = async (title: string, author: string, memo: string, wish: 'print' | 'distribute' = 'print') =>
    (
      (await act(boss, 'proofing.hold-memo', { title, authorId: people.get(author)!, memo, wish })) as {
        readonly id: string
      }
    ).id
  const tuesday = today.add({ days: 9 - today.dayOfWeek })
  const saysWednesday = longDay(tuesday).replace('tisdag', 'onsdag')
  const lift = await hold(
    'Hissen i trapphus B',
    second,
    `Till alla på plan 2–4\n\nHissen i trapphus B står stilla ${saysWednesday} kl. 07.00–15.00 på grund av service. Använd trapphus A.\n\nFrågor: ring [telefon].`,
  )
  await act(boss, 'proofing.ask-author', {
    id: lift,
    question: 'Är det tisdag eller onsdag? Och vilket nummer ska de ringa?',
  })
  const prices = (sum: string) =>
    `Prislista julbord\n\nBuffé        495,00\nDryck        120,00\nKaffe         45,00\nSumma        ${sum}\n\nAnmälan till receptionen.`
  const dinner = await hold('Prislista julbord', third, prices('670,00'), 'distribute')
  await act(boss, 'proofing.ask-author', { id: dinner, question: 'Summan stämmer inte: 495 + 120 + 45 blir 660.' })
  await act(third, 'proofing.correct-memo', { id: dinner, memo: prices('660,00'), answer: 'Tack! 660 är rätt.' })
  const parking = await hold(
    'Parkeringen sopas',
    second,
    `Parkeringen sopas ${longDay(tuesday)}. Flytta bilen före kl. 07.00.`,
  )
  await act(boss, 'proofing.release-memo', { id: parking })
  await hold('Brandövning', third, `Brandövning ${longDay(tuesday.add({ days: 1 }))} kl. 10.00. Samling på gården.`)
  await act(boss, 'proofing.add-word', { word: 'bygghissen', spelledIn: 'sv' })
}
