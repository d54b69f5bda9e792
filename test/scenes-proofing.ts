/** The scenes of proofing: a memo of a colleague's that is held, asked about, or released; a word of the office's own. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

const doubtful = 'The lift stands still on Wednesday 24 November 2026.'

export const newMemo = async (office: Office): Promise<string> =>
  (
    await office.act('proofing.hold-memo', {
      title: await nameIn(office),
      authorId: await office.make.principal(),
      memo: doubtful,
    })
  ).id

async function askedMemo(office: Office): Promise<string> {
  const id = await newMemo(office)
  await office.act('proofing.ask-author', { id, question: 'Tuesday or Wednesday?' })
  return id
}

let words = 0
const ownWord = async (office: Office): Promise<string> =>
  (await office.act('proofing.add-word', { word: `Kontorsord${++words}` })).wordId

export const proofingScenes: Readonly<Record<string, Stage>> = {
  'proofing.note-decision': async office => ({
    input: { title: `Memo ${newId()}`, aboutId: await office.make.task() },
  }),
  'proofing.hold-memo': async office => ({
    input: { title: `Memo ${newId()}`, authorId: await office.make.principal() },
  }),
  'proofing.ask-author': async office => ({ input: { id: await newMemo(office) } }),
  'proofing.correct-memo': async office => ({ input: { id: await askedMemo(office) } }),
  'proofing.release-memo': async office => ({ input: { id: await newMemo(office) } }),
  'proofing.take-back-memo-step': async office => ({ input: { id: await askedMemo(office) } }),
  'proofing.add-word': async () => ({ input: { word: `Kontorsord${++words}` } }),
  'proofing.remove-word': async office => ({ input: { wordId: await ownWord(office) } }),
}

export const proofingQuestions: Readonly<Record<string, Stage>> = {
  'proofing.list-waiting': async office => {
    await newMemo(office)
    return {}
  },
  'proofing.list-words': async office => {
    await ownWord(office)
    return {}
  },
}
