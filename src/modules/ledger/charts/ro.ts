/** Romania: accounts of the general chart (OMFP 1802/2014); VAT rates of 21 % and 11 % since August 2025. The rows of the VAT return are not given: check them. As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'

const accounts = `
1011 e Capital subscris nevărsat | Subscribed capital, not paid
1012 e Capital subscris vărsat | Subscribed capital, paid
1041 e Prime de emisiune | Share premium
105 e Rezerve din reevaluare | Revaluation reserves
1061 e Rezerve legale | Legal reserves
1068 e Alte rezerve | Other reserves
1171 e Rezultatul reportat reprezentând profitul nerepartizat sau pierderea neacoperită | Retained earnings
1174 e Rezultatul reportat provenit din corectarea erorilor contabile | Retained earnings from corrected errors
121 e Profit sau pierdere | Profit or loss
129 e Repartizarea profitului | Appropriation of profit
1511 l Provizioane pentru litigii | Provisions for disputes
1518 l Alte provizioane | Other provisions
1621 l Credite bancare pe termen lung | Long-term bank loans
167 l Alte împrumuturi și datorii asimilate | Other long-term debt
201 a Cheltuieli de constituire | Formation costs
203 a Cheltuieli de dezvoltare | Development costs
205 a Concesiuni, brevete, licențe, mărci comerciale | Concessions, patents, licences, trademarks
208 a Alte imobilizări necorporale | Other intangible assets
2111 a Terenuri | Land
212 a Construcții | Buildings
2131 a Echipamente tehnologice | Machinery
2132 a Aparate și instalații de măsurare, control și reglare | Measuring equipment
2133 a Mijloace de transport | Vehicles
214 a Mobilier, aparatură birotică, echipamente de protecție | Furniture and office equipment
231 a Imobilizări corporale în curs de execuție | Assets under construction
261 a Acțiuni deținute la entitățile afiliate | Shares in group companies
2678 a Alte creanțe imobilizate | Other long-term receivables
2801 a Amortizarea cheltuielilor de constituire | Amortisation of formation costs
2805 a Amortizarea concesiunilor, brevetelor, licențelor | Amortisation of licences
2808 a Amortizarea altor imobilizări necorporale | Amortisation of other intangible assets
2812 a Amortizarea construcțiilor | Depreciation of buildings
2813 a Amortizarea instalațiilor și mijloacelor de transport | Depreciation of machinery and vehicles
2814 a Amortizarea altor imobilizări corporale | Depreciation of other assets
301 a Materii prime | Raw materials
3021 a Materiale auxiliare | Auxiliary materials
3022 a Combustibili | Fuels
3024 a Piese de schimb | Spare parts
3028 a Alte materiale consumabile | Other consumables
303 a Materiale de natura obiectelor de inventar | Small inventory items
331 a Produse în curs de execuție | Work in progress
345 a Produse finite | Finished goods
371 a Mărfuri | Goods for resale
378 a Diferențe de preț la mărfuri | Price differences on goods
381 a Ambalaje | Packaging
401 l Furnizori | Suppliers
403 l Efecte de plătit | Bills payable
404 l Furnizori de imobilizări | Suppliers of fixed assets
408 l Furnizori - facturi nesosite | Suppliers, invoices not received
4091 a Furnizori - debitori pentru cumpărări de bunuri de natura stocurilor | Advances to suppliers of goods
4092 a Furnizori - debitori pentru prestări de servicii | Advances to suppliers of services
4111 a Clienți | Customers
4118 a Clienți incerți sau în litigiu | Doubtful customers
413 a Efecte de primit de la clienți | Bills receivable
418 a Clienți - facturi de întocmit | Customers, invoices to be issued
419 l Clienți - creditori | Advances from customers
421 l Personal - salarii datorate | Wages payable
423 l Personal - ajutoare materiale datorate | Benefits payable to staff
424 l Prime reprezentând participarea personalului la profit | Profit sharing
425 a Avansuri acordate personalului | Advances to staff
426 l Drepturi de personal neridicate | Wages not collected
427 l Rețineri din salarii datorate terților | Deductions from wages owed to others
4281 l Alte datorii în legătură cu personalul | Other liabilities to staff
4282 a Alte creanțe în legătură cu personalul | Other receivables from staff
4315 l Contribuția de asigurări sociale | Social insurance contribution
4316 l Contribuția de asigurări sociale de sănătate | Health insurance contribution
436 l Contribuția asiguratorie pentru muncă | Work insurance contribution
4411 l Impozitul pe profit | Corporation tax
4418 l Impozitul pe venit al microîntreprinderilor | Tax on income of micro-enterprises
4423 l TVA de plată | VAT payable
4424 a TVA de recuperat | VAT receivable
4426 a TVA deductibilă | Input VAT
4427 l TVA colectată | Output VAT
4428 l TVA neexigibilă | VAT not yet due
444 l Impozitul pe venituri de natura salariilor | Tax on wages
445 a Subvenții | Grants
446 l Alte impozite, taxe și vărsăminte asimilate | Other taxes
447 l Fonduri speciale | Special funds
4481 l Alte datorii față de bugetul statului | Other liabilities to the state
4482 a Alte creanțe privind bugetul statului | Other receivables from the state
4551 l Acționari sau asociați - conturi curente | Shareholders' current accounts
456 a Decontări cu acționarii sau asociații privind capitalul | Settlements with shareholders on capital
457 l Dividende de plată | Dividends payable
461 a Debitori diverși | Sundry debtors
462 l Creditori diverși | Sundry creditors
471 a Cheltuieli înregistrate în avans | Prepaid costs
472 l Venituri înregistrate în avans | Deferred income
473 l Decontări din operații în curs de clarificare | Suspense account
491 a Ajustări pentru deprecierea creanțelor - clienți | Provision for doubtful debts
5081 a Alte titluri de plasament | Other short-term investments
5112 a Cecuri de încasat | Cheques receivable
5121 a Conturi la bănci în lei | Bank accounts in lei
5124 a Conturi la bănci în valută | Bank accounts in foreign currency
5125 a Sume în curs de decontare | Amounts in transit
5191 l Credite bancare pe termen scurt | Short-term bank loans
5311 a Casa în lei | Cash in lei
5314 a Casa în valută | Cash in foreign currency
5321 a Timbre fiscale și poștale | Stamps
5323 a Tichete și bilete de călătorie | Travel tickets
5328 a Alte valori | Other values
541 a Acreditive | Letters of credit
542 a Avansuri de trezorerie | Travel and cash advances
581 a Viramente interne | Internal transfers
601 c Cheltuieli cu materiile prime | Raw materials
6021 c Cheltuieli cu materialele auxiliare | Auxiliary materials @C21
6022 c Cheltuieli privind combustibilii | Fuels @C21
6024 c Cheltuieli privind piesele de schimb | Spare parts @C21
6028 c Cheltuieli privind alte materiale consumabile | Other consumables @C21
603 c Cheltuieli privind materialele de natura obiectelor de inventar | Small inventory items @C21
604 c Cheltuieli privind materialele nestocate | Materials not stocked @C21
6051 c Cheltuieli privind consumul de energie | Energy @C21
6052 c Cheltuieli privind consumul de apă | Water @C11
6053 c Cheltuieli privind consumul de gaze naturale | Natural gas @C21
6058 c Cheltuieli cu alte utilități | Other utilities @C21
607 c Cheltuieli privind mărfurile | Goods for resale
608 c Cheltuieli privind ambalajele | Packaging
609 c Reduceri comerciale primite | Trade discounts received
611 c Cheltuieli cu întreținerea și reparațiile | Maintenance and repairs @C21
6121 c Cheltuieli cu redevențele | Royalties
6122 c Cheltuieli cu locațiile de gestiune | Management lease
6123 c Cheltuieli cu chiriile | Rent @C21
613 c Cheltuieli cu primele de asigurare | Insurance
614 c Cheltuieli cu studiile și cercetările | Studies and research @C21
615 c Cheltuieli cu pregătirea personalului | Training @C21
621 c Cheltuieli cu colaboratorii | Freelancers
622 c Cheltuieli privind comisioanele și onorariile | Commissions and fees @C21
6231 c Cheltuieli de protocol | Entertainment @C21
6232 c Cheltuieli de reclamă și publicitate | Advertising @C21
624 c Cheltuieli cu transportul de bunuri și personal | Transport @C21
625 c Cheltuieli cu deplasări, detașări și transferări | Travel
626 c Cheltuieli poștale și taxe de telecomunicații | Postage and telecommunications @C21
627 c Cheltuieli cu serviciile bancare și asimilate | Bank fees
628 c Alte cheltuieli cu serviciile executate de terți | Other services @C21
635 c Cheltuieli cu alte impozite, taxe și vărsăminte asimilate | Other taxes
641 c Cheltuieli cu salariile personalului | Wages
6421 c Cheltuieli cu avantajele în natură acordate salariaților | Benefits in kind
6422 c Cheltuieli cu tichetele acordate salariaților | Vouchers for staff
6455 c Cheltuieli privind contribuția unității la asigurările de viață | Life insurance for staff
6458 c Alte cheltuieli privind asigurările și protecția socială | Other social costs
646 c Cheltuieli privind contribuția asiguratorie pentru muncă | Work insurance contribution
652 c Cheltuieli cu protecția mediului înconjurător | Environmental costs
654 c Pierderi din creanțe și debitori diverși | Bad debts
6581 c Despăgubiri, amenzi și penalități | Damages, fines and penalties
6582 c Donații acordate | Donations
6583 c Cheltuieli privind activele cedate | Assets disposed of
6588 c Alte cheltuieli de exploatare | Other operating costs
6651 c Diferențe nefavorabile de curs valutar | Exchange losses
666 c Cheltuieli privind dobânzile | Interest cost
667 c Cheltuieli privind sconturile acordate | Cash discounts given
668 c Alte cheltuieli financiare | Other financial costs
6811 c Cheltuieli de exploatare privind amortizarea imobilizărilor | Depreciation
6812 c Cheltuieli de exploatare privind provizioanele | Provisions
6814 c Cheltuieli de exploatare privind ajustările pentru deprecierea activelor circulante | Write-down of current assets
691 c Cheltuieli cu impozitul pe profit | Corporation tax
698 c Cheltuieli cu impozitul pe venit | Tax on income
7015 i Venituri din vânzarea produselor finite | Sales of finished goods @V21
704 i Venituri din servicii prestate | Services rendered @V21
705 i Venituri din studii și cercetări | Studies and research @V21
706 i Venituri din redevențe, locații de gestiune și chirii | Royalties and rent @V21
707 i Venituri din vânzarea mărfurilor | Sales of goods @V21
708 i Venituri din activități diverse | Sundry income @V21
709 i Reduceri comerciale acordate | Trade discounts given
711 i Venituri aferente costurilor stocurilor de produse | Change in stock of products
722 i Venituri din producția de imobilizări corporale | Own work capitalised
7411 i Venituri din subvenții de exploatare aferente cifrei de afaceri | Operating grants
7416 i Venituri din subvenții de exploatare pentru alte cheltuieli | Grants for other costs
754 i Venituri din creanțe reactivate și debitori diverși | Bad debts recovered
7581 i Venituri din despăgubiri, amenzi și penalități | Damages and penalties received
7583 i Venituri din vânzarea activelor | Sale of assets
7588 i Alte venituri din exploatare | Other operating income
7611 i Venituri din acțiuni deținute la entitățile afiliate | Dividends
7651 i Diferențe favorabile de curs valutar | Exchange gains
766 i Venituri din dobânzi | Interest income
767 i Venituri din sconturi obținute | Cash discounts received
768 i Alte venituri financiare | Other financial income
7812 i Venituri din provizioane | Provisions released
7814 i Venituri din ajustări pentru deprecierea activelor circulante | Write-downs released
`

export const ro: ChartData = {
  language: 'ro',
  accounts: readAccounts(accounts),
  vatCodes: [
    {
      code: 'V21',
      kind: 'sale',
      rate: '21',
      category: 'S',
      name: 'Vânzări 21 %',
      english: 'Sales 21 %',
      tax: '4427',
      from: '2025-08-01',
    },
    {
      code: 'V11',
      kind: 'sale',
      rate: '11',
      category: 'S',
      name: 'Vânzări 11 %',
      english: 'Sales 11 %',
      tax: '4427',
      from: '2025-08-01',
    },
    {
      code: 'V19',
      kind: 'sale',
      rate: '19',
      category: 'S',
      name: 'Vânzări 19 % (până în iulie 2025)',
      english: 'Sales 19 % (until July 2025)',
      tax: '4427',
      until: '2025-07-31',
    },
    {
      code: 'V9',
      kind: 'sale',
      rate: '9',
      category: 'S',
      name: 'Vânzări 9 % (până în iulie 2025)',
      english: 'Sales 9 % (until July 2025)',
      tax: '4427',
      until: '2025-07-31',
    },
    { code: 'VSC', kind: 'sale', rate: '0', category: 'E', name: 'Vânzări scutite', english: 'Sales exempt' },
    {
      code: 'VTI',
      kind: 'sale',
      rate: '0',
      category: 'AE',
      name: 'Vânzări cu taxare inversă',
      english: 'Sales, reverse charge',
    },
    {
      code: 'VIC',
      kind: 'sale',
      rate: '0',
      category: 'K',
      name: 'Livrări intracomunitare',
      english: 'Sales in the EU',
    },
    { code: 'VEX', kind: 'sale', rate: '0', category: 'G', name: 'Export', english: 'Export' },
    {
      code: 'C21',
      kind: 'purchase',
      rate: '21',
      category: 'S',
      name: 'Achiziții 21 %',
      english: 'Purchases 21 %',
      tax: '4426',
      from: '2025-08-01',
    },
    {
      code: 'C11',
      kind: 'purchase',
      rate: '11',
      category: 'S',
      name: 'Achiziții 11 %',
      english: 'Purchases 11 %',
      tax: '4426',
      from: '2025-08-01',
    },
    {
      code: 'C19',
      kind: 'purchase',
      rate: '19',
      category: 'S',
      name: 'Achiziții 19 % (până în iulie 2025)',
      english: 'Purchases 19 % (until July 2025)',
      tax: '4426',
      until: '2025-07-31',
    },
    {
      code: 'C9',
      kind: 'purchase',
      rate: '9',
      category: 'S',
      name: 'Achiziții 9 % (până în iulie 2025)',
      english: 'Purchases 9 % (until July 2025)',
      tax: '4426',
      until: '2025-07-31',
    },
    {
      code: 'C21J',
      kind: 'purchase',
      rate: '21',
      category: 'S',
      name: 'Achiziții 21 %, deductibil 50 % (autoturisme)',
      english: 'Purchases 21 %, half deductible (cars)',
      deductible: 50,
      tax: '4426',
      from: '2025-08-01',
    },
    {
      code: 'CTI',
      kind: 'reverse-charge',
      rate: '21',
      category: 'AE',
      name: 'Achiziții interne cu taxare inversă 21 %',
      english: 'Domestic purchases, reverse charge 21 %',
      tax: '4426',
      due: '4427',
      from: '2025-08-01',
    },
    {
      code: 'CIC',
      kind: 'reverse-charge',
      rate: '21',
      category: 'K',
      name: 'Achiziții intracomunitare 21 %',
      english: 'Purchases in the EU 21 %',
      tax: '4426',
      due: '4427',
      from: '2025-08-01',
    },
    {
      code: 'CXS',
      kind: 'reverse-charge',
      rate: '21',
      category: 'AE',
      name: 'Servicii din afara UE 21 %',
      english: 'Services from outside the EU 21 %',
      tax: '4426',
      due: '4427',
      from: '2025-08-01',
    },
  ],
  roles: {
    payables: '401',
    receivables: '4111',
    bank: '5121',
    cash: '5311',
    'input-vat': '4426',
    'output-vat': '4427',
    'vat-settlement': '4423',
    rounding: '6588',
    'exchange-gain': '7651',
    'exchange-loss': '6651',
    'bank-fees': '627',
    'interest-income': '766',
    'interest-cost': '666',
    'write-offs': '654',
    'discounts-taken': '767',
    'discounts-given': '667',
    'employee-claims': '4281',
    'accrued-costs': '408',
    'prepaid-costs': '471',
    'opening-balance': '473',
    'retained-earnings': '1171',
    'result-of-year': '121',
    clearing: '473',
    sales: '704',
    purchases: '628',
    'reminder-fees': '7581',
    'pay-clearing': '421',
  },
}
