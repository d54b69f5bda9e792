/** Portugal: accounts of the SNC's code of accounts; VAT rates of the mainland (Madeira and the Azores have their own: add codes for them), fields of the periodic return. As of 2026. */
import { type ChartData, readAccounts } from './chart.ts'

const accounts = `
111 a Caixa | Cash
121 a Depósitos à ordem | Bank, current account
122 a Depósitos à ordem em moeda estrangeira | Bank, foreign currency
131 a Outros depósitos bancários | Other bank deposits
1411 a Instrumentos financeiros | Financial instruments
2111 a Clientes c/c | Customers
2121 a Clientes, títulos a receber | Customers, bills receivable
217 a Clientes de cobrança duvidosa | Doubtful customers
218 l Adiantamentos de clientes | Advances from customers
219 a Perdas por imparidade acumuladas de clientes | Provision for doubtful debts
2211 l Fornecedores c/c | Suppliers
225 l Fornecedores, faturas em receção e conferência | Suppliers, invoices being checked
228 a Adiantamentos a fornecedores | Advances to suppliers
2311 l Remunerações a pagar aos órgãos sociais | Pay due to directors
2312 l Remunerações a pagar ao pessoal | Wages payable
2321 a Adiantamentos aos órgãos sociais | Advances to directors
2322 a Adiantamentos ao pessoal | Advances to staff
2382 l Outras operações com o pessoal | Other liabilities to staff
241 l Imposto sobre o rendimento | Income tax
2421 l Retenção de impostos, trabalho dependente | Tax withheld, employees
2422 l Retenção de impostos, trabalho independente | Tax withheld, freelancers
2425 l Retenção de impostos, prediais | Tax withheld, rent
24321 a IVA dedutível, inventários | Input VAT, stock
24322 a IVA dedutível, investimentos | Input VAT, fixed assets
24323 a IVA dedutível, outros bens e serviços | Input VAT, other goods and services
24331 l IVA liquidado, operações gerais | Output VAT
24333 l IVA liquidado, autoliquidação | Output VAT, reverse charge
24341 l IVA regularizações a favor do sujeito passivo | VAT adjustments in favour
24342 l IVA regularizações a favor do Estado | VAT adjustments in favour of the state
2435 l IVA apuramento | VAT settlement
2436 l IVA a pagar | VAT payable
2437 a IVA a recuperar | VAT receivable
2438 a IVA reembolsos pedidos | VAT refunds claimed
244 l Outros impostos | Other taxes
245 l Contribuições para a segurança social | Social security
2511 l Empréstimos bancários | Bank loans
2513 l Locações financeiras | Finance leases
2532 l Empréstimos de sócios | Loans from shareholders
264 l Resultados atribuídos | Profits distributed
268 a Outras operações com sócios | Other operations with shareholders
2711 l Fornecedores de investimentos | Suppliers of fixed assets
2721 a Devedores por acréscimos de rendimentos | Accrued income
2722 l Credores por acréscimos de gastos | Accrued costs
2761 l Adiantamentos por conta de vendas | Advances on sales
2781 a Outros devedores | Other debtors
2782 l Outros credores | Other creditors
2789 l Conta transitória | Suspense account
281 a Gastos a reconhecer | Prepaid costs
282 l Rendimentos a reconhecer | Deferred income
291 l Provisões para impostos | Provisions for taxes
293 l Provisões para processos judiciais | Provisions for disputes
298 l Outras provisões | Other provisions
311 a Compras de mercadorias | Purchases of goods
312 a Compras de matérias-primas | Purchases of raw materials
321 a Mercadorias | Goods for resale
331 a Matérias-primas | Raw materials
341 a Produtos acabados | Finished goods
361 a Produtos e trabalhos em curso | Work in progress
411 a Investimentos em subsidiárias | Shares in subsidiaries
415 a Outros investimentos financeiros | Other financial investments
431 a Terrenos e recursos naturais | Land
432 a Edifícios e outras construções | Buildings
433 a Equipamento básico | Machinery
434 a Equipamento de transporte | Vehicles
435 a Equipamento administrativo | Office equipment
437 a Outros ativos fixos tangíveis | Other tangible assets
4382 a Depreciações acumuladas de edifícios | Depreciation of buildings
4383 a Depreciações acumuladas de equipamento básico | Depreciation of machinery
4384 a Depreciações acumuladas de equipamento de transporte | Depreciation of vehicles
4385 a Depreciações acumuladas de equipamento administrativo | Depreciation of office equipment
4387 a Depreciações acumuladas de outros ativos | Depreciation of other assets
441 a Goodwill | Goodwill
443 a Programas de computador | Software
444 a Propriedade industrial | Industrial property
4483 a Amortizações acumuladas de programas de computador | Amortisation of software
511 e Capital subscrito | Share capital
521 e Ações ou quotas próprias | Own shares
531 e Outros instrumentos de capital próprio | Other equity instruments
541 e Prémios de emissão | Share premium
551 e Reservas legais | Legal reserves
552 e Outras reservas | Other reserves
561 e Resultados transitados | Retained earnings
593 e Subsídios ao investimento | Investment grants
611 c Custo das mercadorias vendidas | Cost of goods sold
612 c Custo das matérias consumidas | Cost of materials
621 c Subcontratos | Subcontractors @D23
6221 c Trabalhos especializados | Specialised services @D23
6222 c Publicidade e propaganda | Advertising @D23
6223 c Vigilância e segurança | Security @D23
6224 c Honorários | Fees @D23
6225 c Comissões | Commissions @D23
6226 c Conservação e reparação | Maintenance and repairs @D23
6227 c Serviços bancários | Bank fees
6228 c Outros serviços | Other services @D23
6231 c Ferramentas e utensílios de desgaste rápido | Small tools @D23
6232 c Livros e documentação técnica | Books @D6
6233 c Material de escritório | Office supplies @D23
6234 c Artigos para oferta | Gifts @D23
6238 c Outros materiais | Other materials @D23
6241 c Eletricidade | Electricity @D23
6242 c Combustíveis | Fuels
6243 c Água | Water @D6
6248 c Outros fluidos | Other energy @D23
6251 c Deslocações e estadas | Travel
6252 c Transportes de pessoal | Staff transport
6253 c Transportes de mercadorias | Freight @D23
6261 c Rendas e alugueres | Rent and hire @D23
6262 c Comunicação | Telephone, post and internet @D23
6263 c Seguros | Insurance
6264 c Royalties | Royalties @D23
6265 c Contencioso e notariado | Legal and notarial costs @D23
6266 c Despesas de representação | Entertainment
6267 c Limpeza, higiene e conforto | Cleaning @D23
6268 c Outros serviços diversos | Other sundry services @D23
631 c Remunerações dos órgãos sociais | Directors' pay
632 c Remunerações do pessoal | Wages
633 c Benefícios pós-emprego | Pensions
634 c Indemnizações | Severance
635 c Encargos sobre remunerações | Employer's social contributions
636 c Seguros de acidentes no trabalho | Occupational accident insurance
637 c Gastos de ação social | Social costs
638 c Outros gastos com o pessoal | Other staff costs
642 c Gastos de depreciação de ativos fixos tangíveis | Depreciation
643 c Gastos de amortização de ativos intangíveis | Amortisation
651 c Perdas por imparidade em dívidas a receber | Impairment of receivables
671 c Provisões do período | Provisions
6811 c Impostos diretos | Direct taxes
6812 c Impostos indiretos | Indirect taxes
6813 c Taxas | Levies
682 c Descontos de pronto pagamento concedidos | Cash discounts given
683 c Dívidas incobráveis | Bad debts
6871 c Perdas na alienação de ativos | Loss on disposal of assets
6881 c Correções relativas a períodos anteriores | Corrections of earlier periods
6882 c Donativos | Donations
6883 c Quotizações | Membership fees
6888 c Outros gastos não especificados | Other costs
6889 c Arredondamentos | Rounding
6911 c Juros de financiamentos obtidos | Interest on loans
6918 c Outros juros | Other interest
6928 c Diferenças de câmbio desfavoráveis | Exchange losses
6988 c Outros gastos de financiamento | Other financial costs
711 i Vendas de mercadorias | Sales of goods @L23
712 i Vendas de produtos acabados | Sales of finished goods @L23
717 i Devoluções de vendas | Sales returns
718 i Descontos e abatimentos em vendas | Discounts on sales
721 i Prestações de serviços | Services rendered @L23
728 i Descontos e abatimentos em serviços | Discounts on services
731 i Variações nos inventários da produção | Change in stock of products
741 i Trabalhos para a própria entidade | Own work capitalised
751 i Subsídios do Estado | Grants
762 i Reversões de perdas por imparidade | Impairment reversed
763 i Reversões de provisões | Provisions reversed
781 i Rendimentos suplementares | Supplementary income
782 i Descontos de pronto pagamento obtidos | Cash discounts received
783 i Recuperação de dívidas a receber | Bad debts recovered
7861 i Diferenças de câmbio favoráveis | Exchange gains
7871 i Ganhos na alienação de ativos | Gain on disposal of assets
7873 i Rendas em propriedades de investimento | Rental income
7881 i Correções relativas a períodos anteriores | Corrections of earlier periods
7883 i Imputação de subsídios para investimentos | Investment grants released
7888 i Outros rendimentos não especificados | Other income
791 i Juros obtidos | Interest income
792 i Dividendos obtidos | Dividends
812 c Imposto sobre o rendimento do período | Income tax for the year
818 e Resultado líquido | Result of the year
`

export const pt: ChartData = {
  language: 'pt',
  accounts: readAccounts(accounts),
  vatCodes: [
    {
      code: 'L23',
      kind: 'sale',
      rate: '23',
      category: 'S',
      name: 'IVA liquidado 23 %',
      english: 'Sales 23 %',
      tax: '24331',
      boxes: ['3', '4', null],
    },
    {
      code: 'L13',
      kind: 'sale',
      rate: '13',
      category: 'S',
      name: 'IVA liquidado 13 %',
      english: 'Sales 13 %',
      tax: '24331',
      boxes: ['5', '6', null],
    },
    {
      code: 'L6',
      kind: 'sale',
      rate: '6',
      category: 'S',
      name: 'IVA liquidado 6 %',
      english: 'Sales 6 %',
      tax: '24331',
      boxes: ['1', '2', null],
    },
    {
      code: 'LIC',
      kind: 'sale',
      rate: '0',
      category: 'K',
      name: 'Transmissões intracomunitárias',
      english: 'Sales in the EU',
      boxes: ['7', null, null],
    },
    {
      code: 'LEX',
      kind: 'sale',
      rate: '0',
      category: 'G',
      name: 'Exportações e outras com direito à dedução',
      english: 'Export',
      boxes: ['8', null, null],
    },
    {
      code: 'LIS',
      kind: 'sale',
      rate: '0',
      category: 'E',
      name: 'Isentas sem direito à dedução',
      english: 'Sales exempt',
      boxes: ['9', null, null],
    },
    {
      code: 'D23',
      kind: 'purchase',
      rate: '23',
      category: 'S',
      name: 'IVA dedutível 23 %',
      english: 'Purchases 23 %',
      tax: '24323',
      boxes: [null, '24', null],
    },
    {
      code: 'D13',
      kind: 'purchase',
      rate: '13',
      category: 'S',
      name: 'IVA dedutível 13 %',
      english: 'Purchases 13 %',
      tax: '24323',
      boxes: [null, '24', null],
    },
    {
      code: 'D6',
      kind: 'purchase',
      rate: '6',
      category: 'S',
      name: 'IVA dedutível 6 %',
      english: 'Purchases 6 %',
      tax: '24323',
      boxes: [null, '24', null],
    },
    {
      code: 'D23H',
      kind: 'purchase',
      rate: '23',
      category: 'S',
      name: 'IVA 23 %, metade dedutível',
      english: 'Purchases 23 %, half deductible',
      deductible: 50,
      tax: '24323',
      boxes: [null, '24', null],
    },
    {
      code: 'DIM',
      kind: 'purchase',
      rate: '23',
      category: 'S',
      name: 'IVA dedutível de investimentos 23 %',
      english: 'Fixed assets 23 %',
      tax: '24322',
      boxes: [null, '20', null],
    },
    {
      code: 'AIC',
      kind: 'reverse-charge',
      rate: '23',
      category: 'K',
      name: 'Aquisições intracomunitárias de bens 23 %',
      english: 'Goods from the EU 23 %',
      tax: '24323',
      due: '24333',
      boxes: ['10,12', '24', '11,13'],
    },
    {
      code: 'ASV',
      kind: 'reverse-charge',
      rate: '23',
      category: 'AE',
      name: 'Serviços de outros Estados-Membros, autoliquidação 23 %',
      english: 'Services from other EU states 23 %',
      tax: '24323',
      due: '24333',
      boxes: ['16', '24', '17'],
    },
    {
      code: 'ASX',
      kind: 'reverse-charge',
      rate: '23',
      category: 'AE',
      name: 'Serviços de fora da UE, autoliquidação 23 %',
      english: 'Services from outside the EU 23 %',
      tax: '24323',
      due: '24333',
      boxes: ['3', '24', '4'],
    },
  ],
  roles: {
    payables: '2211',
    receivables: '2111',
    bank: '121',
    cash: '111',
    'input-vat': '24323',
    'output-vat': '24331',
    'vat-settlement': '2435',
    rounding: '6889',
    'exchange-gain': '7861',
    'exchange-loss': '6928',
    'bank-fees': '6227',
    'interest-income': '791',
    'interest-cost': '6918',
    'write-offs': '683',
    'discounts-taken': '782',
    'discounts-given': '682',
    'employee-claims': '2382',
    'accrued-costs': '2722',
    'prepaid-costs': '281',
    'opening-balance': '2789',
    'retained-earnings': '561',
    'result-of-year': '818',
    clearing: '2789',
    sales: '721',
    purchases: '6268',
    'reminder-fees': '7888',
    'pay-clearing': '2312',
  },
}
