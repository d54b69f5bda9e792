/** The scenes of interviews. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** One that bears the office's mark; its panel is whoever prepares it. */
export async function newInterview({ act, make, see, owner }: Office, facts: object = {}): Promise<string> {
  const { title } = (await see('work.get-task', { id: await make.task() })).record
  const { id } = await act('interviews.create-interview', {
    title,
    candidateName: 'Amira',
    candidateEmail: 'amira@outside.example',
    panelIds: [owner.id],
    criteria: ['Steel', 'Words'],
    ...facts,
  })
  return id
}

export const interviewScenes: Readonly<Record<string, Stage>> = {
  'interviews.create-interview': async ({ make }) => ({ input: { panelIds: [await make.principal()] } }),
  'interviews.change-panel': async office => ({
    input: { id: await newInterview(office), panelIds: [await office.make.principal()] },
  }),
  'interviews.reopen-interview': async office => {
    const id = await newInterview(office)
    await office.act('interviews.decide-interview', { id, outcome: 'no' })
    return { input: { id } }
  },
}

export const interviewQuestions: Readonly<Record<string, Stage>> = {
  'interviews.list-interviews': async office => {
    await newInterview(office)
    return {}
  },
}
