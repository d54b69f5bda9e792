/** When VAT falls due (BT-8): UNTDID 2005, as EN 16931 has it, to UNTDID 2475, as CII does: on invoice, delivery, payment. */
export const taxPointOfCii: Readonly<Record<string, string>> = { '3': '5', '35': '29', '432': '72' }

export const taxPointFromCii: Readonly<Record<string, string>> = { '5': '3', '29': '35', '72': '432' }
