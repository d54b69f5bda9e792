/** The Netherlands: the usual decimal chart in the order of the reference classification (RGS); boxes of the VAT return. As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'
import { rgsCodes } from './nl-rgs.ts'

const accounts = `
0010 a Goodwill | Goodwill
0020 a Software en licenties | Software and licences
0025 a Afschrijving software en licenties | Amortisation of software
0100 a Bedrijfsgebouwen | Buildings
0105 a Afschrijving bedrijfsgebouwen | Depreciation of buildings
0110 a Terreinen | Land
0120 a Verbouwingen | Leasehold improvements
0125 a Afschrijving verbouwingen | Depreciation of improvements
0200 a Machines en installaties | Machinery
0205 a Afschrijving machines en installaties | Depreciation of machinery
0210 a Inventaris | Furniture and fixtures
0215 a Afschrijving inventaris | Depreciation of furniture
0220 a Kantoormachines en computers | Office machines and computers
0225 a Afschrijving kantoormachines en computers | Depreciation of office machines
0230 a Vervoermiddelen | Vehicles
0235 a Afschrijving vervoermiddelen | Depreciation of vehicles
0300 a Deelnemingen | Participations
0310 a Overige financiële vaste activa | Other financial assets
0320 a Waarborgsommen | Deposits paid
0500 e Aandelenkapitaal | Share capital
0510 e Agioreserve | Share premium
0520 e Wettelijke reserves | Statutory reserves
0530 e Overige reserves | Retained earnings
0540 e Resultaat van het boekjaar | Result of the year
0550 e Ondernemingsvermogen | Owner's capital
0560 e Privé-opnamen | Owner's drawings
0570 e Privé-stortingen | Owner's contributions
0600 l Voorzieningen | Provisions
0610 l Voorziening groot onderhoud | Provision for maintenance
0700 l Hypotheken | Mortgages
0710 l Langlopende leningen | Long-term loans
0720 l Leaseverplichtingen | Lease obligations
0730 l Leningen van aandeelhouders | Loans from shareholders
1000 a Kas | Cash
1100 a Bank | Bank
1110 a Spaarrekening | Savings account
1120 a Bank vreemde valuta | Foreign currency account
1150 a Kruisposten | Transfers in transit
1160 l Creditcard | Credit card
1300 a Debiteuren | Accounts receivable
1310 a Voorziening dubieuze debiteuren | Provision for doubtful debts
1320 a Vooruitbetaalde kosten | Prepaid costs
1330 a Nog te ontvangen bedragen | Accrued income
1340 a Nog te factureren omzet | Revenue not invoiced
1350 a Voorschotten personeel | Advances to staff
1360 a Overige vorderingen | Other receivables
1370 a Rekening-courant directie | Current account, management
1400 l Crediteuren | Accounts payable
1410 l Nog te betalen kosten | Accrued costs
1420 l Vooruitontvangen bedragen | Deferred income
1430 l Schuld aan medewerkers | Liabilities to employees
1440 l Overige schulden | Other liabilities
1450 l Nog te ontvangen facturen | Invoices to be received
1500 l Btw hoog tarief | Output VAT, standard rate
1510 l Btw laag tarief | Output VAT, reduced rate
1515 l Btw overige tarieven | Output VAT, other rates
1520 l Voorbelasting | Input VAT
1530 l Btw verlegd binnenland | VAT, domestic reverse charge
1540 l Btw verwerving binnen de EU | VAT, acquisitions in the EU
1545 l Btw leveringen van buiten de EU | VAT, supplies from outside the EU
1550 l Btw privégebruik | VAT, private use
1560 l Af te dragen btw | VAT settlement
1600 l Te betalen loonheffing | Wage tax payable
1610 l Te betalen pensioenpremies | Pension premiums payable
1620 l Te betalen netto lonen | Net wages payable
1630 l Reservering vakantiegeld | Holiday allowance accrued
1640 l Reservering vakantiedagen | Holidays accrued
1650 l Te betalen vennootschapsbelasting | Corporation tax payable
1660 l Te betalen dividend | Dividends payable
1900 l Tussenrekening | Suspense account
1910 l Verschillen beginbalans | Opening differences
3000 a Voorraad handelsgoederen | Stock
3010 a Voorraad grondstoffen | Raw materials
3100 a Onderhanden werk | Work in progress
4000 c Brutolonen | Gross wages
4005 c Vakantiegeld | Holiday allowance
4010 c Sociale lasten | Social contributions
4020 c Pensioenlasten | Pension costs
4030 c Reiskostenvergoeding woon-werk | Commuting allowances
4040 c Uitzendkrachten | Temporary staff @I21
4050 c Scholing | Training @I21
4060 c Werving | Recruitment @I21
4065 c Arbodienst en ziekteverzuim | Occupational health @I21
4070 c Kantinekosten | Canteen @I9
4075 c Bedrijfskleding | Work clothes @I21
4080 c Overige personeelskosten | Other staff costs @I21
4090 c Ontvangen ziekengeld | Sick pay received
4100 c Huur bedrijfsruimte | Rent of premises @I21
4110 c Gas en elektriciteit | Gas and electricity @I21
4120 c Water | Water @I9
4130 c Schoonmaak | Cleaning @I21
4140 c Onderhoud gebouwen | Repairs of premises @I21
4150 c Onroerendezaakbelasting en heffingen | Property tax and levies
4160 c Verzekering gebouwen | Building insurance
4170 c Beveiliging | Security @I21
4180 c Afvalverwerking | Waste @I21
4190 c Overige huisvestingskosten | Other costs of premises @I21
4200 c Kantoorbenodigdheden | Office supplies @I21
4210 c Drukwerk | Printed matter @I21
4220 c Porti | Postage
4230 c Telefoon | Telephone @I21
4235 c Mobiele telefoon | Mobile telephone @I21
4240 c Internet | Internet @I21
4250 c Software en abonnementen | Software subscriptions @I21
4255 c Automatiseringskosten | IT services @I21
4260 c Vakliteratuur en abonnementen | Books and subscriptions @I9
4270 c Contributies | Membership fees
4280 c Kleine inventaris | Small equipment @I21
4290 c Overige kantoorkosten | Other office costs @I21
4300 c Huur en lease inventaris | Rent of equipment @I21
4310 c Onderhoud inventaris | Repairs of equipment @I21
4320 c Onderhoud machines | Repairs of machinery @I21
4400 c Reclame en advertenties | Advertising @I21
4410 c Website en onlinemarketing | Website and online marketing @I21
4420 c Representatie, beperkt aftrekbaar | Entertainment
4430 c Relatiegeschenken | Gifts
4440 c Beurzen en evenementen | Fairs and events @I21
4450 c Verkoopprovisies | Sales commissions @I21
4460 c Vrachtkosten verkoop | Freight on sales @I21
4470 c Dotatie voorziening debiteuren | Change in provision for doubtful debts
4475 c Afgeboekte vorderingen | Bad debts
4500 c Brandstof | Fuel @I21
4510 c Onderhoud auto | Vehicle repairs @I21
4520 c Autoverzekering en wegenbelasting | Vehicle insurance and tax
4530 c Lease auto | Vehicle leasing @I21
4540 c Parkeren en tol | Parking and tolls @I21
4550 c Kilometervergoeding | Mileage paid to staff
4560 c Openbaar vervoer | Public transport @I9
4570 c Hotels | Hotels @I21
4575 c Maaltijden op reis | Meals while travelling
4580 c Overige reiskosten | Other travel costs
4600 c Accountantskosten | Auditor @I21
4610 c Administratiekosten | Accounting services @I21
4620 c Juridische kosten | Legal costs @I21
4630 c Advieskosten | Consultants @I21
4640 c Overige verzekeringen | Insurance
4650 c Bankkosten | Bank fees
4660 c Kasverschillen | Cash differences
4670 c Afrondingsverschillen | Rounding
4680 c Boetes | Fines
4690 c Overige algemene kosten | Other general costs @I21
4700 c Afschrijving gebouwen | Depreciation of buildings
4710 c Afschrijving machines | Depreciation of machinery
4720 c Afschrijving inventaris | Depreciation of furniture
4730 c Afschrijving kantoormachines | Depreciation of office machines
4740 c Afschrijving vervoermiddelen | Depreciation of vehicles
4750 c Afschrijving immateriële activa | Amortisation
7000 c Inkopen handelsgoederen hoog | Purchases, standard rate @I21
7010 c Inkopen handelsgoederen laag | Purchases, reduced rate @I9
7020 c Inkopen binnen de EU | Purchases in the EU @IEU
7030 c Inkopen buiten de EU | Purchases outside the EU @IXEU
7100 c Uitbesteed werk | Subcontractors @I21
7110 c Uitbesteed werk, btw verlegd | Subcontractors, reverse charge @IVL
7200 c Inkoopkosten en vracht | Freight on purchases @I21
7300 c Ontvangen kortingen | Discounts received
7400 c Voorraadmutatie | Change in stock
8000 i Omzet hoog | Sales, standard rate @V21
8010 i Omzet laag | Sales, reduced rate @V9
8020 i Omzet nultarief | Sales, zero rate @V0
8030 i Omzet vrijgesteld | Sales, exempt @VV
8040 i Omzet btw verlegd | Sales, reverse charge @VVL
8050 i Omzet binnen de EU | Sales in the EU @VEU
8060 i Omzet buiten de EU | Sales outside the EU @VEX
8100 i Verleende kortingen | Discounts given
8200 i Aanmaningskosten | Reminder fees
8300 i Huuropbrengsten | Rental income
8400 i Subsidies | Grants
8500 i Overige opbrengsten | Other income
9000 i Rentebaten | Interest income
9010 c Rentelasten | Interest cost
9015 c Rente te late betaling | Late payment interest
9020 i Koerswinsten | Exchange gains
9030 c Koersverliezen | Exchange losses
9040 i Boekwinst vaste activa | Gain on disposal of assets
9045 c Boekverlies vaste activa | Loss on disposal of assets
9050 i Dividend | Dividends
9100 c Vennootschapsbelasting | Corporation tax
9200 i Buitengewone baten | Extraordinary income
9210 c Buitengewone lasten | Extraordinary costs
`

export const nl: ChartData = {
  language: 'nl',
  accounts: readAccounts(accounts),
  taxCodes: rgsCodes,
  vatCodes: [
    {
      code: 'V21',
      kind: 'sale',
      rate: '21',
      category: 'S',
      name: 'Verkoop 21 %',
      english: 'Sales 21 %',
      tax: '1500',
      boxes: ['1a', '1a', null],
    },
    {
      code: 'V9',
      kind: 'sale',
      rate: '9',
      category: 'S',
      name: 'Verkoop 9 %',
      english: 'Sales 9 %',
      tax: '1510',
      boxes: ['1b', '1b', null],
    },
    {
      code: 'V0',
      kind: 'sale',
      rate: '0',
      category: 'Z',
      name: 'Verkoop 0 %',
      english: 'Sales zero rate',
      boxes: ['1e', null, null],
    },
    { code: 'VV', kind: 'sale', rate: '0', category: 'E', name: 'Verkoop vrijgesteld', english: 'Sales exempt' },
    {
      code: 'VVL',
      kind: 'sale',
      rate: '0',
      category: 'AE',
      name: 'Verkoop binnenland, btw verlegd',
      english: 'Domestic sales, reverse charge',
      boxes: ['1e', null, null],
    },
    {
      code: 'VEU',
      kind: 'sale',
      rate: '0',
      category: 'K',
      name: 'Leveringen en diensten binnen de EU',
      english: 'Sales in the EU',
      boxes: ['3b', null, null],
    },
    {
      code: 'VEX',
      kind: 'sale',
      rate: '0',
      category: 'G',
      name: 'Uitvoer buiten de EU',
      english: 'Export',
      boxes: ['3a', null, null],
    },
    {
      code: 'I21',
      kind: 'purchase',
      rate: '21',
      category: 'S',
      name: 'Inkoop 21 %',
      english: 'Purchases 21 %',
      tax: '1520',
      boxes: [null, '5b', null],
    },
    {
      code: 'I9',
      kind: 'purchase',
      rate: '9',
      category: 'S',
      name: 'Inkoop 9 %',
      english: 'Purchases 9 %',
      tax: '1520',
      boxes: [null, '5b', null],
    },
    {
      code: 'IVL',
      kind: 'reverse-charge',
      rate: '21',
      category: 'AE',
      name: 'Inkoop binnenland, btw verlegd 21 %',
      english: 'Domestic purchases, reverse charge 21 %',
      tax: '1520',
      due: '1530',
      boxes: ['2a', '5b', '2a'],
    },
    {
      code: 'IEU',
      kind: 'reverse-charge',
      rate: '21',
      category: 'K',
      name: 'Inkoop binnen de EU 21 %',
      english: 'Purchases in the EU 21 %',
      tax: '1520',
      due: '1540',
      boxes: ['4b', '5b', '4b'],
    },
    {
      code: 'IXEU',
      kind: 'reverse-charge',
      rate: '21',
      category: 'AE',
      name: 'Inkoop van buiten de EU 21 %',
      english: 'Purchases from outside the EU 21 %',
      tax: '1520',
      due: '1545',
      boxes: ['4a', '5b', '4a'],
    },
  ],
  roles: {
    payables: '1400',
    receivables: '1300',
    bank: '1100',
    cash: '1000',
    'input-vat': '1520',
    'output-vat': '1500',
    'vat-settlement': '1560',
    rounding: '4670',
    'exchange-gain': '9020',
    'exchange-loss': '9030',
    'bank-fees': '4650',
    'interest-income': '9000',
    'interest-cost': '9015',
    'write-offs': '4475',
    'discounts-taken': '7300',
    'discounts-given': '8100',
    'employee-claims': '1430',
    'accrued-costs': '1410',
    'prepaid-costs': '1320',
    'opening-balance': '1910',
    'retained-earnings': '0530',
    'result-of-year': '0540',
    clearing: '1900',
    sales: '8000',
    purchases: '7000',
    'reminder-fees': '8200',
    'pay-clearing': '1620',
  },
}
