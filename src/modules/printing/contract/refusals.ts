import { refusal } from '../../../kernel/refusal.ts'

export const printerTwice = refusal('printer-twice', 409)
export const printerAddressWrong = refusal('printer-address-wrong', 422)
export const noPrinter = refusal('no-printer-chosen', 422)
export const printerRetired = refusal('printer-retired', 409)
export const printerCannot = refusal('printer-cannot', 409)
export const stockNotSet = refusal('print-stock-not-set', 409)
export const notPrintable = refusal('document-not-printable', 409)
export const jobEnded = refusal('print-job-ended', 409)
export const jobNotEnded = refusal('print-job-not-ended', 409)
