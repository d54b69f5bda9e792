import type { Prose } from './types.ts'

export const pt: Prose = {
  labels: {
    date: 'Data', caseNumber: 'N/ referência', handledBy: 'Técnico responsável', subject: 'Assunto', validUntil: 'Válido até', validFrom: 'Válido desde',
    confidential: 'CONFIDENCIAL', regards: 'Com os melhores cumprimentos', personalAddress: 'Pessoal',
  },
  authority: {
    sender: { name: 'Câmara Municipal de Lisboa', unit: 'Direção Municipal de Urbanismo', street: 'Campo Grande, 25', town: '1749-099 Lisboa', phone: '218 170 552', mail: 'urbanismo@cmlisboa.example', organisation: '500051070', signer: 'Helena Vasconcelos', role: 'Técnica superior' },
    subject: 'Aperfeiçoamento do pedido de licenciamento, Rua do Alecrim, 26',
    paragraphs: (on) => [
      `Relativamente ao pedido apresentado por ${on.office}, informa-se que a instrução do processo se encontra incompleta.`,
      'Deverão ser entregues a memória descritiva atualizada, o levantamento topográfico georreferenciado e o termo de responsabilidade do autor do projeto de estabilidade.',
      `O prazo para a entrega termina em ${on.until}, sob pena de rejeição liminar do pedido, nos termos do artigo 11.º do Regime Jurídico da Urbanização e Edificação.`,
    ],
  },
  permit: {
    sender: { name: 'Câmara Municipal de Lisboa', unit: 'Ocupação do Espaço Público', street: 'Campo Grande, 25', town: '1749-099 Lisboa', phone: '218 170 552', mail: 'espacopublico@cmlisboa.example', organisation: '500051070', signer: 'Rui Figueiredo', role: 'Chefe de divisão' },
    subject: 'Licença de ocupação da via pública com andaimes',
    paragraphs: (on) => [
      `É concedida a ${on.office} licença para a ocupação de 18 m² da via pública em frente ao prédio sito na ${on.street}.`,
      `A licença é válida até ${on.until}. O pedido de prorrogação deve ser apresentado com a antecedência mínima de dez dias.`,
      'O titular obriga-se a manter o local sinalizado e limpo e a repor o pavimento no final dos trabalhos.',
    ],
  },
  health: {
    sender: { name: 'Clínica do Trabalho São Bento, Lda.', street: 'Rua de São Bento, 204', town: '1250-219 Lisboa', phone: '210 540 713', mail: 'geral@clinicasaobento.example', organisation: '509114424', signer: 'Dra. Mafalda Antunes', role: 'Médica do trabalho' },
    subject: 'Ficha de aptidão e recomendações',
    paragraphs: (on) => [
      'Esta carta contém informação de saúde de um trabalhador e destina-se apenas à pessoa responsável pelo acompanhamento.',
      `Na consulta de ${on.from} o trabalhador foi considerado apto condicionalmente até ${on.until}, devendo evitar esforços e horário prolongado.`,
      'Recomenda-se a avaliação ergonómica do posto de trabalho e nova consulta dentro de três meses.',
    ],
  },
  private: {
    sender: { name: 'Predial Avenida, S.A.', street: 'Av. da Liberdade, 190, 5.º', town: '1250-147 Lisboa', phone: '210 540 800', mail: 'gestao@predialavenida.example', organisation: '500118265', signer: 'Gonçalo Brandão', role: 'Gestor do edifício' },
    subject: 'Manutenção do elevador',
    paragraphs: (on) => [
      `Informamos que o elevador do edifício da ${on.street} estará parado no dia ${on.until}, entre as 9 e as 13 horas, para inspeção periódica.`,
      'Pedimos a vossa compreensão e agradecemos que avisem os visitantes esperados nesse período.',
      'Ficamos ao dispor para qualquer esclarecimento.',
    ],
  },
  lease: {
    title: 'CONTRATO DE ARRENDAMENTO NÃO HABITACIONAL', landlord: 'Senhoria', tenant: 'Arrendatária', number: 'Contrato n.º', signed: 'Data de celebração',
    clauses: (on) => [
      ['Objeto', `A senhoria dá de arrendamento à arrendatária o 3.º andar, com 340 m², do prédio sito na ${on.street}, destinado a escritório de arquitetura.`],
      ['Prazo', `O contrato tem início em ${on.from} e termo em ${on.until}, renovando-se por períodos de três anos, salvo oposição comunicada por carta registada com a antecedência de 120 dias.`],
      ['Renda', 'A renda mensal é de 6.850,00 €, paga no primeiro dia útil do mês a que respeita, e atualiza-se anualmente de acordo com o coeficiente legal.'],
      ['Conservação', 'As obras de conservação ordinária ficam a cargo da arrendatária; as restantes competem à senhoria.'],
      ['Caução', 'A arrendatária entrega, a título de caução, o valor correspondente a duas rendas.'],
    ],
  },
  application: {
    applicant: { name: 'Matilde Conceição', street: 'Rua da Bica, 14, 2.º', town: '1200-054 Lisboa', phone: '912 540 318', mail: 'matilde.conceicao@post.example' },
    subject: 'Candidatura ao lugar de maquetista',
    paragraphs: [
      'Venho por este meio candidatar-me ao lugar de maquetista. Há seis anos que construo maquetes em cortiça, madeira e gesso para ateliers de Lisboa e do Porto.',
      'Trabalho com fresadora e corte a laser e tenho gosto pelo detalhe. Falo inglês e estou a aprender sueco.',
      'Agradeço desde já a atenção e fico disponível para uma entrevista.',
    ],
    cvTitle: 'Curriculum vitae',
    cv: [
      ['Experiência profissional', [['2020–', 'Cortiça Viva, Lda., execução de maquetes'], ['2018–2020', 'Atelier próprio, Porto']]],
      ['Formação', [['2013–2018', 'Faculdade de Belas-Artes, Universidade do Porto']]],
      ['Línguas', [['', 'português, inglês, espanhol']]],
    ],
  },
  certificate: {
    title: 'CERTIDÃO DE SITUAÇÃO TRIBUTÁRIA REGULARIZADA',
    sender: { name: 'Serviço de Finanças de Lisboa 2', street: 'Rua da Prata, 10', town: '1100-420 Lisboa', phone: '217 206 707', mail: 'sf3247@financas.example', organisation: '600084779', signer: 'António Saraiva', role: 'Chefe do serviço' },
    subject: 'Certidão de não dívida',
    paragraphs: (on) => [`Certifica-se que ${on.office} tem a sua situação tributária regularizada. A presente certidão é válida até ${on.until} e não constitui documento de quitação.`],
    facts: [['Dívidas em execução', '0,00 €'], ['Planos prestacionais', 'nenhum']],
  },
  minutes: {
    title: 'Ata da reunião de obra n.º 9', place: 'Rua do Alecrim, 26, Lisboa', present: 'Presenças', keeper: 'Redigida por',
    items: [
      ['1. Ata anterior', 'Foi aprovada por unanimidade.'], ['2. Andamento dos trabalhos', 'A demolição interior está concluída. As fundações começam na segunda-feira.'],
      ['3. Pendentes', 'Falta a aprovação da amostra de azulejo. Lúcia Simões contacta o fornecedor.'], ['4. Próxima reunião', 'Quarta-feira, 9 de dezembro, às 15 horas.'],
    ],
  },
  advertising: {
    company: 'Escritório Feliz', headline: 'A sua equipa merece sentar-se bem', text: 'Campanha de outono: cadeiras ergonómicas com 25% de desconto e entrega em toda a Península.',
    points: ['Experimente durante 15 dias', 'Garantia de cinco anos', 'Recolha das cadeiras antigas'], call: 'Encomende em www.escritoriofeliz.example',
  },
  statement: {
    bank: 'Caixa Geral de Depósitos', title: 'Extrato de conta', account: 'Conta', day: 'Data', text: 'Descrição', out: 'Débito', in: 'Crédito', balance: 'Saldo', opening: 'Saldo inicial', closing: 'Saldo final',
    rows: ['Pag. Serviços Luz do Tejo', 'Transferência renda', 'Transferência recebida', 'Vencimentos', 'Autoridade Tributária', 'Compra TPA', 'Comissão de manutenção', 'Recebimento projeto'],
  },
  sentences: [
    'A arrendatária paga a eletricidade, a limpeza e a mudança dos filtros.', 'Confirmamos a vossa encomenda e indicaremos em breve o dia da entrega.',
    'A reunião foi aberta pelo presidente, que deu as boas-vindas a todos.', 'A fotocopiadora do segundo andar precisa de um tambor novo.',
    'Os trabalhos devem estar concluídos até sexta-feira às quinze horas.', 'Telefone para a receção se não conseguir entrar pelo portão nascente.',
    'As chaves são levantadas na receção mediante identificação.', 'O exercício de incêndio realiza-se duas vezes por ano, na primavera e no outono.',
    'Ainda ninguém se inscreveu na formação de primeiros socorros.', 'As flores da entrada são regadas à segunda e à quinta-feira.',
    'A fatura deve indicar o número do projeto e o nome de quem encomendou.', 'Os desenhos antigos estão no arquivo da cave, na quarta estante.',
    'O trabalho suplementar deve ser comunicado à chefia com antecedência.', 'Não há razões para alterações às condições já acordadas em junho.',
  ],
  mail: {
    hello: 'Bom dia,', bill: (number) => `junto enviamos a fatura ${number}. Qualquer dúvida, estamos ao dispor.`, forward: 'Podes tratar desta, por favor?',
    forwardedHead: 'Mensagem reencaminhada', subjectBill: (number, company) => `Fatura ${number} de ${company}`,
    request: ['Amostras de cortiça', 'as amostras seguem amanhã por correio expresso. Agradecemos que confirmem a espessura até sexta-feira.\n\nCumprimentos,\nInês Magalhães'],
  },
}
