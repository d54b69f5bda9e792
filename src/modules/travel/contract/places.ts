/** Places that offices travel to, with their clocks: typed by name in any of the six languages or by the airport's code. */
export interface Place {
  readonly name: string
  readonly zone: string
  readonly country: string
}

/** Zone, country, then names and codes; the first is how it is written. */
const table = `
Europe/Stockholm SE Stockholm ARN BMA Arlanda Bromma Estocolmo|Göteborg GOT Gothenburg Landvetter Gotemburgo|Malmö MMX Sturup|Uppsala|Linköping LPI|Norrköping NRK|Västerås VST|Örebro ORB|Umeå UME|Luleå LLA|Jönköping JKG|Sundsvall SDL|Östersund OSD|Kiruna KRN|Visby VBY|Borås|Karlstad KSD|Helsingborg|Lund
Europe/Oslo NO Oslo OSL Gardermoen|Bergen BGO|Trondheim TRD|Stavanger SVG|Tromsø TOS|Kristiansand KRS|Ålesund AES|Bodø BOO|Drammen|Lillehammer
Europe/Copenhagen DK København CPH Copenhagen Köpenhamn Kopenhagen Copenhaga Kastrup|Aarhus AAR|Billund BLL|Aalborg AAL|Odense
Europe/Helsinki FI Helsinki HEL Helsingfors|Tampere TMP|Turku TKU
Atlantic/Reykjavik IS Reykjavik KEF
Europe/Amsterdam NL Amsterdam AMS Schiphol|Rotterdam RTM|Eindhoven EIN|Utrecht|Haag Hague|Groningen GRQ|Maastricht MST
Europe/Brussels BE Brussel BRU Brussels Bryssel Bruxelles Bruxelas|Antwerpen ANR Antwerp|Gent
Europe/Luxembourg LU Luxembourg LUX Luxemburg
Europe/Bucharest RO București OTP Bucharest Bukarest Boekarest Bucareste|Cluj CLJ|Timișoara TSR|Iași IAS|Constanța CND|Brașov GHV|Sibiu SBZ
Europe/Lisbon PT Lisboa LIS Lisbon Lissabon Lisabona|Porto OPO|Faro FAO|Coimbra|Braga
Atlantic/Madeira PT Funchal FNC Madeira
Europe/London GB London LHR LGW STN LCY LTN Londen Londra Londres|Manchester MAN|Edinburgh EDI|Birmingham BHX|Glasgow GLA|Bristol BRS
Europe/Dublin IE Dublin DUB
Europe/Paris FR Paris CDG ORY Parijs|Lyon LYS|Nice NCE|Marseille MRS|Toulouse TLS|Strasbourg SXB
Europe/Madrid ES Madrid MAD|Barcelona BCN|Málaga AGP|Valencia VLC|Sevilla SVQ|Palma PMI
Europe/Rome IT Roma FCO Rome Rom|Milano MXP LIN BGY Milan|Venezia VCE Venice|Napoli NAP|Bologna BLQ|Torino TRN
Europe/Berlin DE Berlin BER|Hamburg HAM|München MUC Munich|Frankfurt FRA|Köln CGN Cologne|Düsseldorf DUS|Stuttgart STR|Hannover HAJ|Leipzig LEJ
Europe/Vienna AT Wien VIE Vienna Wenen Viena
Europe/Zurich CH Zürich ZRH Zurich|Genève GVA Geneva|Basel BSL|Bern
Europe/Prague CZ Praha PRG Prague Prag
Europe/Warsaw PL Warszawa WAW Warsaw Warschau Varșovia|Kraków KRK|Gdańsk GDN
Europe/Budapest HU Budapest BUD
Europe/Athens GR Athína ATH Athens Aten
Europe/Sofia BG Sofia SOF
Europe/Chisinau MD Chișinău RMO
Europe/Belgrade RS Beograd BEG Belgrade Belgrad
Europe/Tallinn EE Tallinn TLL
Europe/Riga LV Riga RIX
Europe/Vilnius LT Vilnius VNO
Europe/Istanbul TR Istanbul IST SAW
Europe/Kyiv UA Kyiv
America/New_York US New·York JFK EWR LGA NYC|Boston BOS|Washington IAD DCA|Miami MIA|Atlanta ATL
America/Chicago US Chicago ORD|Houston IAH|Dallas DFW
America/Denver US Denver DEN
America/Los_Angeles US Los·Angeles LAX|San·Francisco SFO|Seattle SEA
America/Toronto CA Toronto YYZ|Montréal YUL
America/Vancouver CA Vancouver YVR
America/Sao_Paulo BR São·Paulo GRU|Rio GIG
America/Mexico_City MX Ciudad·de·México MEX
America/Argentina/Buenos_Aires AR Buenos·Aires EZE
Asia/Dubai AE Dubai DXB|Abu·Dhabi AUH
Asia/Qatar QA Doha DOH
Asia/Riyadh SA Riyadh RUH
Asia/Jerusalem IL Tel·Aviv TLV
Africa/Cairo EG Cairo CAI Kairo
Africa/Nairobi KE Nairobi NBO
Africa/Johannesburg ZA Johannesburg JNB|Cape·Town CPT
Africa/Luanda AO Luanda LAD
Africa/Maputo MZ Maputo MPM
Africa/Casablanca MA Casablanca CMN
Asia/Kolkata IN Delhi DEL|Mumbai BOM|Bengaluru BLR
Asia/Singapore SG Singapore SIN
Asia/Kuala_Lumpur MY Kuala·Lumpur KUL
Asia/Jakarta ID Jakarta CGK
Asia/Bangkok TH Bangkok BKK
Asia/Ho_Chi_Minh VN Ho·Chi·Minh SGN
Asia/Manila PH Manila MNL
Asia/Hong_Kong HK Hong·Kong HKG
Asia/Shanghai CN Shanghai PVG|Beijing PEK PKX Peking
Asia/Taipei TW Taipei TPE
Asia/Tokyo JP Tokyo NRT HND Tokio Tóquio|Osaka KIX
Asia/Seoul KR Seoul ICN Seul
Australia/Sydney AU Sydney SYD
Australia/Melbourne AU Melbourne MEL
Pacific/Auckland NZ Auckland AKL
Pacific/Honolulu US Honolulu HNL
Pacific/Apia WS Apia APW
`

/** Letters that no decomposition folds. */
const single: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ß: 'ss' }
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæłđß]/g, letter => single[letter]!)
    .replaceAll('·', ' ')

const places: ReadonlyMap<string, Place> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap(line => {
      const [zone = '', country = '', ...rest] = line.split(' ')
      return rest
        .join(' ')
        .split('|')
        .flatMap(city => {
          const names = city.split(' ')
          const place = { name: names[0]!.replaceAll('·', ' '), zone, country }
          return names.map(name => [plain(name), place] as const)
        })
    }),
)

/** The place whose name or airport code stands in a text: the whole of it, its last word (`Lisboa LIS`), or its first ones. */
export function placeNamed(text: string): Place | null {
  const words = plain(text)
    .split(/[\s,()/–-]+/)
    .filter(Boolean)
  const tries = [
    words.join(' '),
    words.at(-1) ?? '',
    words.slice(0, 3).join(' '),
    words.slice(0, 2).join(' '),
    words[0] ?? '',
  ]
  for (const one of tries) {
    const found = places.get(one)
    if (found) return found
  }
  return null
}
