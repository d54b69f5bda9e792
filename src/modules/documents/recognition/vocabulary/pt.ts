import type { Vocabulary } from './vocabulary.ts'

/** European Portuguese, with the Brazilian words that differ. */
export const pt: Vocabulary = {
  language: 'pt',
  months: [
    `janeiro | jan`,
    `fevereiro | fev`,
    `março | mar`,
    `abril | abr`,
    `maio | mai`,
    `junho | jun`,
    `julho | jul`,
    `agosto | ago`,
    `setembro | set`,
    `outubro | out`,
    `novembro | nov`,
    `dezembro | dez`,
  ],
  labels: {
    number: `
      número da fatura | nº fatura | nº da fatura | fatura nº | fatura n.º | factura nº | n.º fatura |
      n.º da fatura | fatura número | número de fatura | nº factura | nº do documento | número do documento |
      n.º documento | documento nº | nº documento | documento n.º | fatura-recibo nº | fatura recibo n.º |
      fatura/recibo nº | fatura simplificada nº | fatura simplificada | nota de crédito nº | nota de crédito n.º |
      fatura-recibo | número fatura | fatura ft | ft | aviso nº | nº fat | doc nº | n.º fatura-recibo |
      fatura/recibo n.º | factura n.º | n.º da factura | nota de débito n.º | n.º doc`,
    looseNumber: `
      recibo nº | recibo n.º | nº recibo | nº do recibo | reserva nº | nº reserva | orçamento nº | orçamento n.º |
      nº orçamento | proposta nº | proposta n.º | guia nº | guia de remessa nº | guia de transporte nº | guia n.º |
      contrato nº | contrato n.º | nº contrato | nº do contrato | número do contrato | licença nº | alvará nº |
      alvará n.º | licença n.º | processo nº | processo n.º | nº processo | certificado nº | ata nº | ata n.º |
      relatório nº | talão nº | candidatura nº | nº do processo | apólice nº | guia de remessa n.º |
      guia de transporte n.º | número | n.º | nº`,
    orderNumber: `
      encomenda nº | encomenda n.º | nº encomenda | número de encomenda | número da encomenda | nº da encomenda |
      encomenda | vossa encomenda | v/ encomenda | nota de encomenda | ordem de compra | nº requisição |
      requisição | requisição nº | v/ requisição | requisição n.º | pedido nº | nº do pedido | v/encomenda |
      v. encomenda | nº de encomenda | nota de encomenda nº`,
    ourReference: `nossa referência | n/ ref | n/referência | n. ref | n/ referência | n/ref`,
    yourOrder: `
      vossa encomenda | v/ encomenda | v/encomenda | v. encomenda | v/ requisição | vossa requisição |
      nota de encomenda | ordem de compra`,
    reference: `
      referência | referência multibanco | ref multibanco | referência de pagamento | referência para pagamento |
      referência mb | ref mb | ref pagamento | refª | ref | referência pagamento | código de pagamento |
      referencia`,
    yourReference: `
      vossa referência | v/ ref | v/referência | nossa referência | n/ ref | n/referência | v. ref | n. ref |
      pessoa de contacto | contacto | ao cuidado de | a/c | v/ref | n/ref | sua referência | vendedor`,
    customerNumber: `
      nº cliente | número de cliente | n.º cliente | código de cliente | nº de cliente | cod cliente |
      código cliente | conta cliente | número do cliente | cliente nº | cliente n.º | conta nº | nº de sócio |
      n.º de cliente | nº do cliente | conta de cliente | código do cliente | conta contrato`,
    otherNumber: `
      telefone | tel | telef | telemóvel | tlm | tlf | fax | código | artigo | cod artigo | projeto | projecto |
      obra | contador | cpe | cui | local de consumo | nº de série | página | pág | apólice | matrícula |
      cartão de cidadão | bi | cc | linha de apoio | apoio ao cliente | caixa | operador | código postal |
      capital social | atcud | certificado | processado por programa certificado nº | programa certificado |
      software certificado | hash | nº interno | niss | volumes | lote | id fatura | matricula na crc | terminal |
      autorização | via`,
    issued: `
      data da fatura | data de emissão | data emissão | data fatura | data do documento | data documento |
      emitida em | emitido em | data da factura | data de emissão da fatura | data doc | data do recibo |
      data da nota de crédito | data do orçamento | data do aviso | emissão | data de faturação | data do contrato |
      data da carta | data de emissao | data da emissão | data emissao | emitido a | emitida a`,
    looseDate: `data | em`,
    due: `
      data de vencimento | vencimento | data vencimento | data limite de pagamento | data limite pagamento |
      pagar até | pagamento até | vence em | vence a | data limite | prazo de pagamento até | a pagar até |
      limite de pagamento | pague até | data-limite de pagamento | vcto | venc | data de pagamento |
      deve ser pago até | data venc | débito a partir de | débito direto em | débito na conta a partir de |
      até ao dia | prazo limite | data de débito | pagamento devido até | vencto | data de venc | limite pagamento |
      data limite para pagamento | pagar antes de | vence`,
    validUntil: `
      válido até | válida até | validade | validade até | data de validade | expira em | caduca em |
      válido até ao dia | validade da proposta | proposta válida até | orçamento válido até | termo | data de fim |
      termina em | data de termo | válida até ao dia | validade do orçamento | com validade até | cessa em`,
    period: `
      período | período de faturação | período faturado | período de facturação | referente ao período |
      período de consumo | mês de referência | referente a | período de referência | período de |
      relativo ao período | vigência | prazo | duração | no período de`,
    otherDate: `
      data da encomenda | data de entrega | data entrega | data de nascimento | nascido | data de impressão |
      impresso em | data da leitura | próxima leitura | data de início | início | data de carga | data carga |
      data descarga | data da operação | data valor | data da prestação | data de expedição | check-in |
      vencimento original | data do pedido | entrada | saída | data do movimento | data movimento |
      data de receção | hora | data de encomenda`,
    discountUntil: `desconto pronto pagamento | desconto financeiro | pronto pagamento`,
    net: `
      valor líquido | total líquido | total sem iva | valor sem iva | base tributável | incidência |
      base de incidência | base incidência | total ilíquido | ilíquido | valor tributável | líquido | total s/ iva |
      total s/iva | base iva | montante sem iva | subtotal sem iva | mercadoria/serviços | mercadoria | base |
      valor s/ iva | valor base | total tributável | total incidência | total mercadoria | sem iva | total bruto |
      matéria coletável | s/ iva | total antes de iva | valor antes de iva | valor ilíquido | total incidencia`,
    vat: `
      iva | i.v.a. | valor iva | valor do iva | montante iva | imposto | valor imposto | do qual iva |
      iva à taxa de | montante de iva | valor de iva | iva incluído | iva a | taxa de iva | dos quais iva`,
    vatTotal: `
      total iva | total de iva | iva total | total do iva | total imposto | total impostos | total de imposto |
      total de impostos | total i.v.a. | valor total do iva`,
    total: `
      total com iva | valor total | total geral | total da fatura | total fatura | total c/ iva | total c/iva |
      total do documento | total documento | montante total | valor com iva | total iva incluído |
      total da factura | total factura | total euros | total eur | total (eur) | valor da fatura | valor a debitar |
      total nota de crédito | total do recibo | importe total | total incl iva | valor total com iva |
      total a creditar | total iva inc | preço total | valor c/ iva | total inclui iva | total com impostos |
      total (€)`,
    sum: `total | totais | soma | tot`,
    subtotal: `subtotal | sub total | sub-total | soma parcial`,
    payable: `
      total a pagar | a pagar | valor a pagar | montante a pagar | total a liquidar | valor em dívida |
      importância a pagar | montante | total em dívida | saldo a pagar | montante em dívida | em dívida |
      total a regularizar | valor a liquidar | quantia a pagar | a receber | a seu favor | valor a receber |
      a reembolsar | valor devido | saldo em dívida | dívida total | total devido | importância |
      valor do pagamento | valor multibanco`,
    prepaid: `
      adiantamento | pago | já pago | valor pago | entrada | sinal | por conta | pagamentos efetuados |
      adiantamentos | valor já pago | pagamentos recebidos | montante pago | adiantamento efetuado`,
    rounding: `arredondamento | acerto | arredondamentos | acertos`,
    otherAmount: `
      desconto | descontos | portes | transporte | juros | juros de mora | encargos | taxa | preço |
      preço unitário | preço unit | p. unit | p.unit | pr. unitário | pr unit | saldo anterior | capital social |
      quantidade | qtd | qt | retenção | retenção na fonte | irs | retenção irs | desconto comercial | taxas |
      despesas | valor unitário | preço un | consumo | gorjeta | poupou | contribuição audiovisual |
      imposto do selo | valor original | custos administrativos | despesas de cobrança | cap social | capital |
      portes de envio | caução | câmbio | nº de artigos | imposto especial de consumo | despesas administrativas |
      poupança`,
    lineAmount: `
      valor | montante linha | importância linha | saldo | débito | crédito | total linha`,
    tendered: `
      numerário | dinheiro | multibanco | entregue | cartão | valor entregue | mb way | cartão de crédito | visa |
      cartão de débito | cheque | recebido`,
    change: `troco`,
    excludingVat: `
      sem iva | s/ iva | s/iva | iva não incluído | excl iva | excluindo iva | sem i.v.a. | antes de iva |
      não inclui iva`,
    includingVat: `
      com iva | c/ iva | c/iva | iva incluído | incluindo iva | iva inc | inclui iva | incl iva | iva incl |
      com i.v.a.`,
    vatRate: `
      taxa iva | taxa de iva | taxa do iva | % iva | iva % | tx iva | iva(%) | tx. iva | taxa | taxa %`,
    iban: `iban | nib | nib/iban | iban/nib | n.º iban`,
    bic: `bic | swift | bic/swift | swift/bic | código swift | código bic`,
    account: `conta | conta bancária | número de conta | nº de conta | conta nº bancária`,
    entity: `entidade | ent | entidade multibanco | entidade mb`,
    vatNumber: `
      nif | nipc | contribuinte | nº contribuinte | n.º contribuinte | contribuinte nº | contribuinte n.º |
      número de contribuinte | nif/nipc | nipc/nif | nº de contribuinte | nº fiscal | contrib | vat | nif emitente |
      cnpj | cont nº | contribuinte pt | n.º de contribuinte | n.º de identificação fiscal |
      número de identificação fiscal | nº contrib | v/ nº contrib | n.i.f.`,
    organisationNumber: `
      matrícula | crc | conservatória do registo comercial | registo comercial | mat | matriculada na crc |
      conservatória`,
    seller: `
      vendedor empresa | fornecedor | emitente | prestador | de | remetente | beneficiário | titular da conta |
      senhorio | credor | titular | prestador de serviços | dados do emitente | emissor | primeiro outorgante |
      adquirente não | entidade empregadora`,
    buyer: `
      cliente | adquirente | comprador | exmo sr | exmo(s) sr(s) | exmos senhores | exmo senhor | exmos srs |
      destinatário | dados do cliente | faturar a | faturado a | morada de faturação | inquilino | arrendatário |
      requerente | para | exma sra | morada de facturação | nome do cliente | exmo(a) sr(a) | devedor |
      segundo outorgante | titular do alvará | consumidor | exma senhora | a/c`,
    deliveryAddress: `
      morada de entrega | local de entrega | local de descarga | morada de envio | local descarga | entregar em |
      endereço de entrega | local de carga | morada do local | local de fornecimento | morada de fornecimento |
      descarga | carga`,
    name: `nome | denominação | empresa | firma | designação social`,
    subject: `assunto | referente a | ref | relativo a | descrição do assunto`,
    currency: `moeda | divisa | valores em | valores expressos em`,
    yours: `vosso | vossa | v/ | seu | do cliente | do adquirente | v/ nº contrib | v/nº contribuinte`,
  },
  kinds: {
    bill: {
      titles: `
        fatura | factura | fatura-recibo | fatura pró-forma | fatura proforma | aviso de pagamento | fatura recibo |
        fatura/recibo | nota de débito | conta | fatura eletrónica | aviso de cobrança | fatura detalhada |
        nota de honorários`,
      hints: `
        data de vencimento | total a pagar | nif | atcud | processado por programa certificado | entidade |
        base tributável | condições de pagamento | vencimento`,
    },
    'credit-note': {
      titles: `nota de crédito | fatura retificativa | nota crédito`,
      hints: `
        anulação da fatura | a creditar | retifica | creditamos | devolução | crédito da fatura |
        referente à fatura | anula`,
    },
    reminder: {
      titles: `
        aviso de pagamento em atraso | lembrete | aviso de cobrança | segundo aviso | último aviso |
        lembrete de pagamento | notificação de pagamento | aviso de dívida | carta de cobrança | interpelação |
        2.º aviso | aviso de corte | pagamento em atraso | fatura em atraso | aviso de incumprimento |
        interpelação para pagamento | segunda via de aviso | aviso de suspensão | primeiro aviso | 2º aviso |
        pedido de regularização`,
      hints: `
        em atraso | por liquidar | não recebemos | não registámos | em dívida | juros de mora | regularização |
        vencida | falta de pagamento | encontra-se por pagar | por regularizar | cobrança judicial | já vencida |
        vencidas | não se encontra paga`,
    },
    receipt: {
      titles: `
        recibo | talão | talão de compra | recibo de pagamento | fatura simplificada | comprovativo de pagamento |
        comprovativo | venda a dinheiro | recibo verde`,
      hints: `
        troco | obrigado pela sua visita | obrigado pela visita | operador | consumidor final | numerário |
        volte sempre | caixa | entregue | recebemos a quantia | multibanco compra`,
    },
    contract: {
      titles: `
        contrato | contrato de arrendamento | contrato de prestação de serviços | contrato de trabalho | acordo |
        contrato de manutenção | acordo de confidencialidade | contrato de compra e venda |
        protocolo de colaboração | contrato de fornecimento | contrato de locação | aditamento |
        aditamento ao contrato | contrato-promessa | acordo quadro | contrato de aluguer | contrato de adesão`,
      hints: `
        entre as partes | as partes | cláusula | outorgante | primeiro outorgante | segundo outorgante | denúncia |
        rescisão | adiante designado | em duplicado | foro | celebrado | vigência | primeira outorgante |
        cláusula primeira | pré-aviso`,
    },
    application: {
      titles: `
        candidatura | curriculum vitae | cv | carta de apresentação | carta de motivação | currículo |
        candidatura espontânea | candidatura à vaga | candidatura a emprego | candidatura ao lugar de`,
      hints: `
        experiência profissional | formação académica | educação e formação | venho por este meio | competências |
        línguas | candidatar-me | vaga de | carta de condução | habilitações | entrevista |
        habilitações literárias | apresentar a minha candidatura | função de | aptidões`,
    },
    permit: {
      titles: `
        licença | alvará | alvará de licença | autorização | licença de construção | licença de utilização |
        alvará de construção | autorização de utilização | licença especial de ruído | autorização de residência |
        licença de ocupação | licença ambiental | alvará de obras | licenciamento | licença de funcionamento |
        autorização de trabalho | alvará de utilização | licença de ruído`,
      hints: `
        é concedida | titular | câmara municipal | válida até | deferido | nos termos | concede | condições |
        prazo de validade | deferimento | titular da licença | despacho | requerente`,
    },
    letter: {
      titles: `carta | ofício | comunicado | informação | circular`,
      hints: `
        com os melhores cumprimentos | melhores cumprimentos | atenciosamente | exmo senhor | exmos senhores |
        caro cliente | atentamente | cumprimentos | estimado cliente`,
    },
    'delivery-note': {
      titles: `
        guia de remessa | guia de transporte | nota de entrega | guia de entrega | lista de embalagem | romaneio |
        guia de expedição | guia | packing list | carta de porte`,
      hints: `
        local de carga | local de descarga | recebido por | volumes | peso bruto | matrícula | transportador |
        hora de carga | quantidade entregue | viatura | assinatura do recebedor`,
    },
    order: {
      titles: `
        encomenda | nota de encomenda | confirmação de encomenda | ordem de compra | requisição | pedido |
        confirmação da encomenda | encomenda a fornecedor | pedido de compra`,
      hints: `
        encomendamos | agradecemos a entrega | obrigado pela sua encomenda | prazo de entrega | confirmamos |
        obrigado pela encomenda | agradecemos a sua encomenda | solicitamos o fornecimento`,
    },
    quote: {
      titles: `
        orçamento | proposta | cotação | proposta comercial | proposta de orçamento | estimativa |
        proposta de fornecimento`,
      hints: `
        validade da proposta | válido até | temos o prazer de apresentar | condições comerciais |
        no seguimento do vosso pedido | este orçamento | apresentamos a nossa | orçamento válido | adjudicação`,
    },
    statement: {
      titles: `
        extrato | extrato de conta | extrato bancário | conta corrente | extracto | recibo de vencimento |
        extrato combinado | extrato de conta corrente | declaração de rendimentos | extrato integrado |
        extracto de conta`,
      hints: `
        saldo inicial | saldo final | movimentos | data valor | saldo contabilístico | data mov | saldo disponível |
        saldo anterior`,
    },
    certificate: {
      titles: `
        certificado | declaração | diploma | atestado | atestado médico | certidão | certidão permanente |
        certificado de habilitações | certificado de seguro | declaração de trabalho | comprovativo de inscrição |
        certificado de formação | declaração da entidade patronal | baixa médica`,
      hints: `
        certifica-se | declara-se | para os devidos efeitos | certifico que | declaramos que |
        concluiu com aproveitamento | por ser verdade | se declara`,
    },
    report: {
      titles: `
        relatório | relatório anual | relatório e contas | relatório de inspeção | relatório de auditoria |
        relatório mensal | relatório de atividades | relatório técnico | parecer`,
      hints: `resumo | conclusão | conclusões | recomendações | introdução | enquadramento`,
    },
    minutes: {
      titles: `
        ata | ata da reunião | acta | ata número | ata da assembleia geral | ata de reunião | memorando de reunião |
        ata da reunião de`,
      hints: `
        ordem de trabalhos | presentes | presidente da mesa | secretário | deliberou | ausências | reunião |
        aprovado por unanimidade | lavrada a presente ata | encerrada a sessão`,
    },
    advertising: {
      titles: `promoção | campanha | newsletter | saldos | oferta especial | convite | oferta exclusiva`,
      hints: `
        compre já | aproveite | oferta limitada | código de desconto | cancelar subscrição | poupe até | só até |
        não perca | grátis | encomende já | limitado ao stock | descontos até`,
    },
    form: {
      titles: `
        formulário | requerimento | declaração de | boletim de inscrição | impresso | procuração |
        ficha de inscrição | participação de sinistro | mapa de despesas | questionário | ficha de cliente |
        modelo`,
      hints: `
        preencher | assinatura | letra maiúscula | assinalar com | a preencher | local e data | preencha`,
    },
  },
  numberWords: `no | nr | numero | num | n`,
  dayWords: `dias | dia`,
  termWords: `
    condições de pagamento | prazo de pagamento | pagamento a | pronto pagamento | prazo | pagamento | líquido |
    condições | cond pagamento | pagar | cond. pag | pagamento no prazo de`,
  untilWords: `a | até | ate | e | ao`,
  legalForms: `
    lda | limitada | sa | s.a. | unipessoal | unipessoal lda | sgps | eireli | ltda | município | câmara municipal |
    associação | fundação | eni | crl | cooperativa | ep | epe | e.m. | em | junta de freguesia | sucursal |
    sociedade | ipss | acp | condomínio`,
}
