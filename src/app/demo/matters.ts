/** The demo office's matters, promises and goals. */

/** Runs a command as the owner of the demo at the demo's moment; gives its output. */
export interface MattersDemo {
  readonly people: ReadonlyMap<string, string>
  readonly parties: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
  // biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
  must(command: string, input: unknown): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: answers of queries named by a string
  ask(query: string, input: unknown): Promise<any>
}

export async function seedMatters({ people, parties, today, must, ask }: MattersDemo): Promise<void> {
  const day = (days: number) => today.add({ days }).toString()
  const tender = await must('matters.create-kind', {
    name: 'Anbud',
    pattern: 'A{yy}-{nn}',
    checklist: ['Förfrågan läst', 'Kalkyl', 'Referenser', 'Underskrift', 'Inlämnat i tid'],
  })
  const lease = await must('matters.create-matter', {
    name: 'Hyresavtal plan 2, Lindholmspiren',
    note: 'Avtalet löper ut den 31 mars. Hyresvärden vill binda fem år; vi vill ha tre med förlängning.',
    forId: parties.get('Johan Almgren'),
    startOn: day(-40),
    targetOn: day(21),
    budget: { amount: '60000.00', currency: 'SEK' },
  })
  const { rows: papers } = await ask('documents.list-documents', { limit: 6 })
  for (const paper of (papers as { id: string; state: string }[]).slice(0, 4))
    await must('matters.bind-record', { id: lease.id, recordId: paper.id })
  for (const [name, role] of [
    ['Johan Almgren', 'client'],
    ['Petra Wallin', 'adviser'],
  ] as const) {
    const partyId = parties.get(name)
    if (partyId) await must('matters.add-party', { id: lease.id, partyId, role })
  }
  for (const text of ['Ritning över plan 2', 'Utkast 3 granskat', 'Undertecknat av båda'])
    await must('matters.add-item', { id: lease.id, text })
  const { id: call } = await must('work.quick-add', { text: `Ring hyresvärden om utkast 3 #${lease.number} ~15m` })
  await must('work.create-task', {
    title: 'Compare the three drafts of the lease',
    sourceId: lease.id,
    dueOn: day(4),
    effortMinutes: 60,
  })
  const hajen = await must('matters.create-matter', {
    name: 'Anbud Kv. Hajen, etapp 2',
    kindId: tender.id,
    forId: parties.get('Ingrid Tveit'),
    ownerId: people.get('Ingrid Tveit'),
    startOn: day(-12),
    targetOn: day(9),
  })
  await must('work.create-task', { title: 'Ask two references for Kv. Hajen', sourceId: hajen.id, dueOn: day(2) })
  const complaint = await must('matters.create-matter', {
    name: 'Reklamation plotter plan 2',
    forId: parties.get('Maria Lindqvist'),
    startOn: day(-30),
    targetOn: day(-3),
  })
  await must('matters.set-waiting', { id: complaint.id, waitingFor: 'Leverantörens tekniker', waitingUntil: day(3) })
  const done = await must('matters.create-matter', {
    name: 'Julkort 2026',
    forId: parties.get('Petra Wallin'),
    startOn: day(-20),
  })
  await must('matters.close-matter', { id: done.id, outcome: 'settled', result: 'Beställda, 180 kort' })

  await must('work.promise-task', {
    id: call,
    promisedTo: 'Johan Almgren',
    partyId: parties.get('Johan Almgren'),
    forOn: day(1),
    words: 'Du har besked i morgon.',
  })
  const goal = await must('work.create-goal', {
    title: 'Ingen lokal utan avtal vid årsskiftet',
    weight: 'most',
    fromOn: `${today.year}-01-01`,
    untilOn: `${today.year}-12-31`,
  })
  await must('work.serve-goal', { id: goal.id, recordId: lease.id })
  const { rows: waiting } = await ask('work.list-tasks', { states: ['waiting'], limit: 1 })
  const [task] = waiting as { id: string; waitingFor: string }[]
  if (task) await must('work.plan-chase', { id: task.id, name: task.waitingFor, firstAfter: 2 })
}
