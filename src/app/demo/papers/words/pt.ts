import type { Words } from './types.ts'

export const pt: Words = {
  title: {
    bill: 'Fatura', creditNote: 'Nota de Crédito', reminder: 'Aviso de pagamento em atraso', deliveryNote: 'Guia de Remessa',
    order: 'Confirmação de Encomenda', quote: 'Orçamento', statement: 'Extrato de Conta',
  },
  number: { bill: 'Fatura n.º', creditNote: 'Nota de crédito n.º', deliveryNote: 'Guia n.º', order: 'Encomenda n.º', quote: 'Orçamento n.º' },
  date: {
    bill: 'Data de emissão', creditNote: 'Data de emissão', reminder: 'Data', deliveryNote: 'Data de carga', order: 'Data da encomenda',
    quote: 'Data do orçamento',
  },
  due: 'Data de vencimento', validUntil: 'Válido até', customer: 'Cliente n.º', terms: 'Condições de pagamento',
  termDays: (days) => `${days} dias`,
  interest: 'Juros de mora', interestRate: 'à taxa legal', yourReference: 'V/ referência', ourReference: 'N/ referência',
  yourOrder: 'V/ encomenda', delivered: 'Entregue em', period: 'Período',
  pageOf: (page, of) => `Página ${page} de ${of}`,
  code: 'Artigo', what: 'Descrição', quantity: 'Qtd.', unit: 'Un.', price: 'Preço unitário', amount: 'Valor', rate: 'IVA',
  net: 'Total ilíquido', vat: (rate) => (rate === null ? 'Total IVA' : `IVA ${rate}%`), vatBasis: 'Incidência', rounding: 'Arredondamento',
  total: 'Total a pagar', creditTotal: 'Total a creditar', toPayBefore: (date) => `Pagamento até ${date}`,
  reference: 'Referência', quoteReference: 'Referência', account: 'NIB', iban: 'IBAN', bic: 'BIC/SWIFT',
  organisation: 'NIPC', vatNumber: 'Contribuinte n.º', phone: 'Telefone', mail: 'Email', web: 'Site', address: 'Morada',
  seller: 'Emitente', buyer: 'Exmo.(s) Sr.(s)', status: 'Os bens e/ou serviços foram colocados à disposição do adquirente nesta data.',
  reverseCharge: 'IVA – autoliquidação', buyerVat: 'Contribuinte do cliente', creditOf: 'Retifica a fatura',
  reminderText: (number, date) =>
    `Vimos por este meio informar que, até à presente data, não recebemos o pagamento da fatura ${number}, vencida em ${date}. Agradecemos a regularização do valor em dívida no prazo de 8 dias. Caso o pagamento já tenha sido efetuado, queira considerar este aviso sem efeito.`,
  reminderFee: 'Despesas administrativas', originalTotal: 'Valor da fatura', received: 'Recebido por', parcels: 'N.º de volumes',
  quoteText: 'Agradecemos o vosso contacto. Em resposta ao pedido, temos o prazer de apresentar a nossa melhor proposta.',
  orderText: 'Agradecemos a vossa encomenda, que confirmamos nos termos seguintes.',
  thanks: 'Obrigado pela preferência.', scan: 'Digitalize e pague',
  units: {
    piece: 'un.', pack: 'emb.', roll: 'rolo', hour: 'horas', month: 'mês', kwh: 'kWh', night: 'noites', kilo: 'kg', metre: 'm', trip: 'viagens',
    sum: 'vg', licence: 'lic.',
  },
}
