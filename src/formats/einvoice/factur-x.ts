/** What is needed of a PDF that is being written; a document of pdfkit has it. Its version must be 1.4 or later: 1.3 has no metadata. */
export interface PdfBeingWritten {
  file(
    content: Buffer,
    options: {
      name: string
      type: string
      description: string
      creationDate: Date
      modifiedDate: Date
      relationship: string
    },
  ): unknown
  appendXML(xml: string): void
}

const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

/**
 * Makes a PDF of an invoice a hybrid one, as Factur-X 1.0 and ZUGFeRD 2 ask for: the CII file is attached as `factur-x.xml`, an
 * alternative of what the pages show, and the metadata say so. No claim to PDF/A is made: nothing here checks that.
 */
export function attachFacturX(pdf: PdfBeingWritten, cii: string, at: Date): void {
  pdf.file(Buffer.from(cii, 'utf8'), {
    name: 'factur-x.xml',
    type: 'text/xml',
    description: 'Factur-X / ZUGFeRD',
    creationDate: at,
    modifiedDate: at,
    relationship: 'Alternative',
  })
  pdf.appendXML(`
    <rdf:Description rdf:about="" xmlns:fx="${namespace}">
      <fx:DocumentType>INVOICE</fx:DocumentType>
      <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
      <fx:Version>1.0</fx:Version>
      <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
    </rdf:Description>`)
}
