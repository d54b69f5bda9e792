/** The scenes of printing: a printer that nobody has reached yet, and a PDF to print on it. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

export const newPrinter = async (office: Office): Promise<string> => {
  const name = await nameIn(office)
  const uri = `ipp://203.0.113.7/ipp/${newId()}`
  return (await office.act('printing.add-printer', { name, place: name, uri, isDefault: true })).id
}

const newPdf = async (office: Office): Promise<string> => {
  const documentId = await office.make.document()
  await office.superuser.query(
    `update kernel.file set media_type = 'application/pdf' where id = (select file_id from documents.document where id = $1)`,
    [documentId],
  )
  return documentId
}

export const newPrintJob = async (office: Office): Promise<string> => {
  const printerId = await newPrinter(office)
  return (await office.act('printing.print-document', { documentId: await newPdf(office), printerId })).id
}

export const printingScenes: Readonly<Record<string, Stage>> = {
  'printing.add-printer': async () => ({ input: { uri: `ipp://203.0.113.7/ipp/${newId()}` } }),
  'printing.print-document': async office => ({
    input: { documentId: await newPdf(office), printerId: await newPrinter(office) },
  }),
  'printing.print-file': async office => {
    const fileId = await office.make.file()
    await office.superuser.query(`update kernel.file set media_type = 'application/pdf' where id = $1`, [fileId])
    const aboutId = await office.make.task()
    const { title } = (await office.see('work.get-task', { id: aboutId })).record
    return { input: { fileId, aboutId, title, printerId: await newPrinter(office) } }
  },
  'printing.set-stock': async office => ({ input: { printerId: await newPrinter(office) } }),
  'printing.choose-stock': async office => ({ input: { printerId: await newPrinter(office) } }),
  'printing.print-again': async office => {
    const id = await newPrintJob(office)
    await office.act('printing.cancel-job', { id })
    return { input: { id } }
  },
}

export const printingQuestions: Readonly<Record<string, Stage>> = {
  'printing.list-stocks': async office => {
    await office.act('printing.set-stock', { stock: 'badge', printerId: await newPrinter(office) })
    return {}
  },
  'printing.list-printers': async office => {
    await newPrinter(office)
    return {}
  },
  'printing.list-jobs': async office => {
    await newPrintJob(office)
    return {}
  },
}

/** What Kontor's own jobs alone may ask. */
export const printingJobs: readonly string[] = ['printing.job-to-send', 'printing.printer-to-look-at']
