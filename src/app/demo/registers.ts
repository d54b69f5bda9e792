/** The demo office's own registers: keys and contracts in use, each with a rule, made by its people through the dispatcher. */

/** Acts as the owner and gives the answer; fails where it was not done. */
type Must = (command: string, input: unknown) => Promise<{ readonly id: string }>

interface Listed {
  readonly fields: readonly { readonly key: string; readonly name: string }[]
}

type Ask = (query: string, input: unknown) => Promise<unknown>

const keys = [
  ['K 1', 'Main entrance, Kungsportsavenyen', 'Elin Bergqvist', null],
  ['K 2', 'Main entrance, Kungsportsavenyen', 'Maria Lindqvist', null],
  ['K 3', 'Server room', null, null],
  ['K 4', 'Archive in the basement', 'Karin Öberg', 12],
  ['K 5', 'Bicycle room', null, null],
  ['K 6', 'Site office, Lindholmen', 'Hisings Ventilation AB', 2],
] as const

const contracts = [
  ['Lease, third floor', 214, 31, '1 284 000 SEK', true],
  ['Copier and printing', 96, 18, '38 400 SEK', true],
  ['Cleaning', 160, 70, '156 000 SEK', true],
  ['Insurance of the office', 40, 9, '61 250 SEK', false],
  ['Electricity', 300, 210, '74 000 SEK', true],
] as const

/** Makes them as they stand at `today`; people who are not in the directory are left out. */
export async function seedRegisters(
  must: Must,
  ask: Ask,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const inDays = (days: number) => today.add({ days }).toString()
  const keyOf = async (id: string) => {
    const { fields } = (await ask('registers.get-register', { id })) as Listed
    return (at: number) => fields[at]!.key
  }
  const { id: keyRegister } = await must('registers.create-from-template', { template: 'keys', language: 'en' })
  const key = await keyOf(keyRegister)
  await must('registers.add-rule', {
    id: keyRegister,
    name: 'A key is late',
    when: { on: 'date', field: key(4), days: 1 },
    conditions: [{ field: key(2), is: 'filled' }],
    actions: [{ do: 'task', title: `Ask for key {${key(0)}} back from {${key(2)}}`, dueInDays: 2 }],
  })
  for (const [number, opens, holder, back] of keys) {
    const held = holder ? people.get(holder) : undefined
    const lent = held ? { [key(2)]: held, [key(3)]: inDays(-20) } : {}
    await must('registers.add-row', {
      register: keyRegister,
      values: { [key(0)]: number, [key(1)]: opens, ...lent, ...(back === null ? {} : { [key(4)]: inDays(back) }) },
    })
  }
  const { id: contractRegister } = await must('registers.create-from-template', {
    template: 'contracts',
    language: 'en',
  })
  const contract = await keyOf(contractRegister)
  for (const [subject, ends, notice, cost, renews] of contracts)
    await must('registers.add-row', {
      register: contractRegister,
      values: {
        [contract(0)]: subject,
        [contract(3)]: inDays(ends - 730),
        [contract(4)]: inDays(ends),
        [contract(6)]: inDays(notice),
        [contract(8)]: renews,
        [contract(9)]: cost,
      },
    })
}
