/** The scenes of fax: one that came, one that is about to go, a gateway for both. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

const number = '+40 21 312 3456'

export const newFaxLine = async (office: Office): Promise<string> => {
  const facts = { way: 'gateway', senders: ['@fax.example'], addressOut: '{number}@fax.example', isDefault: true }
  return (await office.act('fax.add-line', { title: await nameIn(office), ...facts })).id
}

const newPaper = async (office: Office): Promise<string> => {
  const documentId = await office.make.document()
  await office.superuser.query(
    `update kernel.file set media_type = 'application/pdf' where id = (select file_id from documents.document where id = $1)`,
    [documentId],
  )
  return documentId
}

export const newFax = async (office: Office): Promise<string> => {
  const came = { lineId: null, number, name: await nameIn(office), pages: 1, at: '2026-11-24T08:40:00Z', mark: newId() }
  return (await office.act('fax.receive-fax', { documentId: await newPaper(office), ...came }, office.system)).id
}

const newFaxOut = async (office: Office): Promise<string> => {
  await newFaxLine(office)
  const facts = { number, name: await nameIn(office), sure: true }
  return (await office.act('fax.send-fax', { documentId: await newPaper(office), ...facts })).id
}

/** About to go, with what goes kept. */
const newSending = async (office: Office): Promise<string> => {
  const id = await newFaxOut(office)
  await office.act('fax.note-sending', { id, fileId: await office.make.file(), pages: 1 }, office.system)
  return id
}

const newDoubtful = async (office: Office): Promise<string> => {
  const id = await newSending(office)
  const told = { state: 'doubtful', problem: 'no-report', report: '', spoolJob: null, reportId: null }
  await office.act('fax.note-report', { id, ...told }, office.system)
  return id
}

export const faxScenes: Readonly<Record<string, Stage>> = {
  'fax.send-fax': async office => {
    await newFaxLine(office)
    return { input: { documentId: await newPaper(office), number, partyId: null, sure: true } }
  },
  'fax.cancel-fax': async office => ({ input: { id: await newFaxOut(office) } }),
  'fax.send-again': async office => ({ input: { id: await newDoubtful(office), sure: true } }),
  'fax.note-result': async office => ({ input: { id: await newDoubtful(office) } }),
  'fax.note-sending': async office => ({ input: { id: await newFaxOut(office), fileId: await office.make.file() } }),
  'fax.note-report': async office => ({ input: { id: await newSending(office), reportId: null } }),
  'fax.receive-fax': async () => ({ input: { mark: newId(), lineId: null } }),
}

export const faxQuestions: Readonly<Record<string, Stage>> = {
  'fax.list-faxes': async office => {
    await newFax(office)
    return {}
  },
  'fax.list-waiting': async office => {
    await newFax(office)
    return {}
  },
  'fax.list-lines': async office => {
    await newFaxLine(office)
    return {}
  },
  'fax.fax-to-send': async office => ({ input: { id: await newFaxOut(office) } }),
}

/** What Kontor's own jobs alone may ask. */
export const faxJobs: readonly string[] = ['fax.fax-to-send', 'fax.mail-to-look']
