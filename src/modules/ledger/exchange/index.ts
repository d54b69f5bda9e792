import { exportBooksBody } from './export-books.ts'
import { importBooksBody } from './import-books.ts'
import { listAccountCodesBody, listImportsBody, setAccountCodeBody, setCompanyBody } from './settings.ts'
import { reopenVatBody, settleVatBody } from './settle-vat.ts'

export const exchangeBodies = [settleVatBody, reopenVatBody, importBooksBody, setAccountCodeBody, setCompanyBody]
export const exchangeQueryBodies = [exportBooksBody, listImportsBody, listAccountCodesBody]
