/** Sweden: accounts numbered as the BAS chart numbers them, for a limited company; boxes of the VAT return (SKV 4700). As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'

const accounts = `
1010 a Utvecklingsutgifter | Development costs
1030 a Patent och licenser | Patents and licences
1070 a Goodwill | Goodwill
1110 a Byggnader | Buildings
1119 a Ackumulerade avskrivningar på byggnader | Depreciation of buildings
1120 a Förbättringsutgifter på annans fastighet | Improvements of rented premises
1129 a Ackumulerade avskrivningar på förbättringsutgifter | Depreciation of improvements of rented premises
1130 a Mark | Land
1210 a Maskiner och andra tekniska anläggningar | Machinery
1219 a Ackumulerade avskrivningar på maskiner | Depreciation of machinery
1220 a Inventarier och verktyg | Equipment and tools
1229 a Ackumulerade avskrivningar på inventarier och verktyg | Depreciation of equipment and tools
1240 a Bilar och andra transportmedel | Cars and other vehicles
1249 a Ackumulerade avskrivningar på bilar | Depreciation of vehicles
1250 a Datorer | Computers
1259 a Ackumulerade avskrivningar på datorer | Depreciation of computers
1310 a Andelar i koncernföretag | Shares in group companies
1350 a Andelar och värdepapper i andra företag | Shares in other companies
1380 a Andra långfristiga fordringar | Other long-term receivables
1410 a Lager av råvaror | Stock of raw materials
1460 a Lager av handelsvaror | Stock of merchandise
1470 a Pågående arbeten | Work in progress
1480 a Förskott för varor och tjänster | Advances to suppliers
1510 a Kundfordringar | Accounts receivable
1515 a Osäkra kundfordringar | Doubtful receivables
1519 a Nedskrivning av kundfordringar | Write-down of receivables
1580 a Fordringar för kontokort och kuponger | Card receivables
1610 a Kortfristiga fordringar hos anställda | Receivables from employees
1611 a Reseförskott | Travel advances
1620 a Upparbetad men ej fakturerad intäkt | Revenue earned, not invoiced
1630 a Avräkning för skatter och avgifter (skattekonto) | Tax account
1640 a Skattefordringar | Tax receivables
1650 a Momsfordran | VAT receivable
1680 a Andra kortfristiga fordringar | Other short-term receivables
1710 a Förutbetalda hyreskostnader | Prepaid rent
1720 a Förutbetalda leasingavgifter | Prepaid leasing
1730 a Förutbetalda försäkringspremier | Prepaid insurance
1750 a Upplupna hyresintäkter | Accrued rental income
1760 a Upplupna ränteintäkter | Accrued interest income
1790 a Övriga förutbetalda kostnader och upplupna intäkter | Other prepaid costs and accrued income
1810 a Andelar i börsnoterade företag | Listed shares
1910 a Kassa | Cash
1920 a Plusgiro | Plusgiro
1930 a Företagskonto | Business account
1940 a Övriga bankkonton | Other bank accounts
1950 a Bankcertifikat | Bank certificates
2010 e Eget kapital, delägare 1 | Owner's equity
2081 e Aktiekapital | Share capital
2085 e Uppskrivningsfond | Revaluation reserve
2086 e Reservfond | Statutory reserve
2091 e Balanserad vinst eller förlust | Retained earnings
2093 e Erhållna aktieägartillskott | Shareholders' contributions
2097 e Fri överkursfond | Share premium reserve
2098 e Vinst eller förlust från föregående år | Result of the previous year
2099 e Årets resultat | Result of the year
2110 l Periodiseringsfonder | Tax allocation reserves
2150 l Ackumulerade överavskrivningar | Accumulated excess depreciation
2220 l Avsättningar för garantier | Provisions for warranties
2290 l Övriga avsättningar | Other provisions
2330 l Checkräkningskredit | Overdraft
2350 l Andra långfristiga skulder till kreditinstitut | Long-term bank loans
2390 l Övriga långfristiga skulder | Other long-term liabilities
2410 l Andra kortfristiga låneskulder till kreditinstitut | Short-term bank loans
2420 l Förskott från kunder | Advances from customers
2440 l Leverantörsskulder | Accounts payable
2450 l Fakturerad men ej upparbetad intäkt | Revenue invoiced, not earned
2510 l Skatteskulder | Tax liabilities
2518 l Betald F-skatt | Preliminary tax paid
2611 l Utgående moms på försäljning inom Sverige, 25 % | Output VAT on sales in Sweden, 25 %
2614 l Utgående moms omvänd betalningsskyldighet, 25 % | Output VAT reverse charge, 25 %
2615 l Utgående moms import av varor, 25 % | Output VAT on import of goods, 25 %
2621 l Utgående moms på försäljning inom Sverige, 12 % | Output VAT on sales in Sweden, 12 %
2624 l Utgående moms omvänd betalningsskyldighet, 12 % | Output VAT reverse charge, 12 %
2625 l Utgående moms import av varor, 12 % | Output VAT on import of goods, 12 %
2631 l Utgående moms på försäljning inom Sverige, 6 % | Output VAT on sales in Sweden, 6 %
2634 l Utgående moms omvänd betalningsskyldighet, 6 % | Output VAT reverse charge, 6 %
2635 l Utgående moms import av varor, 6 % | Output VAT on import of goods, 6 %
2640 l Ingående moms | Input VAT
2641 l Debiterad ingående moms | Input VAT charged
2645 l Beräknad ingående moms på förvärv från utlandet | Input VAT on purchases from abroad
2647 l Ingående moms omvänd betalningsskyldighet i Sverige | Input VAT reverse charge in Sweden
2650 l Redovisningskonto för moms | VAT settlement
2710 l Personalskatt | Employees' withholding tax
2731 l Avräkning lagstadgade sociala avgifter | Social security contributions
2790 l Övriga löneavdrag | Other deductions from pay
2820 l Kortfristiga skulder till anställda | Liabilities to employees
2821 l Löneskulder | Wages payable
2890 l Övriga kortfristiga skulder | Other short-term liabilities
2893 l Skulder till närstående personer | Liabilities to related persons
2898 l Outtagen vinstutdelning | Dividends not drawn
2910 l Upplupna löner | Accrued wages
2920 l Upplupna semesterlöner | Accrued holiday pay
2940 l Upplupna lagstadgade sociala avgifter | Accrued social security contributions
2960 l Upplupna räntekostnader | Accrued interest
2970 l Förutbetalda intäkter | Prepaid income
2990 l Övriga upplupna kostnader och förutbetalda intäkter | Other accrued costs and prepaid income
2999 l OBS-konto | Suspense account
3001 i Försäljning inom Sverige, 25 % moms | Sales in Sweden, 25 % VAT @U25
3002 i Försäljning inom Sverige, 12 % moms | Sales in Sweden, 12 % VAT @U12
3003 i Försäljning inom Sverige, 6 % moms | Sales in Sweden, 6 % VAT @U6
3004 i Försäljning inom Sverige, momsfri | Sales in Sweden, exempt @U0
3041 i Försäljning av tjänster inom Sverige, 25 % moms | Services in Sweden, 25 % VAT @U25
3105 i Försäljning av varor till land utanför EU | Goods sold outside the EU @UEXP
3108 i Försäljning av varor till annat EU-land, momsfri | Goods sold within the EU @UEUV
3231 i Försäljning inom Sverige, omvänd betalningsskyldighet | Sales in Sweden, reverse charge @UOMV
3305 i Försäljning av tjänster till land utanför EU | Services sold outside the EU @UTJX
3308 i Försäljning av tjänster till annat EU-land | Services sold within the EU @UEUT
3510 i Fakturerat emballage | Packaging invoiced
3520 i Fakturerade frakter | Freight invoiced @U25
3540 i Faktureringsavgifter | Invoicing and reminder fees
3590 i Övriga fakturerade kostnader | Other costs invoiced
3730 i Lämnade rabatter | Discounts given
3731 i Lämnade kassarabatter | Cash discounts given
3740 i Öres- och kronutjämning | Rounding
3911 i Hyresintäkter | Rental income
3960 i Valutakursvinster på fordringar och skulder av rörelsekaraktär | Exchange gains
3973 i Vinst vid avyttring av maskiner och inventarier | Gain on sale of equipment
3980 i Erhållna offentliga stöd | Public grants
3990 i Övriga ersättningar och intäkter | Other income
4010 c Inköp av varor och material | Purchases of goods and materials @I25
4415 c Inköpta varor i Sverige, omvänd betalningsskyldighet, 25 % moms | Goods in Sweden, reverse charge @IOMV
4425 c Inköpta tjänster i Sverige, omvänd betalningsskyldighet, 25 % moms | Services in Sweden, reverse charge @IOMT
4515 c Inköp av varor från annat EU-land, 25 % | Goods from the EU, 25 % @IEUV
4531 c Inköp av tjänster från ett land utanför EU, 25 % moms | Services from outside the EU, 25 % @ITJX
4535 c Inköp av tjänster från annat EU-land, 25 % | Services from the EU, 25 % @IEUT
4545 c Import av varor, 25 % moms | Import of goods, 25 % @IIMP
4600 c Legoarbeten och underentreprenader | Subcontractors @I25
4730 c Erhållna rabatter | Discounts received
4731 c Erhållna kassarabatter | Cash discounts received
4960 c Förändring av lager av handelsvaror | Change in stock of merchandise
5010 c Lokalhyra | Rent of premises @I25
5020 c El för belysning | Electricity @I25
5030 c Värme | Heating @I25
5040 c Vatten och avlopp | Water and sewage @I25
5050 c Lokaltillbehör | Fittings @I25
5060 c Städning och renhållning | Cleaning and waste @I25
5070 c Reparation och underhåll av lokaler | Repairs of premises @I25
5090 c Övriga lokalkostnader | Other costs of premises @I25
5170 c Reparation och underhåll av fastighet | Repairs of property @I25
5210 c Hyra av maskiner och andra tekniska anläggningar | Rent of machinery @I25
5220 c Hyra av inventarier och verktyg | Rent of equipment @I25
5250 c Hyra av datorer | Rent of computers @I25
5310 c El för drift | Electricity for production @I25
5410 c Förbrukningsinventarier | Small equipment @I25
5420 c Programvaror | Software @I25
5460 c Förbrukningsmaterial | Consumables @I25
5480 c Arbetskläder och skyddsmaterial | Work clothes @I25
5510 c Reparation och underhåll av maskiner | Repairs of machinery @I25
5520 c Reparation och underhåll av inventarier och datorer | Repairs of equipment and computers @I25
5611 c Drivmedel för personbilar | Fuel @I25
5612 c Försäkring och skatt för personbilar | Car insurance and tax
5613 c Reparation och underhåll av personbilar | Car repairs @I25
5615 c Leasing av personbilar | Car leasing @I25H
5619 c Övriga personbilskostnader | Other car costs @I25
5710 c Frakter, transporter och försäkringar vid varudistribution | Freight @I25
5810 c Biljetter | Tickets @I6
5820 c Hyrbilskostnader | Rental cars @I25H
5831 c Kost och logi i Sverige | Board and lodging in Sweden @I12
5832 c Kost och logi i utlandet | Board and lodging abroad
5890 c Övriga resekostnader | Other travel costs
5910 c Annonsering | Advertising @I25
5930 c Reklamtrycksaker och direktreklam | Printed advertising @I25
5970 c Filmer, webbplats och annan reklam | Website and other advertising @I25
5990 c Övriga kostnader för reklam och PR | Other advertising costs @I25
6040 c Kontokortsavgifter | Card fees
6050 c Försäljningsprovisioner | Sales commissions @I25
6071 c Representation, avdragsgill | Entertainment, deductible @I12
6072 c Representation, ej avdragsgill | Entertainment, not deductible
6110 c Kontorsmateriel | Office supplies @I25
6150 c Trycksaker | Printed matter @I25
6210 c Telekommunikation | Telephone @I25
6212 c Mobiltelefon | Mobile telephone @I25
6230 c Datakommunikation | Internet @I25
6250 c Postbefordran | Postage @I25
6310 c Företagsförsäkringar | Insurance
6351 c Konstaterade förluster på kundfordringar | Bad debts written off
6352 c Befarade förluster på kundfordringar | Doubtful debts
6420 c Ersättningar till revisor | Auditor @I25
6530 c Redovisningstjänster | Accounting services @I25
6540 c IT-tjänster | IT services @I25
6550 c Konsultarvoden | Consultants @I25
6560 c Serviceavgifter till branschorganisationer | Trade organisations
6570 c Bankkostnader | Bank fees
6580 c Advokat- och rättegångskostnader | Legal costs @I25
6590 c Övriga externa tjänster | Other services @I25
6800 c Inhyrd personal | Temporary staff @I25
6910 c Licensavgifter och royalties | Licences and royalties @I25
6970 c Tidningar, tidskrifter och facklitteratur | Newspapers and books @I6
6980 c Föreningsavgifter | Membership fees
6981 c Föreningsavgifter, avdragsgilla | Membership fees, deductible
6982 c Föreningsavgifter, ej avdragsgilla | Membership fees, not deductible
6990 c Övriga externa kostnader | Other external costs @I25
6992 c Övriga externa kostnader, ej avdragsgilla | Other costs, not deductible
7010 c Löner till kollektivanställda | Wages, workers
7210 c Löner till tjänstemän | Salaries
7220 c Löner till företagsledare | Salaries, management
7285 c Semesterlöner till tjänstemän | Holiday pay
7290 c Förändring av semesterlöneskuld | Change in holiday pay liability
7310 c Kontanta extraersättningar | Cash allowances
7321 c Skattefria traktamenten, Sverige | Tax-free allowances, Sweden
7322 c Skattepliktiga traktamenten, Sverige | Taxable allowances, Sweden
7323 c Skattefria traktamenten, utlandet | Tax-free allowances, abroad
7331 c Skattefria bilersättningar | Tax-free mileage
7332 c Skattepliktiga bilersättningar | Taxable mileage
7385 c Kostnader för fri bil | Company car benefit
7399 c Motkonto skattepliktiga förmåner | Contra account, taxable benefits
7410 c Pensionsförsäkringspremier | Pension premiums
7510 c Arbetsgivaravgifter | Employer's social security contributions
7519 c Sociala avgifter för semester- och löneskulder | Social security on holiday pay
7533 c Särskild löneskatt för pensionskostnader | Special payroll tax on pensions
7570 c Premier för arbetsmarknadsförsäkringar | Labour market insurance
7610 c Utbildning | Training @I25
7620 c Sjuk- och hälsovård | Health care
7631 c Personalrepresentation, avdragsgill | Staff entertainment, deductible @I12
7632 c Personalrepresentation, ej avdragsgill | Staff entertainment, not deductible
7690 c Övriga personalkostnader | Other staff costs @I25
7720 c Nedskrivningar av byggnader och mark | Write-downs of buildings and land
7810 c Avskrivningar på immateriella anläggningstillgångar | Depreciation of intangible assets
7820 c Avskrivningar på byggnader och markanläggningar | Depreciation of buildings
7832 c Avskrivningar på inventarier och verktyg | Depreciation of equipment
7835 c Avskrivningar på datorer | Depreciation of computers
7840 c Avskrivningar på förbättringsutgifter på annans fastighet | Depreciation of improvements
7960 c Valutakursförluster på fordringar och skulder av rörelsekaraktär | Exchange losses
7973 c Förlust vid avyttring av maskiner och inventarier | Loss on sale of equipment
7990 c Övriga rörelsekostnader | Other operating costs
8210 i Utdelningar på andelar i andra företag | Dividends
8310 i Ränteintäkter från omsättningstillgångar | Interest income
8314 i Skattefria ränteintäkter | Tax-free interest
8410 c Räntekostnader för långfristiga skulder | Interest on long-term debt
8420 c Räntekostnader för kortfristiga skulder | Interest on short-term debt
8422 c Dröjsmålsräntor för leverantörsskulder | Late payment interest
8423 c Räntekostnader för skatter och avgifter | Interest on taxes
8811 c Avsättning till periodiseringsfond | Allocation to tax reserve
8819 i Återföring från periodiseringsfond | Reversal of tax reserve
8850 c Förändring av överavskrivningar | Change in excess depreciation
8910 c Skatt på årets resultat | Tax on the year's result
8999 c Årets resultat | Result of the year
`

export const se: ChartData = {
  language: 'sv',
  accounts: readAccounts(accounts),
  vatCodes: [
    {
      code: 'U25',
      kind: 'sale',
      rate: '25',
      category: 'S',
      name: 'Försäljning 25 %',
      english: 'Sales 25 %',
      tax: '2611',
      boxes: ['05', '10', null],
    },
    {
      code: 'U12',
      kind: 'sale',
      rate: '12',
      category: 'S',
      name: 'Försäljning 12 %',
      english: 'Sales 12 %',
      tax: '2621',
      boxes: ['05', '11', null],
    },
    {
      code: 'U6',
      kind: 'sale',
      rate: '6',
      category: 'S',
      name: 'Försäljning 6 %',
      english: 'Sales 6 %',
      tax: '2631',
      boxes: ['05', '12', null],
    },
    {
      code: 'U0',
      kind: 'sale',
      rate: '0',
      category: 'E',
      name: 'Försäljning undantagen från moms',
      english: 'Sales exempt',
      boxes: ['42', null, null],
    },
    {
      code: 'UEUV',
      kind: 'sale',
      rate: '0',
      category: 'K',
      name: 'Varor till annat EU-land',
      english: 'Goods to the EU',
      boxes: ['35', null, null],
    },
    {
      code: 'UEUT',
      kind: 'sale',
      rate: '0',
      category: 'AE',
      name: 'Tjänster till annat EU-land',
      english: 'Services to the EU',
      boxes: ['39', null, null],
    },
    {
      code: 'UEXP',
      kind: 'sale',
      rate: '0',
      category: 'G',
      name: 'Varor utanför EU',
      english: 'Goods outside the EU',
      boxes: ['36', null, null],
    },
    {
      code: 'UTJX',
      kind: 'sale',
      rate: '0',
      category: 'O',
      name: 'Övrig försäljning av tjänster utomlands',
      english: 'Services outside the EU',
      boxes: ['40', null, null],
    },
    {
      code: 'UOMV',
      kind: 'sale',
      rate: '0',
      category: 'AE',
      name: 'Försäljning i Sverige, köparen skattskyldig',
      english: 'Sales in Sweden, reverse charge',
      boxes: ['41', null, null],
    },
    {
      code: 'I25',
      kind: 'purchase',
      rate: '25',
      category: 'S',
      name: 'Inköp 25 %',
      english: 'Purchases 25 %',
      tax: '2641',
      boxes: [null, '48', null],
    },
    {
      code: 'I12',
      kind: 'purchase',
      rate: '12',
      category: 'S',
      name: 'Inköp 12 %',
      english: 'Purchases 12 %',
      tax: '2641',
      boxes: [null, '48', null],
    },
    {
      code: 'I6',
      kind: 'purchase',
      rate: '6',
      category: 'S',
      name: 'Inköp 6 %',
      english: 'Purchases 6 %',
      tax: '2641',
      boxes: [null, '48', null],
    },
    {
      code: 'I25H',
      kind: 'purchase',
      rate: '25',
      category: 'S',
      name: 'Inköp 25 %, halva momsen avdragsgill',
      english: 'Purchases 25 %, half deductible',
      deductible: 50,
      tax: '2641',
      boxes: [null, '48', null],
    },
    {
      code: 'IEUV',
      kind: 'reverse-charge',
      rate: '25',
      category: 'K',
      name: 'Varor från annat EU-land 25 %',
      english: 'Goods from the EU 25 %',
      tax: '2645',
      due: '2614',
      boxes: ['20', '48', '30'],
    },
    {
      code: 'IEUT',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Tjänster från annat EU-land 25 %',
      english: 'Services from the EU 25 %',
      tax: '2645',
      due: '2614',
      boxes: ['21', '48', '30'],
    },
    {
      code: 'ITJX',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Tjänster från land utanför EU 25 %',
      english: 'Services from outside the EU 25 %',
      tax: '2645',
      due: '2614',
      boxes: ['22', '48', '30'],
    },
    {
      code: 'IOMV',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Varor i Sverige, omvänd 25 %',
      english: 'Goods in Sweden, reverse charge 25 %',
      tax: '2647',
      due: '2614',
      boxes: ['23', '48', '30'],
    },
    {
      code: 'IOMT',
      kind: 'reverse-charge',
      rate: '25',
      category: 'AE',
      name: 'Tjänster i Sverige, omvänd 25 %',
      english: 'Services in Sweden, reverse charge 25 %',
      tax: '2647',
      due: '2614',
      boxes: ['24', '48', '30'],
    },
    {
      code: 'IIMP',
      kind: 'import',
      rate: '25',
      category: 'S',
      name: 'Import av varor 25 %',
      english: 'Import of goods 25 %',
      tax: '2645',
      due: '2615',
      boxes: ['50', '48', '60'],
    },
  ],
  roles: {
    payables: '2440',
    receivables: '1510',
    bank: '1930',
    cash: '1910',
    'input-vat': '2641',
    'output-vat': '2611',
    'vat-settlement': '2650',
    rounding: '3740',
    'exchange-gain': '3960',
    'exchange-loss': '7960',
    'bank-fees': '6570',
    'interest-income': '8310',
    'interest-cost': '8422',
    'write-offs': '6351',
    'discounts-taken': '4731',
    'discounts-given': '3731',
    'employee-claims': '2820',
    'accrued-costs': '2990',
    'prepaid-costs': '1790',
    'opening-balance': '2999',
    'retained-earnings': '2091',
    'result-of-year': '2099',
    clearing: '2999',
    sales: '3041',
    purchases: '4010',
    'reminder-fees': '3540',
    'pay-clearing': '2821',
  },
}
