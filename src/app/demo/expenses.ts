/** The demo office's expense reports and its months of pay: entered by the people themselves. */

type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

interface Rows {
  readonly rows: readonly { readonly id: string }[]
}

const sek = (amount: string) => ({ amount, currency: 'SEK' })

/** Without these nobody travels, and nobody hands anything in. */
export const travellers = ['Andrei Munteanu', 'Sofia Carvalho'] as const

export async function seedExpenses(
  actAs: ActAs,
  ask: Ask,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const receipts = ((await ask('documents.list-documents', { kind: ['receipt'], limit: 1 })) as Rows).rows
  const first = receipts[0]?.id
  const maria = 'Maria Lindqvist'

  await actAs(maria, 'expenses.set-policy', {
    fromOn: '2026-01-01',
    receiptAbove: sek('0.00'),
    handInDays: 45,
    weekends: true,
    alcohol: false,
    fourEyes: true,
  })
  await actAs(maria, 'expenses.set-category', {
    category: 'meals',
    fromOn: '2026-01-01',
    limit: sek('300.00'),
    per: 'day',
  })
  await actAs(maria, 'expenses.set-rate', { rateOf: 'per-diem', country: 'NO', fromOn: '2026-01-01', perUnit: '870' })

  const andrei = 'Andrei Munteanu'
  const { id: site } = await actAs(andrei, 'expenses.create-report', {
    purpose: 'Site meetings in Oslo',
    leftOn: on(-9),
    leftTime: '06:40',
    backOn: on(-7),
    backTime: '20:15',
    place: 'Oslo',
    country: 'NO',
  })
  const oslo = [
    ['travel', -9, 'Train Göteborg–Oslo and back', '1184.00', '67.02'],
    ['lodging', -7, 'Hotel, two nights', '2890.00', null],
    ['meals', -8, 'Lunch at the site', '412.00', null],
  ] as const
  for (const [category, days, text, total, vat] of oslo)
    await actAs(andrei, 'expenses.add-expense', {
      id: site,
      category,
      on: on(days),
      text,
      total: sek(total),
      ...(vat ? { vat: sek(vat) } : {}),
    })
  await actAs(andrei, 'expenses.add-allowance', { id: site, country: 'NO' })
  await actAs(andrei, 'expenses.hand-in', { id: site })

  const sofia = 'Sofia Carvalho'
  const { id: model } = await actAs(sofia, 'expenses.create-report', { purpose: 'Material for the model' })
  if (first) {
    const { lineId } = (await actAs(sofia, 'expenses.take-receipt', { id: model, documentId: first })) as unknown as {
      lineId: string
    }
    await actAs(sofia, 'expenses.change-expense', { id: model, lineId, category: 'supplies' })
  }
  await actAs(sofia, 'expenses.add-mileage', {
    id: model,
    on: on(-4),
    text: 'Office–Mölndal–office',
    distance: '18.4',
    vehicle: 'own-car',
  })
  await actAs(sofia, 'expenses.hand-in', { id: model })
  await actAs(maria, 'expenses.verify-report', { id: model, anyway: true })
  await actAs(sofia, 'expenses.set-pay-account', { scheme: 'iban', number: 'SE35 5000 0000 0549 1000 0003' })

  const elin = 'Elin Bergqvist'
  const { id: draft } = await actAs(elin, 'expenses.create-report', { purpose: 'Opening of the exhibition' })
  await actAs(elin, 'expenses.add-expense', {
    id: draft,
    category: 'representation',
    on: on(-2),
    text: 'Café Solsidan',
    total: sek('940.00'),
    participants: 'Karin Öberg, Stadsbyggnadsförvaltningen',
  })
  await seedPay(actAs, today, people)
}

async function seedPay(actAs: ActAs, today: Temporal.PlainDate, people: ReadonlyMap<string, string>): Promise<void> {
  const maria = 'Maria Lindqvist'
  const month = today.toPlainYearMonth()
  const first = month.toPlainDate({ day: 1 })
  const names = ['Andrei Munteanu', 'Sofia Carvalho', 'Nadia Rahimi']
  const payees = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const { id } = await actAs(maria, 'payinputs.add-payee', {
      personId: people.get(name),
      employeeNumber: String(1004 + index),
      dailyMinutes: 480,
      expectsHours: name === 'Andrei Munteanu',
      fromOn: '2020-01-01',
    })
    payees.set(name, id)
  }
  const nadia = payees.get('Nadia Rahimi')
  await actAs(maria, 'payinputs.set-recurring', {
    id: nadia,
    payKind: 'bonus',
    amount: sek('600.00'),
    note: 'Fire warden',
    fromOn: '2026-01-01',
  })
  const { id } = await actAs(maria, 'payinputs.open-period', { month: month.toString() })
  for (let day = first; Temporal.PlainDate.compare(day, today) < 0; day = day.add({ days: 1 }))
    if (day.dayOfWeek <= 5)
      await actAs('Andrei Munteanu', 'payinputs.enter-own', { payKind: 'hours', on: day.toString(), minutes: 480 })
  const workday = first.dayOfWeek > 5 ? first.add({ days: 8 - first.dayOfWeek }) : first
  await actAs('Sofia Carvalho', 'payinputs.enter-own', {
    payKind: 'overtime',
    on: workday.add({ days: 1 }).toString(),
    minutes: 150,
    note: 'Model for the board',
  })
  await actAs('Sofia Carvalho', 'payinputs.enter-own', { payKind: 'sick', on: workday.toString() })
  await actAs(maria, 'payinputs.gather-period', { id })
}
