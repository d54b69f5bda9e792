/** `AAA-AAI` is every code from the first to the last, by the last letter. */
function expanded(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap(part => {
      const [from = '', to] = part.split('-')
      if (!to) return [from]
      const last = (code: string): number => code.charCodeAt(2)
      return Array.from(
        { length: last(to) - last(from) + 1 },
        (_, n) => from.slice(0, 2) + String.fromCharCode(last(from) + n),
      )
    })
}

/** UNTDID 4451: what a note is about. As of 2026. */
export const noteSubjects: ReadonlySet<string> = new Set(
  expanded(`
    AAA-AAG AAI-AAZ ABA-ABX ABZ ACA-ACZ ADA-ADZ AEA-AEZ AFA-AFZ AGA-AGZ AHA-AHZ AIA-AIZ AJA AJB ALC-ALQ ARR ARS AUT-AUZ
    AVA-AVF BAG-BAS BLC-BLZ BMA-BME CCI CEX CHG CIP CLP CLR COI CUR CUS DAR DCL DEL DIN DOC DUT EUR FBC GBL GEN GS7 HAN HAZ
    ICN IIN IMI IND INS INV IRP ITR ITS LAN LIN LOI MCO MDH MKS ORI OSI PAC PAI PAY PKG PKT PMD PMT PRD PRF PRI PUR QIN QQD
    QUT RAH REG RET REV RQR SAF SIC SIN SLR SPA SPG SPH SPP SPT SRN SSR SUR TCA TDT TRA TRR TXD WHI ZZZ
  `),
)
