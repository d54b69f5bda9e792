import { parseXmlOrNull } from '../xml/parse.ts'
import { type SchemaCheck, validateXml } from '../xml/schema.ts'

/** The schemas of the three documents, by the file names under which OASIS and UN/CEFACT publish them. */
const schemas: Readonly<Record<string, string>> = {
  Invoice: 'UBL-Invoice-2.1.xsd',
  CreditNote: 'UBL-CreditNote-2.1.xsd',
  CrossIndustryInvoice: 'CrossIndustryInvoice_100pD16B.xsd',
}

/**
 * Holds an e-invoice against the schema of its syntax, where the operator has laid it into the folder of schemas (see
 * `validateXml`): beneath the rules of EN 16931 lie the order and types of the elements themselves.
 */
export async function checkSchema(xml: Uint8Array | string): Promise<SchemaCheck> {
  const name = schemas[parseXmlOrNull(xml)?.name ?? '']
  return name ? validateXml(xml, name) : { schema: null, reason: 'not-at-hand', problems: [] }
}
