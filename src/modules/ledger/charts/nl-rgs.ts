/**
 * Codes of the Dutch reference classification (Referentie GrootboekSchema), which an audit file bears as `leadReference`. Only those
 * that two lists made apart from each other agree on: constants taken from the workbook of RGS 3.3, the accounts of Allors' base
 * application, and a map to the taxonomy of December 2025. Where they differ (VAT at the reduced rate), or one alone has it, none is given:
 * a code that is missing is asked of the accountant, a wrong one is a wrong file.
 */
export const rgsCodes: Readonly<Record<string, string>> = {
  '0210': 'BMvaBeiVvp',
  '0550': 'BEivKapOnd',
  '1000': 'BLimKasKas',
  '1100': 'BLimBanRba',
  '1150': 'BLimKruSto',
  '1300': 'BVorDebHad',
  '1400': 'BSchCreHac',
  '1500': 'BSchBepBtwOla',
  '1515': 'BSchBepBtwOlo',
  '1520': 'BSchBepBtwVoo',
  '1530': 'BSchBepBtwOlw',
  '1540': 'BSchBepBtwOlu',
  '1545': 'BSchBepBtwOlb',
  '1550': 'BSchBepBtwOop',
  '1560': 'BSchBepBtwAfo',
  '4500': 'WBedAutBra',
  '4690': 'WBedAlkOal',
  '7100': 'WKprKuwKuw',
}
