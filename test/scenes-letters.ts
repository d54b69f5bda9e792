/** The scenes of letters: one that could be finished, and a template in one language; what was done to them first. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

/** Written and addressed. */
export async function newLetter(office: Office): Promise<string> {
  const name = await nameIn(office)
  const facts = { subject: name, recipient: `${name}\nStorgatan 1`, body: text(`A letter about ${name}`) }
  return (await office.act('letters.create-letter', facts)).id
}

export async function newLetterTemplate(office: Office): Promise<string> {
  const name = await nameIn(office)
  const facts = { title: `Template ${name}`, language: 'sv', subject: name, body: text(name) }
  return (await office.act('letters.create-template', facts)).id
}

/** To two rows of a table. */
export async function newLetterMerge(office: Office): Promise<string> {
  const templateId = await newLetterTemplate(office)
  const name = await nameIn(office)
  const facts = { title: `Merge ${name}`, templateId, table: `Name;Street\n${name};Gatan 1\nOla;Gatan 2` }
  return (await office.act('letters.create-merge', facts)).id
}

const running: Stage = async office => {
  const id = await newLetterMerge(office)
  await office.act('letters.start-merge', { id, how: 'print' })
  return { input: { id } }
}

/** A letter to which acts were done first. */
const after =
  (...acts: readonly (readonly [string, object?])[]): Stage =>
  async office => {
    const id = await newLetter(office)
    for (const [command, input] of acts) await office.act(command, { id, ...input })
    return { input: { id } }
  }

/** Open in somebody's program. */
const opened = async (office: Office): Promise<string> =>
  (await office.act('letters.begin-editing', { id: await newLetter(office) })).id

const finished = ['letters.finish-letter'] as const

export const letterScenes: Readonly<Record<string, Stage>> = {
  'letters.reopen-letter': after(finished),
  'letters.send-letter': after(finished),
  'letters.restore-letter': after(['letters.discard-letter']),
  'letters.note-filed': async office => ({
    input: { id: await newLetter(office), documentId: await office.make.document() },
    as: office.system,
  }),
  'letters.settle-filed': async office => ({
    input: { documentId: await office.make.document() },
    as: office.system,
  }),
  'letters.note-mailed': async office => ({ ...(await after(finished)(office)), as: office.system }),
  'letters.note-opening': async office => ({ input: { id: await opened(office) }, as: office.system }),
  'letters.keep-office-file': async office => ({ input: { fileId: await office.make.file() }, as: office.system }),
  'letters.create-merge': async office => ({ input: { templateId: await newLetterTemplate(office) } }),
  'letters.stop-merge': running,
  'letters.note-merge-rows': async office => ({ ...(await running(office)), as: office.system }),
  'letters.note-merge-done': async office => ({ ...(await running(office)), as: office.system }),
  'letters.remove-variant': async office => {
    const id = await newLetterTemplate(office)
    await office.act('letters.write-variant', { id, language: 'nl', subject: 'Dag', body: text('Tekst') })
    return { input: { id } }
  },
  'letters.restore-template': async office => {
    const id = await newLetterTemplate(office)
    await office.act('letters.retire-template', { id })
    return { input: { id } }
  },
}

/** Asked by Kontor's own jobs. */
export const letterJobs = ['letters.letter-to-send', 'letters.merge-work']

export const letterQuestions: Readonly<Record<string, Stage>> = {
  'letters.show-opening': async office => ({ input: { id: await opened(office) } }),
  'letters.list-letters': async office => {
    await newLetter(office)
    return {}
  },
  'letters.list-merges': async office => {
    await newLetterMerge(office)
    return {}
  },
  'letters.list-templates': async office => {
    await newLetterTemplate(office)
    return {}
  },
}
