/**
 * The national VAT returns: what their boxes are called, which of them add others up, and how they are rounded. As of 2026, for those
 * whose numbers the charts use; names stand in the language of the return, as the form prints them.
 */

export interface VatReturn {
  readonly names: Readonly<Record<string, string>>
  /** Boxes that add others up: tax to be paid is positive. */
  readonly sums: readonly { readonly box: string; readonly of: readonly string[]; readonly less: readonly string[] }[]
  /** The box that says what is paid or comes back. */
  readonly result: string | null
  /** Returns in whole units cut what is below them, or round to the nearest; others are exact. */
  readonly rounding: 'cut' | 'nearest' | 'none'
}

const sweden: VatReturn = {
  names: {
    '05': 'Momspliktig försäljning',
    '06': 'Momspliktiga uttag',
    '07': 'Beskattningsunderlag vid vinstmarginalbeskattning',
    '08': 'Hyresinkomster vid frivillig skattskyldighet',
    '10': 'Utgående moms 25 %',
    '11': 'Utgående moms 12 %',
    '12': 'Utgående moms 6 %',
    '20': 'Inköp av varor från ett annat EU-land',
    '21': 'Inköp av tjänster från ett annat EU-land',
    '22': 'Inköp av tjänster från ett land utanför EU',
    '23': 'Inköp av varor i Sverige som köparen är skattskyldig för',
    '24': 'Övriga inköp av tjänster som köparen är skattskyldig för',
    '30': 'Utgående moms 25 % på inköp i ruta 20–24',
    '31': 'Utgående moms 12 % på inköp i ruta 20–24',
    '32': 'Utgående moms 6 % på inköp i ruta 20–24',
    '35': 'Försäljning av varor till ett annat EU-land',
    '36': 'Försäljning av varor utanför EU',
    '37': 'Mellanmans inköp av varor vid trepartshandel',
    '38': 'Mellanmans försäljning av varor vid trepartshandel',
    '39': 'Försäljning av tjänster till näringsidkare i annat EU-land',
    '40': 'Övrig försäljning av tjänster omsatta utanför Sverige',
    '41': 'Försäljning när köparen är skattskyldig i Sverige',
    '42': 'Övrig försäljning m.m.',
    '48': 'Ingående moms att dra av',
    '49': 'Moms att betala eller få tillbaka',
    '50': 'Beskattningsunderlag vid import',
    '60': 'Utgående moms 25 % vid import',
    '61': 'Utgående moms 12 % vid import',
    '62': 'Utgående moms 6 % vid import',
  },
  sums: [{ box: '49', of: ['10', '11', '12', '30', '31', '32', '60', '61', '62'], less: ['48'] }],
  result: '49',
  rounding: 'cut',
}

const norway: VatReturn = {
  names: {
    '1': 'Kjøp med fradragsrett, 25 %',
    '11': 'Kjøp med fradragsrett, 15 %',
    '12': 'Kjøp av råfisk med fradragsrett, 11,11 %',
    '13': 'Kjøp med fradragsrett, 12 %',
    '14': 'Innførsel av varer, fradrag for innførselsmva., 25 %',
    '15': 'Innførsel av varer, fradrag for innførselsmva., 15 %',
    '3': 'Salg, 25 %',
    '31': 'Salg, 15 %',
    '32': 'Salg av råfisk, 11,11 %',
    '33': 'Salg, 12 %',
    '5': 'Innenlands omsetning, 0 %',
    '51': 'Innenlands omsetning med omvendt avgiftsplikt',
    '52': 'Utførsel av varer og tjenester, 0 %',
    '6': 'Omsetning utenfor merverdiavgiftsloven',
    '81': 'Innførsel av varer med fradragsrett, 25 %',
    '82': 'Innførsel av varer uten fradragsrett, 25 %',
    '83': 'Innførsel av varer med fradragsrett, 15 %',
    '84': 'Innførsel av varer uten fradragsrett, 15 %',
    '85': 'Innførsel av varer som det ikke skal beregnes mva. av',
    '86': 'Kjøp av tjenester fra utlandet med fradragsrett, 25 %',
    '87': 'Kjøp av tjenester fra utlandet uten fradragsrett, 25 %',
    '88': 'Kjøp av tjenester fra utlandet med fradragsrett, 12 %',
    '89': 'Kjøp av tjenester fra utlandet uten fradragsrett, 12 %',
    '91': 'Kjøp av klimakvoter eller gull med fradragsrett',
    '92': 'Kjøp av klimakvoter eller gull uten fradragsrett',
  },
  sums: [],
  result: null,
  rounding: 'nearest',
}

const netherlands: VatReturn = {
  names: {
    '1a': 'Leveringen/diensten belast met hoog tarief',
    '1b': 'Leveringen/diensten belast met laag tarief',
    '1c': 'Leveringen/diensten belast met overige tarieven, behalve 0%',
    '1d': 'Privégebruik',
    '1e': 'Leveringen/diensten belast met 0% of niet bij u belast',
    '2a': 'Leveringen/diensten waarbij de omzetbelasting naar u is verlegd',
    '3a': 'Leveringen naar landen buiten de EU (uitvoer)',
    '3b': 'Leveringen naar of diensten in landen binnen de EU',
    '3c': 'Installatie/afstandsverkopen binnen de EU',
    '4a': 'Leveringen/diensten uit landen buiten de EU',
    '4b': 'Leveringen/diensten uit landen binnen de EU',
    '5a': 'Verschuldigde omzetbelasting (rubrieken 1 t/m 4)',
    '5b': 'Voorbelasting',
    '5c': 'Subtotaal: 5a min 5b',
  },
  sums: [
    { box: '5a', of: ['1a', '1b', '1c', '1d', '2a', '4a', '4b'], less: [] },
    { box: '5c', of: ['5a'], less: ['5b'] },
  ],
  result: '5c',
  rounding: 'nearest',
}

const english: VatReturn = {
  names: {
    '1': 'VAT due on sales and other outputs',
    '2': 'VAT due on acquisitions from EU member states into Northern Ireland',
    '3': 'Total VAT due',
    '4': 'VAT reclaimed on purchases and other inputs',
    '5': 'Net VAT to pay or reclaim',
    '6': 'Total value of sales, excluding VAT',
    '7': 'Total value of purchases, excluding VAT',
    '8': 'Value of supplies of goods to EU member states from Northern Ireland',
    '9': 'Value of acquisitions of goods from EU member states into Northern Ireland',
    T1: 'VAT on supplies (Ireland)',
    T2: 'VAT on deductible goods and services (Ireland)',
    T3: 'Net payable (negative: repayable, T4)',
  },
  sums: [
    { box: 'T3', of: ['T1'], less: ['T2'] },
    { box: '3', of: ['1', '2'], less: [] },
    { box: '5', of: ['3'], less: ['4'] },
  ],
  result: '5',
  rounding: 'none',
}

/** Declaração periódica de IVA, quadro 06 (Portaria 221/2017 and its instructions); in cents. */
const portugal: VatReturn = {
  names: {
    '1': 'Transmissões e prestações à taxa reduzida: base tributável',
    '2': 'Imposto à taxa reduzida',
    '3': 'Transmissões e prestações à taxa normal: base tributável',
    '4': 'Imposto à taxa normal',
    '5': 'Transmissões e prestações à taxa intermédia: base tributável',
    '6': 'Imposto à taxa intermédia',
    '7': 'Transmissões intracomunitárias de bens e prestações de serviços das declarações recapitulativas',
    '8': 'Operações isentas ou não tributadas que conferem direito à dedução',
    '9': 'Operações isentas ou não tributadas que não conferem direito à dedução',
    '10': 'Aquisições intracomunitárias de bens e operações assimiladas: total da base',
    '11': 'Aquisições intracomunitárias de bens: total do imposto',
    '12': 'Aquisições intracomunitárias cujo imposto foi liquidado pelo declarante: base',
    '13': 'Aquisições intracomunitárias cujo imposto foi liquidado pelo declarante: imposto',
    '16': 'Serviços de sujeitos passivos de outros Estados-Membros: base tributável',
    '17': 'Serviços de sujeitos passivos de outros Estados-Membros: imposto',
    '20': 'Imposto dedutível: imobilizado',
    '21': 'Imposto dedutível: existências à taxa reduzida',
    '22': 'Imposto dedutível: existências à taxa normal',
    '23': 'Imposto dedutível: existências à taxa intermédia',
    '24': 'Imposto dedutível: outros bens e serviços',
    '91': 'Total do imposto a favor do sujeito passivo',
    '92': 'Total do imposto a favor do Estado',
    '93': 'Imposto a entregar ao Estado (negativo: crédito a recuperar, campo 94)',
  },
  sums: [
    { box: '91', of: ['20', '21', '22', '23', '24'], less: [] },
    { box: '92', of: ['2', '4', '6', '11', '17'], less: [] },
    { box: '93', of: ['92'], less: ['91'] },
  ],
  result: '93',
  rounding: 'none',
}

const other: VatReturn = { names: {}, sums: [], result: null, rounding: 'none' }

/** The return of a chart's country. */
export const vatReturnOf = (chart: string): VatReturn =>
  ({
    SE: sweden,
    NO: norway,
    NL: netherlands,
    EN: english,
    PT: portugal,
    RO: { ...other, rounding: 'nearest' as const },
  })[chart] ?? other

/** An amount as the return wants it; in minor units, of which `unit` make a whole one. */
export function roundedFor({ rounding }: VatReturn, minor: bigint, unit: bigint): bigint {
  if (rounding === 'none') return minor
  const size = minor < 0n ? -minor : minor
  const whole = rounding === 'cut' ? size / unit : (size + unit / 2n) / unit
  return (minor < 0n ? -whole : whole) * unit
}
