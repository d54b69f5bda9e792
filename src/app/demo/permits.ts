/** The demo office's permits, and the desk of an authority with a few applications: made through the dispatcher. */

type Must = (command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

interface Permit {
  readonly requirements: readonly { readonly id: string }[]
}

export async function seedPermits(must: Must, ask: Ask, today: Temporal.PlainDate): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const sek = (amount: string) => ({ amount, currency: 'SEK' })
  const { id: office } = await must('directory.create-organisation', { name: 'Trafikkontoret, Göteborgs stad' })

  const { id: scaffold } = await must('permits.create-permit', {
    name: 'Scaffolding, Kungsportsavenyen 12',
    permitType: 'Use of public ground',
    authorityId: office,
    fee: sek('4200.00'),
    requirements: ['Site plan', 'Traffic plan', 'Proof of insurance'],
  })
  const { requirements } = (await ask('permits.get-permit', { id: scaffold })) as Permit
  for (const { id } of requirements.slice(0, 2))
    await must('permits.set-requirement', { id: scaffold, requirementId: id, met: true })

  const { id: crane } = await must('permits.create-permit', {
    name: 'Mobile crane, Lindholmen',
    permitType: 'Traffic arrangement',
    authorityId: office,
    fee: sek('1850.00'),
  })
  await must('permits.send-application', { id: crane, sentOn: on(-12), reference: 'TK-2026-3318' })
  await must('permits.note-completion-asked', { id: crane, what: 'Turning radius at Götaverksgatan', dueOn: on(6) })

  const { id: waste } = await must('permits.create-permit', {
    name: 'Keeping of building waste',
    permitType: 'Environmental permit',
    authorityId: office,
  })
  await must('permits.note-decision', {
    id: waste,
    outcome: 'granted',
    decidedOn: on(-300),
    validFrom: on(-300),
    validUntil: on(80),
  })
  for (const [condition, rhythm, days] of [
    ['Amounts are reported to the county', 'year', 25],
    ['Containers are looked at for leaks', 'month', -3],
  ] as const)
    await must('permits.add-condition', { id: waste, condition, rhythm, firstOn: on(days) })

  await must('permits.set-desk', {
    on: true,
    appealInstructions:
      'Write to us within three weeks of the day you were told. Say which decision, what you want changed, and why.',
  })
  const serving = { permitType: 'Outdoor serving', receivedOn: on(-40) }
  const { id: done } = await must('permits.register-application', {
    title: 'Serving on the quay, May to September',
    applicant: 'Café Solsidan AB',
    ...serving,
  })
  await must('permits.note-complete', { id: done })
  await must('permits.decide-application', {
    id: done,
    outcome: 'partly',
    decision: 'Serving is permitted from 1 May to 15 September, until 22.00.',
    reasons: 'Neighbours have a right to quiet after 22.00; nothing else speaks against it.',
    fee: sek('2400.00'),
  })
  await must('permits.note-notified', { id: done })
  const { id: heard } = await must('permits.register-application', {
    title: 'Signboard on the gable',
    applicant: 'Hisings Ventilation AB',
    permitType: 'Signs',
    receivedOn: on(-8),
  })
  await must('permits.note-complete', { id: heard })
  await must('permits.hear-party', { id: heard, party: 'The owner of the neighbouring house', dueOn: on(10) })
  const { id: lacking } = await must('permits.register-application', {
    title: 'Market stall on Saturdays',
    applicant: 'Odlarna i Hjällbo',
    ...serving,
  })
  await must('permits.request-completion', { id: lacking, what: 'A sketch of the place, with measures', dueOn: on(9) })
}
