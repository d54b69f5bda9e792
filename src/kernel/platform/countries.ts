/** What a country says about an office in it: its currency (ISO 4217, 2026) and the zone of its capital (IANA). */

const byCurrency: Readonly<Record<string, string>> = {
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI ZW PA',
  AUD: 'AU CC CX HM KI NF NR TV',
  NOK: 'NO BV SJ',
  DKK: 'DK FO GL',
  GBP: 'GB GG IM JE GS',
  CHF: 'CH LI',
  NZD: 'NZ CK NU PN TK',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XPF: 'NC PF WF',
  XCD: 'AG AI DM GD KN LC MS VC',
  XCG: 'CW SX',
  ILS: 'IL PS',
  MAD: 'MA EH',
  SEK: 'SE', RON: 'RO', PLN: 'PL', CZK: 'CZ', HUF: 'HU', ISK: 'IS', ALL: 'AL', BAM: 'BA', MKD: 'MK', RSD: 'RS', MDL: 'MD',
  UAH: 'UA', BYN: 'BY', RUB: 'RU', TRY: 'TR', GEL: 'GE', AMD: 'AM', AZN: 'AZ', KZT: 'KZ', KGS: 'KG', TJS: 'TJ', TMT: 'TM',
  UZS: 'UZ', GIP: 'GI', SHP: 'SH', FKP: 'FK', CAD: 'CA', MXN: 'MX', BRL: 'BR', ARS: 'AR', BOB: 'BO', CLP: 'CL', COP: 'CO',
  PEN: 'PE', PYG: 'PY', UYU: 'UY', VES: 'VE', GYD: 'GY', SRD: 'SR', CRC: 'CR', GTQ: 'GT', HNL: 'HN', NIO: 'NI', BZD: 'BZ',
  CUP: 'CU', DOP: 'DO', HTG: 'HT', JMD: 'JM', BSD: 'BS', BBD: 'BB', BMD: 'BM', KYD: 'KY', TTD: 'TT', AWG: 'AW', CNY: 'CN',
  HKD: 'HK', MOP: 'MO', TWD: 'TW', JPY: 'JP', KRW: 'KR', KPW: 'KP', MNT: 'MN', INR: 'IN', PKR: 'PK', BDT: 'BD', LKR: 'LK',
  NPR: 'NP', BTN: 'BT', MVR: 'MV', AFN: 'AF', IRR: 'IR', IQD: 'IQ', SYP: 'SY', LBP: 'LB', JOD: 'JO', SAR: 'SA', AED: 'AE',
  QAR: 'QA', BHD: 'BH', KWD: 'KW', OMR: 'OM', YER: 'YE', SGD: 'SG', MYR: 'MY', IDR: 'ID', PHP: 'PH', THB: 'TH', VND: 'VN',
  KHR: 'KH', LAK: 'LA', MMK: 'MM', BND: 'BN', PGK: 'PG', FJD: 'FJ', SBD: 'SB', VUV: 'VU', WST: 'WS', TOP: 'TO', ZAR: 'ZA',
  NAD: 'NA', LSL: 'LS', SZL: 'SZ', BWP: 'BW', MZN: 'MZ', ZMW: 'ZM', MWK: 'MW', TZS: 'TZ', KES: 'KE', UGX: 'UG', RWF: 'RW',
  BIF: 'BI', ETB: 'ET', ERN: 'ER', DJF: 'DJ', SOS: 'SO', SDG: 'SD', SSP: 'SS', EGP: 'EG', LYD: 'LY', TND: 'TN', DZD: 'DZ',
  MRU: 'MR', GMD: 'GM', GNF: 'GN', SLE: 'SL', LRD: 'LR', GHS: 'GH', NGN: 'NG', CDF: 'CD', AOA: 'AO', STN: 'ST', CVE: 'CV',
  KMF: 'KM', MGA: 'MG', MUR: 'MU', SCR: 'SC',
}

const currencies = new Map(Object.entries(byCurrency).flatMap(([code, lands]) => lands.split(' ').map(land => [land, code] as const)))

/** Every country Kontor knows, ISO 3166-1 alpha-2. */
export const countries: readonly string[] = [...currencies.keys()].sort()

/** The currency used there, or undefined where there is no such country. */
export const currencyOfCountry = (country: string): string | undefined => currencies.get(country)

/** Capitals of countries with several zones; elsewhere the only zone there is. */
const capitalZones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires', AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto',
  CD: 'Africa/Kinshasa', CL: 'America/Santiago', CN: 'Asia/Shanghai', CY: 'Asia/Nicosia', DE: 'Europe/Berlin',
  EC: 'America/Guayaquil', ES: 'Europe/Madrid', FM: 'Pacific/Pohnpei', GL: 'America/Nuuk', ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa', KZ: 'Asia/Almaty', MH: 'Pacific/Majuro', MN: 'Asia/Ulaanbaatar', MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur', NZ: 'Pacific/Auckland', PF: 'Pacific/Tahiti', PG: 'Pacific/Port_Moresby', PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon', RU: 'Europe/Moscow', UA: 'Europe/Kyiv', UM: 'Pacific/Wake', US: 'America/New_York', UZ: 'Asia/Tashkent', XK: 'Europe/Belgrade',
}

/** The zone of its capital; UTC where the runtime knows none. */
export function zoneOfCountry(country: string): string {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones?(): string[] | undefined }
  return capitalZones[country] ?? locale.getTimeZones?.()?.[0] ?? 'UTC'
}

/** Whether the runtime knows the zone (IANA). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
