import type { Bill } from '../bill.ts'
import type { BillLayout } from '../parties/types.ts'
import { Sheet } from '../sheet.ts'
import { factsOf, truthOf } from '../truth.ts'
import type { Sheaf, Truth } from '../types.ts'
import { drawBand } from './band.ts'
import { drawClassic } from './classic.ts'
import { drawLedger } from './ledger.ts'
import { drawLetterhead } from './letterhead.ts'
import { drawSidebar } from './sidebar.ts'
import { drawUtility } from './utility.ts'
import { titleOf } from './parts.ts'

const layouts: Readonly<Record<BillLayout, (sheet: Sheet, bill: Bill) => void>> = {
  classic: drawClassic,
  band: drawBand,
  letterhead: drawLetterhead,
  sidebar: drawSidebar,
  ledger: drawLedger,
  utility: drawUtility,
}

/** `Faktura_88214.pdf`: what the sender's program calls its file. */
export const fileName = (bill: Bill): string => {
  const title = titleOf(bill).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(' ')[0] ?? 'paper'
  return `${title[0]?.toUpperCase() ?? ''}${title.slice(1)}_${bill.number.replace(/[^A-Za-z0-9-]+/g, '_')}.pdf`
}

/** Attaches the e-invoice as Factur-X 1.0 asks: name, relationship, and the profile in the XMP packet. */
const embed = (sheet: Sheet, xml: string, bill: Bill): void => {
  const at = new Date(`${bill.issuedOn}T09:00:00Z`)
  // PDFKit's types lag: they know neither the relationship nor the XMP packet.
  const doc = sheet.doc as unknown as { file(bytes: Buffer, options: object): void; appendXML(xml: string): void }
  doc.file(Buffer.from(xml), {
    name: 'factur-x.xml',
    type: 'text/xml',
    relationship: 'Alternative',
    description: 'Factur-X',
    creationDate: at,
    modifiedDate: at,
  })
  doc.appendXML(
    '<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>',
  )
}

/** The bill laid out but not yet closed. */
export const layOut = (bill: Bill): Sheet => {
  const { look, name } = bill.seller
  const sheet = new Sheet({
    title: `${titleOf(bill)} ${bill.number}`,
    author: name,
    writtenAt: new Date(`${bill.issuedOn}T09:00:00Z`),
    face: look.face,
  })
  layouts[look.layout](sheet, bill)
  return sheet
}

/** A bill, credit note, reminder, delivery note, order or quote in its seller's look; `facturX` is attached where given. */
export const drawBill = async (bill: Bill, more: Partial<Truth> = {}, facturX?: string): Promise<Sheaf> => {
  const sheet = layOut(bill)
  if (facturX !== undefined) embed(sheet, facturX, bill)
  const drawn = await sheet.end()
  return { name: fileName(bill), pdf: drawn.pdf, truth: truthOf(drawn, { ...factsOf(bill), ...more }) }
}
