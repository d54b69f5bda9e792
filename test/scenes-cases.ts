/** The scenes of cases and answers. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** One that bears the office's mark, made about nothing else. */
export async function newCase({ act, make, see }: Office, facts: object = {}): Promise<string> {
  const { title } = (await see('work.get-task', { id: await make.task() })).record
  const { id } = await act('cases.open-case', { title, kind: 'question', channel: 'call', ...facts })
  return id
}

export async function newAnswer({ act, make, see }: Office): Promise<string> {
  const { title } = (await see('work.get-task', { id: await make.task() })).record
  const { id } = await act('cases.write-answer', { question: title, body: 'PDF and IFC.', language: 'en' })
  return id
}

const promising = async (office: Office) => {
  const id = await newCase(office)
  const { entryId } = await office.act('cases.add-entry', { id, what: 'note', body: 'We will send it tomorrow.' })
  return { id, entryId, place: 0 }
}
const owned =
  (command: string, extra: object = {}): Stage =>
  async office => {
    const id = await newCase(office)
    await office.act('cases.assign-case', { id })
    await office.act(command, { id, ...extra })
    return { input: { id } }
  }
const aCause: Stage = async office => ({
  input: { causeId: (await office.act('cases.set-cause', { name: newName() })).id },
})

let names = 0
const newName = () => `Cause ${++names}`

export const caseScenes: Readonly<Record<string, Stage>> = {
  'cases.resume-case': owned('cases.wait-case', { waitingFor: 'customer', what: 'A picture' }),
  'cases.reopen-case': owned('cases.drop-case'),
  'cases.close-case': async office => ({ input: { id: await newCase(office) } }),
  'cases.remove-entry': async office => {
    const { id, entryId } = await promising(office)
    return { input: { id, entryId } }
  },
  'cases.take-back-remedy': async office => {
    const id = await newCase(office)
    const { remedyId } = await office.act('cases.give-remedy', { id, way: 'gift' })
    return { input: { id, remedyId } }
  },
  'cases.keep-promise': async office => ({ input: await promising(office) }),
  'cases.pass-promise': async office => ({ input: await promising(office) }),
  'cases.restore-promise': async office => {
    const input = await promising(office)
    await office.act('cases.pass-promise', input)
    return { input }
  },
  'cases.set-repeat': async office => ({ input: { id: await newCase(office), repeatsId: await newCase(office) } }),
  'cases.record-answer-sent': async office => {
    const id = await newCase(office, { contactEmail: 'berit@outside.example' })
    const { entryId } = await office.act('cases.send-answer', { id, body: 'Yes.', way: 'mail' })
    return { input: { id, entryId } }
  },
  'cases.give-verdict': async office => {
    const id = await newCase(office)
    await office.act('cases.send-answer', { id, body: 'Yes.', way: 'told' })
    return { input: { id } }
  },
  'cases.unword-answer': async office => {
    const id = await newAnswer(office)
    await office.act('cases.word-answer', { id, language: 'sv', question: 'Format?', body: 'PDF.' })
    return { input: { id, language: 'sv' } }
  },
  'cases.restore-answer': async office => {
    const id = await newAnswer(office)
    await office.act('cases.retire-answer', { id })
    return { input: { id } }
  },
  'cases.set-kind': async () => ({ input: { name: newName() } }),
  'cases.set-cause': async () => ({ input: { name: newName() } }),
  'cases.change-case': async office => ({ input: { id: await newCase(office), ...(await aCause(office)).input } }),
}

export const caseQuestions: Readonly<Record<string, Stage>> = {
  'cases.list-cases': async office => {
    await newCase(office)
    return {}
  },
  'cases.list-waiting': async office => {
    await newCase(office)
    return {}
  },
  'cases.opening-of': async office => ({ input: { id: await newCase(office) } }),
  'cases.list-answers': async office => {
    await newAnswer(office)
    return {}
  },
  'cases.offer-answers': async office => {
    const id = await newAnswer(office)
    const { record } = await office.see('cases.get-answer', { id })
    return { input: { text: record.title } }
  },
  'cases.answer-letter': async office => {
    const id = await newCase(office, { contactEmail: 'berit@outside.example' })
    const { entryId } = await office.act('cases.send-answer', { id, body: 'Yes.', way: 'mail' })
    return { input: { id, entryId } }
  },
}
