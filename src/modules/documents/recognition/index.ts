/** Recognition: pages of words to fields. What others in this module may use of it. */
export { parseEInvoice, readEInvoice } from './einvoice.ts'
export { recognise } from './recognise.ts'
export * from './types.ts'
