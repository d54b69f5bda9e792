import { type Corpus, one } from './model.ts'

export const pt: Corpus = {
  clean: [
    {
      subject: 'Vistoria',
      text: 'Cara Ana,\n\nvamos fazer a vistoria na terça-feira, 24 de novembro, às 9h30. Conte com duas horas. Ligue para o 213 456 789 se não lhe convier.\n\nMelhores cumprimentos,\nJoão Silva',
      to: [{ name: 'Ana Costa', email: 'ana.costa@firma.example' }],
    },
    {
      text: 'Bom dia,\n\nobrigado pela fatura de 28 de outubro de 2026. Foi paga no dia 20 de novembro. Avise-nos se faltar alguma coisa.\n\nCumprimentos,\nMaria',
    },
    {
      text: 'Orçamento\n\nMudança de filtros     4 850,00 €\nAfinação              10 740,00 €\nDeslocação               400,00 €\nTotal sem IVA         15 990,00 €\nIVA 23%                3 677,70 €\nTotal a pagar         19 667,70 €\n\nO orçamento é válido até 31 de dezembro de 2026.',
    },
    {
      text: 'Convocatória da reunião da direção\n\nData: quinta-feira, 3 de dezembro, das 17h00 às 19h00\nLocal: sala de reuniões, 2.º piso\n\n1. Abertura\n2. Relatório financeiro\n3. Orçamento de 2027\n4. Outros assuntos\n\nContamos consigo!',
      purpose: 'invitation',
    },
    {
      text: 'Olá, João,\n\nem anexo segue o contrato em dois exemplares. Assina e devolve um deles até 4 de dezembro.\n\nUm abraço,\nCarla',
      attached: true,
      to: [{ name: 'João Dias', email: 'joao.dias@norte.example' }],
    },
    {
      text: 'A todos os condóminos\n\nA água será cortada na quarta-feira, 2 de dezembro, entre as 8 e as 12 horas. Façam reserva com antecedência. O elevador funciona normalmente.\n\nA administração',
      purpose: 'announcement',
    },
    {
      text: 'Olá!\n\nEstou de férias na semana 52 e volto na segunda-feira, 4 de janeiro. Entretanto responde a Ingrid pelo 912 345 678.\n\nCumprimentos, Pedro',
    },
    {
      text: 'Exma. Senhora Marques,\n\na nossa conta é o IBAN PT50 0002 0123 1234 5678 9015 4. Indique o número da fatura no pagamento. NIF 501442600.\n\nCom os melhores cumprimentos,\nContabilidade',
      to: [{ name: 'Helena Marques', email: 'helena.marques@cliente.example' }],
    },
    {
      text: 'Exmo. Senhor Lopes,\n\nna sequência da nossa conversa de 12 de novembro, confirmamos a receção da denúncia do contrato de arrendamento, assinado em 1 de março de 2019. O contrato cessa em 28 de fevereiro de 2027. A caução de 1 500 € será devolvida no prazo de 30 dias.\n\nAtentamente,\nAlmgren & Tveit',
      to: [{ name: 'Vasco Lopes', email: 'vasco@lopes.example' }],
      purpose: 'letter',
    },
    {
      text: 'Olá a todos,\n\na ata da reunião de 19 de novembro está no placar. A próxima reunião é no dia 10 de dezembro, à mesma hora.\n\nA direção',
      to: [
        { name: 'Bruno Eça', inside: true },
        { name: 'Ida Reis', inside: true },
      ],
    },
    {
      text: 'Olá, Rui,\n\npodes anexar o recibo da próxima vez? Sem recibo não conseguimos pagar os 125 €.\n\nObrigada!\nMaria',
      to: [{ name: 'Rui Gran', email: 'rui.gran@almgren.example', inside: true }],
    },
    {
      text: 'Olá, Sara,\n\nassino hoje e envio o original amanhã pelo correio.\n\nUm abraço, Elsa\n\nEm 18 de novembro de 2026, Sara Holm <sara@holm.example> escreveu:\n> Reunião quarta-feira, 24 de novembro? Ver anexo. 300 € + 200 € = 600 €.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Encomenda para o almoço de sexta-feira, 27 de novembro:\n\n- 12 sandes a 3,50 € = 42,00 €\n- 12 cafés a 1,00 € = 12,00 €\n\nTotal 54,00 €. Entrega às 11h45, obrigado!',
    },
    {
      text: 'Bom dia,\n\na viagem custou 234 € de comboio, 189,50 € de hotel e 24 € de táxi, no total 447,50 €. Entrego os recibos na segunda-feira.\n\nCumprimentos,\nNádia',
    },
    {
      text: 'Curso de primeiros socorros\n\nDias 7 e 8 de dezembro, das 9h00 às 16h00, na sala grande. Inscrições até 30 de novembro junto da Ingrid. No ano passado houve 14 participantes.',
      purpose: 'announcement',
    },
    {
      text: 'Caro Miguel,\n\no orçamento passa de 25 000 € para 27 500 € no próximo ano. É um aumento de 10%. As viagens são o que mais pesa.\n\nCumprimentos,\nJoão',
      to: [{ name: 'Miguel Alves', email: 'miguel@alves.example' }],
    },
    {
      text: 'Decisão\n\nÉ deferida a licença de construção para a ampliação na Rua das Bétulas, n.º 4. Pode reclamar da decisão no prazo de 30 dias a contar da notificação. Processo n.º 2026-0412.\n\nA decisão foi tomada em 17 de novembro de 2026.',
      purpose: 'letter',
    },
    {
      text: 'Olá, Zé,\n\nA troca pode ser: tu fazes o turno das 22h00 às 06h00 na noite de sexta para sábado, eu faço domingo. Em novembro foram 160 horas.\n\nAbraço, Tó',
      to: [{ name: 'José Santos', email: 'jose.santos@almgren.example', inside: true }],
    },
    {
      text: 'Caros colegas,\n\nestão convidados para o jantar de Natal na sexta-feira, 11 de dezembro, às 18h30, na Estalagem. Indiquem as alergias até 1 de dezembro. Apareçam!\n\nA comissão',
      purpose: 'invitation',
    },
    {
      text: 'Preços de 2027 (sem IVA)\n\nHora diurna: 89,50 €\nHora noturna: 129,50 €\nMínimo: 2 horas\n\nOs preços aplicam-se a partir de 1 de janeiro de 2027.',
    },
    {
      text: 'Cara Petra,\n\no webinar chama-se «How to write a good report» e é em inglês, na terça-feira, 8 de dezembro (semana 50). A ligação segue por e-mail na véspera.\n\nElsa',
      to: [{ name: 'Petra Sousa', email: 'petra.sousa@x.example' }],
    },
    {
      text: 'Memorando sobre o elevador\n\nO elevador da escada B está parado na segunda-feira, 30 de novembro, das 07h00 às 15h00, para manutenção. Usem a escada A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Bom dia,\n\nencontramo-nos na quarta-feira, 24 de novembro, às dez horas, no escritório.'),
    one('weekday|Reunião sexta-feira 26/11 às 13h. Contamos consigo!'),
    one('weekday|A entrega é a 1 de dezembro (quarta-feira), antes do almoço.'),
    one('weekday|A direção reúne na quinta-feira, dia 4 de dezembro de 2026, na sala 3.'),
    one('week|Vamos renovar a cozinha na semana 49 (23–27 de novembro).'),
    one('week|O curso é na semana 50, 24 de novembro, para todos do 2.º piso.'),
    one('relative-day|O técnico vem amanhã, terça-feira, às oito horas.'),
    one('relative-day,weekday|Não esqueçam a limpeza de amanhã (25 de novembro)!'),
    one('no-such-day|A renda tem de ser paga até 31 de novembro.'),
    one('no-such-day|O contrato termina em 30 de fevereiro de 2027.'),
    one('past|Responda até 15 de outubro de 2026, para lhe guardarmos lugar.'),
    one('past|Contamos consigo na inauguração, que será no dia 12 de novembro de 2026, às 18h!'),
    one('reversed|O escritório está fechado de 27 a 24 de dezembro.'),
    one('reversed|Horário de sábado: das 15h00 às 11h00.'),
    one('time|Encontramo-nos às 25h30 na receção.'),
    one('time|O autocarro sai às 14:75 da praça.'),
    one('sum|Tinta 125,00\nPincéis 34,00\nFita 9,50\nTotal 178,50'),
    one('sum|O hotel custou 189 €, o comboio 94 € e as refeições 31 €, no total 324 €.'),
    one('product|Encomendámos 12 un. a 8,90 € = 116,80 €.'),
    one('vat,sum|Mão de obra 800,00\nMaterial 200,00\nTotal sem IVA 1 000,00\nIVA 23% 203,00\nTotal a pagar 1 203,00'),
    one('iban|Pague para o IBAN PT50 0002 0123 1234 5678 9015 5.'),
    one('number|O NIF 501442601 consta da fatura.'),
    one('account|NIB 0002 0123 12345678901 55.'),
    one('iban|A conta é PT50003506510000000000034.'),
    one('attachment|Olá, João,\n\nenvio em anexo a ata de quinta-feira.\n\nElsa'),
    one('attachment|Veja o anexo para preços e condições.'),
    one('attachment|Junto envio o relatório de que falámos.'),
    one('placeholder|Olá, {nome},\n\nobrigado pela visita.'),
    one('placeholder|A reunião é no dia [data] na sala grande.'),
    one('placeholder|O seu número de cliente é XXXX e voltaremos ao contacto.'),
    one('double|Voltamos ao contacto assim que a a decisão for tomada, com com os documentos.'),
    one(
      'language|Obrigado pela sua mensagem. Recebemos a encomenda. Please let us know if you have any questions about the delivery. A mercadoria segue na segunda-feira.',
    ),
    one('telephone|Ligue-nos pelo telefone 213 45.'),
    one('count|Precisamos de três coisas:\n- o contrato\n- a planta\n- uma fotografia\n- o número de conta'),
    {
      rules: ['greeting'],
      text: 'Cara Ana,\n\nobrigado pela conversa de ontem.',
      to: [{ name: 'Bruno Eça', email: 'bruno.eca@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Caro Bruno,\n\nobrigado pela ajuda.',
      to: [{ name: 'Bruno Eça', email: 'bruno.eca@ventilacoess.example' }],
      domains: ['ventilacoes.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Caro Bruno,\n\nisto é só para uso interno: a margem é de 12%.',
      to: [{ name: 'Bruno Eça', email: 'bruno.eca@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'Ficamos com esse preço.',
      to: [
        { name: 'Elsa', email: 'elsa@a.example', inside: true },
        { name: 'Bruno Eça', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'elsa@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Aqui estão os elementos.',
      attached: true,
      secret: true,
      to: [{ name: 'Bruno Eça', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'Falei com a Ana Cotsa sobre o assunto.', names: ['Ana Costa'] },
    { rules: ['subject'], subject: '', text: 'Bom dia, volto ao assunto amanhã.' },
  ],
}
