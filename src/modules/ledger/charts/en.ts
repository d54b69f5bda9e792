/** A plain English chart for an office, by nature; VAT codes of the United Kingdom (boxes of the VAT return) and of Ireland. As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'

const accounts = `
0010 a Freehold property
0011 a Leasehold improvements
0012 a Depreciation of property
0020 a Plant and machinery
0021 a Depreciation of plant and machinery
0030 a Office equipment
0031 a Depreciation of office equipment
0040 a Furniture and fixtures
0041 a Depreciation of furniture and fixtures
0050 a Motor vehicles
0051 a Depreciation of motor vehicles
0060 a Computer equipment
0061 a Depreciation of computer equipment
0070 a Goodwill
0080 a Software and licences
0081 a Amortisation of software and licences
0090 a Investments
1001 a Stock
1002 a Work in progress
1100 a Trade debtors
1101 a Provision for doubtful debts
1102 a Other debtors
1103 a Prepayments
1104 a Advances to staff
1105 a Deposits paid
1106 a Accrued income
1107 a Loans to directors
1200 a Bank current account
1210 a Bank deposit account
1220 a Foreign currency account
1230 a Petty cash
1240 l Company credit card
1250 a Card receipts in transit
2100 l Trade creditors
2101 l Sundry creditors
2102 l Deposits received
2103 l Owed to staff
2109 l Accruals
2110 l Deferred income
2200 l Output VAT
2201 l Input VAT
2202 l VAT settlement
2203 l VAT on reverse charge purchases
2210 l PAYE and income tax withheld
2211 l National insurance and social contributions
2220 l Net wages
2230 l Pension contributions
2240 l Corporation tax
2250 l Attachments of earnings
2300 l Bank loans, short term
2310 l Hire purchase
2320 l Finance leases
2400 l Bank loans, long term
2410 l Directors' loans
2500 l Provisions
2900 l Suspense account
2901 l Opening differences
3000 e Share capital
3010 e Share premium
3100 e Reserves
3200 e Retained earnings
3210 e Result of the year
3300 e Dividends
3400 e Owner's capital
3410 e Owner's drawings
4000 i Sales of services @S1
4010 i Sales of goods @S1
4020 i Sales at reduced rate @S5
4030 i Sales at zero rate @S0
4040 i Exempt sales @SX
4050 i Sales to other countries @SOUT
4100 i Commissions received @S1
4200 i Rental income
4300 i Grants received
4400 i Fees for reminders
4500 i Discounts given
4900 i Other income
4905 i Distribution and carriage charged @S1
4910 i Interest received
4920 i Dividends received
4930 i Exchange gains
4940 i Gain on disposal of assets
4950 i Rounding
5000 c Goods for resale @P1
5010 c Materials @P1
5020 c Packaging @P1
5100 c Carriage inwards @P1
5110 c Import duty
5200 c Change in stock
5300 c Discounts received
6000 c Direct labour
6010 c Subcontractors @P1
6100 c Sales commissions
6200 c Advertising @P1
6201 c Website and online marketing @P1
6202 c Gifts and samples @P1
6203 c Public relations @P1
6210 c Entertainment of clients
6211 c Entertainment of staff @P1
7000 c Salaries and wages
7001 c Directors' salaries
7002 c Bonuses
7003 c Holiday pay
7004 c Sick pay
7006 c Employer's social contributions
7007 c Employer's pension contributions
7008 c Recruitment @P1
7009 c Training @P1
7010 c Staff welfare @P1
7011 c Temporary staff @P1
7012 c Work clothes @P1
7100 c Rent @P1
7101 c Service charge @P1
7102 c Water
7103 c Business rates
7104 c Premises insurance
7200 c Electricity @P1
7201 c Gas @P1
7202 c Oil and other heating @P1
7203 c Waste disposal @P1
7300 c Fuel @P1
7301 c Vehicle repairs @P1
7302 c Vehicle tax and insurance
7303 c Vehicle leasing @P1H
7304 c Parking and tolls @P1
7305 c Mileage paid to staff
7400 c Travel fares @P0
7401 c Hotels @P1
7402 c Meals while travelling @P1
7403 c Daily allowances
7404 c Taxis @P0
7405 c Car hire @P1H
7500 c Printing @P1
7501 c Postage
7502 c Telephone @P1
7503 c Mobile telephone @P1
7504 c Stationery and office supplies @P1
7505 c Books and subscriptions @P0
7506 c Internet @P1
7507 c Couriers @P1
7508 c Kitchen and refreshments @P1
7600 c Legal fees @P1
7601 c Audit fees @P1
7602 c Accounting and payroll services @P1
7603 c Consultants @P1
7604 c Other professional fees @P1
7605 c Membership fees
7610 c Software subscriptions @P1
7611 c IT services @P1
7612 c Small computer equipment @P1
7700 c Hire of equipment @P1
7701 c Maintenance of equipment @P1
7702 c Small tools and equipment @P1
7703 c Furniture below the asset limit @P1
7800 c Repairs of premises @P1
7801 c Cleaning @P1
7802 c Security @P1
7803 c Gardening and snow clearing @P1
7900 c Bank charges
7901 c Card charges
7902 c Interest paid
7903 c Late payment interest
7904 c Exchange losses
7905 c Finance charges
8000 c Depreciation of property
8001 c Depreciation of plant and machinery
8002 c Depreciation of office equipment
8003 c Depreciation of vehicles
8004 c Depreciation of computers
8005 c Amortisation
8010 c Loss on disposal of assets
8100 c Bad debts written off
8102 c Change in provision for doubtful debts
8200 c Donations
8201 c Subscriptions and licences
8202 c General insurance
8203 c Fines and penalties
8204 c Licences and permits
8205 c Refreshments for visitors @P1
8210 c Sundry expenses @P1
8250 c Costs that cannot be deducted
9000 c Corporation tax charge
9998 c Unallocated
`

export const en: ChartData = {
  language: 'en',
  accounts: readAccounts(accounts),
  vatCodes: [
    {
      code: 'S1',
      kind: 'sale',
      rate: '20',
      category: 'S',
      name: 'Sales 20 %',
      english: 'Sales 20 %',
      tax: '2200',
      boxes: ['6', '1', null],
    },
    {
      code: 'S5',
      kind: 'sale',
      rate: '5',
      category: 'S',
      name: 'Sales 5 %',
      english: 'Sales 5 %',
      tax: '2200',
      boxes: ['6', '1', null],
    },
    {
      code: 'S0',
      kind: 'sale',
      rate: '0',
      category: 'Z',
      name: 'Sales zero rate',
      english: 'Sales zero rate',
      boxes: ['6', null, null],
    },
    {
      code: 'SX',
      kind: 'sale',
      rate: '0',
      category: 'E',
      name: 'Sales exempt',
      english: 'Sales exempt',
      boxes: ['6', null, null],
    },
    {
      code: 'SOUT',
      kind: 'sale',
      rate: '0',
      category: 'G',
      name: 'Sales to other countries',
      english: 'Sales to other countries',
      boxes: ['6', null, null],
    },
    {
      code: 'P1',
      kind: 'purchase',
      rate: '20',
      category: 'S',
      name: 'Purchases 20 %',
      english: 'Purchases 20 %',
      tax: '2201',
      boxes: ['7', '4', null],
    },
    {
      code: 'P1H',
      kind: 'purchase',
      rate: '20',
      category: 'S',
      name: 'Purchases 20 %, half deductible',
      english: 'Purchases 20 %, half deductible',
      deductible: 50,
      tax: '2201',
      boxes: ['7', '4', null],
    },
    {
      code: 'P5',
      kind: 'purchase',
      rate: '5',
      category: 'S',
      name: 'Purchases 5 %',
      english: 'Purchases 5 %',
      tax: '2201',
      boxes: ['7', '4', null],
    },
    {
      code: 'P0',
      kind: 'purchase',
      rate: '0',
      category: 'Z',
      name: 'Purchases zero rate or exempt',
      english: 'Purchases zero rate or exempt',
      boxes: ['7', null, null],
    },
    {
      code: 'PRC',
      kind: 'reverse-charge',
      rate: '20',
      category: 'AE',
      name: 'Services from abroad, reverse charge 20 %',
      english: 'Services from abroad, reverse charge 20 %',
      tax: '2201',
      due: '2203',
      boxes: ['7', '4', '1'],
    },
    {
      code: 'PIM',
      kind: 'import',
      rate: '20',
      category: 'S',
      name: 'Goods from abroad, postponed VAT 20 %',
      english: 'Goods from abroad, postponed VAT 20 %',
      tax: '2201',
      due: '2203',
      boxes: ['7', '4', '1'],
    },
    {
      code: 'IE23',
      kind: 'sale',
      rate: '23',
      category: 'S',
      name: 'Ireland: sales 23 %',
      english: 'Ireland: sales 23 %',
      tax: '2200',
      boxes: [null, 'T1', null],
    },
    {
      code: 'IE13',
      kind: 'sale',
      rate: '13.5',
      category: 'S',
      name: 'Ireland: sales 13.5 %',
      english: 'Ireland: sales 13.5 %',
      tax: '2200',
      boxes: [null, 'T1', null],
    },
    {
      code: 'IE9',
      kind: 'sale',
      rate: '9',
      category: 'S',
      name: 'Ireland: sales 9 %',
      english: 'Ireland: sales 9 %',
      tax: '2200',
      boxes: [null, 'T1', null],
    },
    {
      code: 'IEP23',
      kind: 'purchase',
      rate: '23',
      category: 'S',
      name: 'Ireland: purchases 23 %',
      english: 'Ireland: purchases 23 %',
      tax: '2201',
      boxes: [null, 'T2', null],
    },
    {
      code: 'IEP13',
      kind: 'purchase',
      rate: '13.5',
      category: 'S',
      name: 'Ireland: purchases 13.5 %',
      english: 'Ireland: purchases 13.5 %',
      tax: '2201',
      boxes: [null, 'T2', null],
    },
    {
      code: 'IEP9',
      kind: 'purchase',
      rate: '9',
      category: 'S',
      name: 'Ireland: purchases 9 %',
      english: 'Ireland: purchases 9 %',
      tax: '2201',
      boxes: [null, 'T2', null],
    },
    {
      code: 'IERC',
      kind: 'reverse-charge',
      rate: '23',
      category: 'AE',
      name: 'Ireland: services from abroad 23 %',
      english: 'Ireland: services from abroad 23 %',
      tax: '2201',
      due: '2203',
      boxes: [null, 'T2', 'T1'],
    },
  ],
  roles: {
    payables: '2100',
    receivables: '1100',
    bank: '1200',
    cash: '1230',
    'input-vat': '2201',
    'output-vat': '2200',
    'vat-settlement': '2202',
    rounding: '4950',
    'exchange-gain': '4930',
    'exchange-loss': '7904',
    'bank-fees': '7900',
    'interest-income': '4910',
    'interest-cost': '7903',
    'write-offs': '8100',
    'discounts-taken': '5300',
    'discounts-given': '4500',
    'employee-claims': '2103',
    'accrued-costs': '2109',
    'prepaid-costs': '1103',
    'opening-balance': '2901',
    'retained-earnings': '3200',
    'result-of-year': '3210',
    clearing: '2900',
    sales: '4000',
    purchases: '5000',
    'reminder-fees': '4400',
    'pay-clearing': '2220',
  },
}
