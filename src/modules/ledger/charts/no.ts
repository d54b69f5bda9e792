/** Norway: accounts numbered as the Norwegian standard chart (NS 4102) numbers them; VAT codes are the standard codes of SAF-T and the VAT return. As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'

const accounts = `
1000 a Forskning og utvikling | Research and development
1020 a Konsesjoner, patenter og lisenser | Concessions, patents and licences
1070 a Utsatt skattefordel | Deferred tax asset
1080 a Goodwill | Goodwill
1100 a Bygninger | Buildings
1120 a Bygningsmessige anlegg | Building installations
1150 a Tomter og andre grunnarealer | Land
1200 a Maskiner og anlegg | Machinery and plant
1230 a Personbiler | Cars
1240 a Varebiler | Vans
1250 a Inventar | Furniture
1270 a Verktøy | Tools
1280 a Kontormaskiner | Office machines
1290 a Andre driftsmidler | Other equipment
1300 a Investeringer i datterselskap | Shares in subsidiaries
1350 a Investeringer i aksjer og andeler | Shares
1360 a Obligasjoner | Bonds
1390 a Andre langsiktige fordringer | Other long-term receivables
1400 a Råvarer og innkjøpte halvfabrikata | Raw materials
1420 a Varer under tilvirkning | Work in progress
1460 a Innkjøpte varer for videresalg | Goods for resale
1480 a Forskuddsbetaling til leverandører | Advances to suppliers
1500 a Kundefordringer | Accounts receivable
1530 a Opptjent, ikke fakturert inntekt | Revenue earned, not invoiced
1570 a Andre kortsiktige fordringer | Other short-term receivables
1571 a Reiseforskudd | Travel advances
1572 a Lønnsforskudd | Wage advances
1580 a Avsetning tap på fordringer | Provision for doubtful debts
1600 a Utgående merverdiavgift til gode | Output VAT receivable
1610 a Inngående merverdiavgift til gode | Input VAT receivable
1640 a Oppgjørskonto merverdiavgift til gode | VAT settlement receivable
1700 a Forskuddsbetalt leie | Prepaid rent
1710 a Forskuddsbetalt rente | Prepaid interest
1720 a Forskuddsbetalt forsikring | Prepaid insurance
1749 a Andre forskuddsbetalte kostnader | Other prepaid costs
1750 a Påløpt leieinntekt | Accrued rental income
1760 a Påløpt renteinntekt | Accrued interest income
1800 a Markedsbaserte aksjer | Listed shares
1900 a Kontanter | Cash
1910 a Kontanter, annen kasse | Cash, other
1920 a Bankinnskudd | Bank deposits
1930 a Bankinnskudd, annen konto | Bank deposits, other account
1940 a Bankinnskudd i utenlandsk valuta | Bank deposits in foreign currency
1950 a Bankinnskudd for skattetrekk | Bank deposits, tax withheld
2000 e Aksjekapital | Share capital
2020 e Overkurs | Share premium
2030 e Annen innskutt egenkapital | Other paid-in equity
2050 e Annen egenkapital | Other equity
2080 e Udekket tap | Uncovered loss
2120 l Utsatt skatt | Deferred tax
2180 l Andre avsetninger for forpliktelser | Other provisions
2220 l Gjeld til kredittinstitusjoner, langsiktig | Long-term bank loans
2250 l Gjeld til ansatte og eiere, langsiktig | Long-term loans from staff and owners
2290 l Annen langsiktig gjeld | Other long-term debt
2380 l Kassekreditt | Overdraft
2390 l Annen gjeld til kredittinstitusjon | Other bank debt
2400 l Leverandørgjeld | Accounts payable
2500 l Betalbar skatt, ikke utlignet | Tax payable, not assessed
2510 l Betalbar skatt, utlignet | Tax payable, assessed
2600 l Forskuddstrekk | Tax withheld
2610 l Påleggstrekk | Attachments of earnings
2620 l Bidragstrekk | Maintenance deductions
2650 l Trukket fagforeningskontingent | Union dues withheld
2700 l Utgående merverdiavgift, høy sats | Output VAT, standard rate
2701 l Utgående merverdiavgift, middels sats | Output VAT, middle rate
2702 l Utgående merverdiavgift, lav sats | Output VAT, low rate
2703 l Utgående merverdiavgift, tjenester fra utlandet | Output VAT, services from abroad
2704 l Utgående merverdiavgift, innførsel av varer | Output VAT, import of goods
2710 l Inngående merverdiavgift, høy sats | Input VAT, standard rate
2711 l Inngående merverdiavgift, middels sats | Input VAT, middle rate
2712 l Inngående merverdiavgift, lav sats | Input VAT, low rate
2713 l Inngående merverdiavgift, tjenester fra utlandet | Input VAT, services from abroad
2714 l Inngående merverdiavgift, innførsel av varer | Input VAT, import of goods
2740 l Oppgjørskonto merverdiavgift | VAT settlement
2770 l Skyldig arbeidsgiveravgift | Employer's contributions payable
2780 l Påløpt arbeidsgiveravgift på feriepenger | Accrued employer's contributions on holiday pay
2800 l Avsatt utbytte | Dividends
2900 l Forskudd fra kunder | Advances from customers
2910 l Gjeld til ansatte | Liabilities to employees
2920 l Gjeld til aksjonærer | Liabilities to shareholders
2930 l Skyldig lønn | Wages payable
2940 l Skyldige feriepenger | Holiday pay payable
2950 l Påløpt rente | Accrued interest
2960 l Annen påløpt kostnad | Other accrued costs
2970 l Uopptjent inntekt | Deferred income
2990 l Annen kortsiktig gjeld | Other short-term liabilities
2999 l Interimskonto | Suspense account
3000 i Salgsinntekt, avgiftspliktig, høy sats | Sales, standard rate @3
3020 i Salgsinntekt, avgiftspliktig, middels sats | Sales, middle rate @31
3040 i Salgsinntekt, avgiftspliktig, lav sats | Sales, low rate @33
3080 i Rabatter og annen reduksjon av salgsinntekt | Discounts given
3100 i Salgsinntekt, avgiftsfri | Sales, zero rate @5
3150 i Salgsinntekt, eksport | Sales, export @52
3200 i Salgsinntekt, unntatt avgift | Sales, outside VAT @6
3400 i Offentlige tilskudd | Public grants
3600 i Leieinntekter fast eiendom | Rental income, property
3620 i Andre leieinntekter | Other rental income
3700 i Provisjonsinntekter | Commission income
3800 i Gevinst ved avgang av anleggsmidler | Gain on disposal of assets
3900 i Annen driftsrelatert inntekt | Other operating income
3950 i Purregebyrer | Reminder fees
4000 c Forbruk av råvarer | Raw materials @1
4300 c Innkjøp av varer for videresalg | Goods for resale @1
4360 c Frakt, toll og spedisjon | Freight, duty and forwarding @1
4370 c Mottatte rabatter | Discounts received
4390 c Beholdningsendring | Change in stock
4500 c Fremmedytelser og underentreprise | Subcontractors @1
5000 c Lønn til ansatte | Wages
5010 c Lønn til ledere | Wages, management
5090 c Påløpt, ikke utbetalt lønn | Accrued wages
5180 c Feriepenger | Holiday pay
5182 c Arbeidsgiveravgift på feriepenger | Employer's contributions on holiday pay
5210 c Fri telefon | Telephone benefit
5250 c Gruppelivsforsikring | Group life insurance
5290 c Motkonto for gruppe 52 | Contra account for benefits
5330 c Godtgjørelse til styre | Board fees
5400 c Arbeidsgiveravgift | Employer's contributions
5420 c Innberetningspliktig pensjonskostnad | Pension cost
5800 c Refusjon av sykepenger | Sick pay refunds
5900 c Gaver til ansatte | Gifts to staff
5910 c Kantinekostnad | Canteen @11
5920 c Yrkesskadeforsikring | Occupational injury insurance
5945 c Pensjonsforsikring for ansatte | Pension insurance
5990 c Annen personalkostnad | Other staff costs @1
6000 c Avskrivning på bygninger | Depreciation of buildings
6010 c Avskrivning på transportmidler | Depreciation of vehicles
6015 c Avskrivning på maskiner | Depreciation of machinery
6017 c Avskrivning på inventar | Depreciation of furniture
6020 c Avskrivning på immaterielle eiendeler | Amortisation
6050 c Nedskrivning av driftsmidler | Write-down of equipment
6100 c Frakt og transport ved salg | Freight on sales @1
6200 c Elektrisitet | Electricity @1
6210 c Gass | Gas @1
6260 c Vann | Water
6300 c Leie lokale | Rent of premises @1
6320 c Renovasjon, vann og avløp | Waste, water and sewage @1
6340 c Lys og varme | Light and heating @1
6360 c Renhold | Cleaning @1
6390 c Annen kostnad lokaler | Other costs of premises @1
6400 c Leie av maskiner | Rent of machinery @1
6420 c Leie av datasystemer | Rent of IT systems @1
6430 c Leie av andre kontormaskiner | Rent of office machines @1
6440 c Leie av transportmidler | Rent of vehicles
6500 c Motordrevet verktøy | Power tools @1
6540 c Inventar | Furniture below the asset limit @1
6551 c Datautstyr | IT equipment below the asset limit @1
6553 c Programvare, anskaffelse | Software @1
6554 c Programvare, årlig vedlikehold | Software maintenance @1
6560 c Rekvisita | Supplies @1
6570 c Arbeidsklær og verneutstyr | Work clothes @1
6600 c Reparasjon og vedlikehold av bygninger | Repairs of buildings @1
6620 c Reparasjon og vedlikehold av utstyr | Repairs of equipment @1
6700 c Revisjonshonorar | Auditor @1
6705 c Regnskapshonorar | Accounting services @1
6720 c Økonomisk rådgivning | Financial advice @1
6725 c Juridisk bistand | Legal services @1
6740 c Innleid personell | Temporary staff @1
6790 c Annen fremmed tjeneste | Other services @1
6800 c Kontorrekvisita | Office supplies @1
6810 c Datakostnad | IT costs @1
6820 c Trykksaker | Printed matter @1
6840 c Aviser, tidsskrifter og bøker | Newspapers and books
6860 c Møter, kurs og oppdatering | Meetings and training @1
6900 c Telefon | Telephone @1
6903 c Mobiltelefon | Mobile telephone @1
6907 c Datakommunikasjon | Internet @1
6940 c Porto | Postage @1
7000 c Drivstoff | Fuel @1
7020 c Vedlikehold av transportmidler | Vehicle repairs @1
7040 c Forsikring og avgifter på transportmidler | Vehicle insurance and tax
7100 c Bilgodtgjørelse, oppgavepliktig | Mileage, reportable
7130 c Reisekostnad, oppgavepliktig | Travel, reportable
7140 c Reisekostnad, ikke oppgavepliktig | Travel @13
7150 c Diettkostnad, oppgavepliktig | Daily allowances, reportable
7160 c Diettkostnad, ikke oppgavepliktig | Daily allowances
7200 c Provisjonskostnad | Commissions @1
7320 c Reklamekostnad | Advertising @1
7350 c Representasjon, fradragsberettiget | Entertainment, deductible
7360 c Representasjon, ikke fradragsberettiget | Entertainment, not deductible
7400 c Kontingent, fradragsberettiget | Membership fees, deductible
7410 c Kontingent, ikke fradragsberettiget | Membership fees, not deductible
7430 c Gave, ikke fradragsberettiget | Gifts, not deductible
7500 c Forsikringspremie | Insurance
7600 c Lisensavgift og royalties | Licences and royalties @1
7740 c Øreavrunding | Rounding
7770 c Bank- og kortgebyrer | Bank and card fees
7790 c Annen kostnad, fradragsberettiget | Other costs @1
7791 c Annen kostnad, ikke fradragsberettiget | Other costs, not deductible
7800 c Tap ved avgang av anleggsmidler | Loss on disposal of assets
7830 c Tap på fordringer | Bad debts
8050 i Annen renteinntekt | Interest income
8060 i Valutagevinst (agio) | Exchange gains
8070 i Annen finansinntekt | Other financial income
8071 i Aksjeutbytte | Dividends
8150 c Annen rentekostnad | Interest cost
8155 c Rentekostnad leverandørgjeld | Late payment interest
8160 c Valutatap (disagio) | Exchange losses
8170 c Annen finanskostnad | Other financial costs
8300 c Betalbar skatt | Tax payable
8320 c Endring i utsatt skatt | Change in deferred tax
`

export const no: ChartData = {
  language: 'nb',
  accounts: readAccounts(accounts),
  vatCodes: [
    {
      code: '3',
      kind: 'sale',
      rate: '25',
      category: 'S',
      name: 'Utgående mva, høy sats',
      english: 'Output VAT 25 %',
      tax: '2700',
      boxes: ['3', '3', null],
    },
    {
      code: '31',
      kind: 'sale',
      rate: '15',
      category: 'S',
      name: 'Utgående mva, middels sats',
      english: 'Output VAT 15 %',
      tax: '2701',
      boxes: ['31', '31', null],
    },
    {
      code: '33',
      kind: 'sale',
      rate: '12',
      category: 'S',
      name: 'Utgående mva, lav sats',
      english: 'Output VAT 12 %',
      tax: '2702',
      boxes: ['33', '33', null],
    },
    {
      code: '5',
      kind: 'sale',
      rate: '0',
      category: 'Z',
      name: 'Omsetning fritatt for mva',
      english: 'Sales, zero rate',
      boxes: ['5', null, null],
    },
    {
      code: '51',
      kind: 'sale',
      rate: '0',
      category: 'AE',
      name: 'Omsetning innenlands, omvendt avgiftsplikt',
      english: 'Domestic sales, reverse charge',
      boxes: ['51', null, null],
    },
    {
      code: '52',
      kind: 'sale',
      rate: '0',
      category: 'G',
      name: 'Utførsel av varer og tjenester',
      english: 'Export',
      boxes: ['52', null, null],
    },
    {
      code: '6',
      kind: 'sale',
      rate: '0',
      category: 'E',
      name: 'Omsetning unntatt fra mva-loven',
      english: 'Sales outside the VAT act',
      boxes: ['6', null, null],
    },
    {
      code: '1',
      kind: 'purchase',
      rate: '25',
      category: 'S',
      name: 'Inngående mva, høy sats',
      english: 'Input VAT 25 %',
      tax: '2710',
      boxes: [null, '1', null],
    },
    {
      code: '11',
      kind: 'purchase',
      rate: '15',
      category: 'S',
      name: 'Inngående mva, middels sats',
      english: 'Input VAT 15 %',
      tax: '2711',
      boxes: [null, '11', null],
    },
    {
      code: '13',
      kind: 'purchase',
      rate: '12',
      category: 'S',
      name: 'Inngående mva, lav sats',
      english: 'Input VAT 12 %',
      tax: '2712',
      boxes: [null, '13', null],
    },
    {
      code: '81',
      kind: 'import',
      rate: '25',
      category: 'S',
      name: 'Innførsel av varer med fradrag, høy sats',
      english: 'Import of goods, deductible, 25 %',
      tax: '2714',
      due: '2704',
      boxes: ['81', '81', '81'],
    },
    {
      code: '83',
      kind: 'import',
      rate: '15',
      category: 'S',
      name: 'Innførsel av varer med fradrag, middels sats',
      english: 'Import of goods, deductible, 15 %',
      tax: '2714',
      due: '2704',
      boxes: ['83', '83', '83'],
    },
    {
      code: '86',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Tjenester fra utlandet med fradrag, høy sats',
      english: 'Services from abroad, deductible, 25 %',
      tax: '2713',
      due: '2703',
      boxes: ['86', '86', '86'],
    },
    {
      code: '91',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Klimakvoter eller gull med fradrag',
      english: 'Emission allowances or gold, deductible',
      tax: '2713',
      due: '2703',
      boxes: ['91', '91', '91'],
    },
  ],
  roles: {
    payables: '2400',
    receivables: '1500',
    bank: '1920',
    cash: '1900',
    'input-vat': '2710',
    'output-vat': '2700',
    'vat-settlement': '2740',
    rounding: '7740',
    'exchange-gain': '8060',
    'exchange-loss': '8160',
    'bank-fees': '7770',
    'interest-income': '8050',
    'interest-cost': '8155',
    'write-offs': '7830',
    'discounts-taken': '4370',
    'discounts-given': '3080',
    'employee-claims': '2910',
    'accrued-costs': '2960',
    'prepaid-costs': '1749',
    'opening-balance': '2999',
    'retained-earnings': '2050',
    'result-of-year': '2050',
    clearing: '2999',
    sales: '3000',
    purchases: '4300',
    'reminder-fees': '3950',
    'pay-clearing': '2930',
  },
}
