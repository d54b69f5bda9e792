/** The demo office's procedures and obligations, an absence ahead, and habits that show in what was done. */

/** Runs a command as somebody of the demo at the demo's moment; gives its output. */
export interface ProceduresDemo {
  readonly owner: string
  readonly people: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
  /** Goes to a day of the demo, at nine. */
  goTo(day: Temporal.PlainDate): void
  // biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
  must(as: string, command: string, input: unknown): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: answers of queries named by a string
  ask(as: string, query: string, input: unknown): Promise<any>
}

const anchor = (days: number, shift: 'none' | 'before' | 'after' = 'none', unit: 'day' | 'workday' = 'workday') => ({
  from: 'anchor',
  days,
  unit,
  shift,
})

export async function seedProcedures(demo: ProceduresDemo): Promise<void> {
  const { owner, people, today, must } = demo
  const [maria, nadia, ingrid] = ['Maria Lindqvist', 'Nadia Rahimi', 'Ingrid Tveit'].map(name => people.get(name))
  if (!maria || !nadia || !ingrid) throw new Error('the demo lacks its people')
  demo.goTo(today.subtract({ days: 60 }))
  const monthEnd = await must(owner, 'procedures.create-procedure', {
    title: 'Month-end',
    purpose: 'So that the books of a month are closed by its third working day and nobody has to ask.',
    ownerId: maria,
    inForce: true,
    content: {
      steps: [
        {
          key: 'bills',
          title: 'Collect the bills that are still out',
          who: 'person',
          personId: nadia,
          due: anchor(-3),
          effortMinutes: 40,
        },
        {
          key: 'cash',
          title: 'Count the petty cash',
          due: anchor(-2),
          effortMinutes: 15,
          checklist: ['Notes', 'Coins', 'Receipts'],
        },
        { key: 'post', title: 'Post and reconcile', due: anchor(-1), waits: 'step', afterStep: 1, effortMinutes: 120 },
        {
          key: 'report',
          title: 'Send the report to Johan',
          due: anchor(0),
          waits: 'all-before',
          howTo: 'Result, liquidity, what stands out. One page.',
        },
      ],
    },
  })
  await must(owner, 'procedures.create-procedure', {
    title: 'A new colleague starts',
    purpose: 'Key, desk, accounts and a lunch, on the first day and not the week after.',
    inForce: true,
    content: {
      questions: [
        { key: 'car', text: 'Will they drive the office’s cars?', kind: 'yes-no' },
        { key: 'place', text: 'Where will they sit?', kind: 'choice', options: ['Göteborg', 'Trondheim'] },
      ],
      steps: [
        { key: 'contract', title: 'Contract signed and filed', who: 'starter', due: anchor(-10), evidence: true },
        {
          key: 'key',
          title: 'Order the key',
          who: 'person',
          personId: nadia,
          due: anchor(-5),
          waits: 'step',
          afterStep: 1,
        },
        {
          key: 'accounts',
          title: 'Accounts and computer',
          due: anchor(-2),
          waits: 'step',
          afterStep: 1,
          effortMinutes: 45,
        },
        { key: 'licence', title: 'Look at the driving licence', due: anchor(0), when: { question: 'car', is: 'yes' } },
        { key: 'lunch', title: 'Lunch on the first day', who: 'starter', due: anchor(0), waits: 'all-before' },
      ],
    },
  })
  for (let month = 2; month >= 1; month--) {
    const at = today.subtract({ months: month }).with({ day: 1 })
    demo.goTo(at)
    const { runId } = await must(maria, 'procedures.start-run', {
      id: monthEnd.id,
      anchorOn: at.add({ days: 4 }).toString(),
    })
    for (const [index, days] of [1, 3, month === 2 ? 7 : 4, month === 2 ? 8 : 4].entries()) {
      demo.goTo(at.add({ days }))
      const { steps } = await demo.ask(maria, 'procedures.get-run', { id: runId })
      const late = steps[index].late ? { because: 'The bank’s file came a day late' } : {}
      await must(maria, 'procedures.complete-step', { id: runId, stepId: steps[index].id, ...late })
    }
  }
  for (let week = 7; week >= 1; week--) {
    const friday = today.subtract({ days: (today.dayOfWeek + 2) % 7 }).subtract({ weeks: week - 1 })
    demo.goTo(friday)
    const { id } = await must(nadia, 'work.create-task', { title: `Weekly order of fruit, week ${friday.weekOfYear}` })
    await must(nadia, 'work.complete-task', { id })
  }
  demo.goTo(today)
  await must(owner, 'procedures.start-run', { id: monthEnd.id, anchorOn: today.add({ days: 9 }).toString() })
  await must(owner, 'procedures.set-start', {
    id: monthEnd.id,
    rule: { rrule: 'FREQ=MONTHLY;BYWORKDAY=3', fromOn: today.add({ days: 14 }).toString(), leadDays: 7 },
  })
  await must(owner, 'procedures.adopt-obligations', { keys: ['vat', 'accounts'], ownerId: maria })
  await must(owner, 'procedures.create-obligation', {
    title: 'Give notice of the copier lease, or it runs another year',
    dueOn: today.add({ days: 40 }).toString(),
    basis: 'contract',
    basisText: 'Lease with Nordlund Kontorsteknik, clause 7',
    leadDays: 30,
    consequence: 'Another year at 2 480 kr a month',
  })
  await must(owner, 'procedures.create-obligation', {
    title: 'Fire drill',
    rule: { rrule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=10', fromOn: today.toString(), shift: 'after' },
    basis: 'law',
    basisText: 'Lag (2003:778) om skydd mot olyckor, 2 kap. 2 §',
    ownerId: null,
    leadDays: 21,
  })
  await must(owner, 'work.set-away', {
    personId: nadia,
    fromOn: today.add({ days: 3 }).toString(),
    untilOn: today.add({ days: 7 }).toString(),
    deputyId: null,
    note: 'Leave',
  })
  await must(owner, 'work.set-away', {
    personId: ingrid,
    fromOn: today.add({ days: 21 }).toString(),
    untilOn: today.add({ days: 32 }).toString(),
    deputyId: people.get('Johan Almgren'),
  })
}
