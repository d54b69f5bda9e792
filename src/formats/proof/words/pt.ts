import type { ProofWords } from './model.ts'

export const pt: ProofWords = {
  weekdays: [
    'segundas?(?:-feiras?)?|2\\.ª(?:-feira)?|2ª(?: feira|-feira)?|seg',
    'ter[çc]as?(?:-feiras?)?|3\\.ª(?:-feira)?|3ª(?: feira|-feira)?|ter',
    'quartas?(?:-feiras?)?|4\\.ª(?:-feira)?|4ª(?: feira|-feira)?|qua',
    'quintas?(?:-feiras?)?|5\\.ª(?:-feira)?|5ª(?: feira|-feira)?|qui',
    'sextas?(?:-feiras?)?|6\\.ª(?:-feira)?|6ª(?: feira|-feira)?|sex',
    's[áa]bados?|s[áa]b',
    'domingos?|dom',
  ],
  months: [
    'janeiro|jan',
    'fevereiro|fev',
    'março|mar',
    'abril|abr',
    'maio|mai',
    'junho|jun',
    'julho|jul',
    'agosto|ago',
    'setembro|set',
    'outubro|out',
    'novembro|nov',
    'dezembro|dez',
  ],
  dayMark: '\\.º|º|o',
  beforeDay: 'no dia|dia|de|do dia|em|a',
  between: 'de|do',
  clock: 'às|as|pelas|à|a partir das|das',
  week: 'semana|sem\\.',
  relative: { hoje: 0, amanhã: 1, 'depois de amanhã': 2, ontem: -1, anteontem: -2 },
  rangeWords: 'até ao?|até|a|ao',
  ahead:
    'até|o mais tardar|prazo|data[- ]limite|vencimento|vence|será|serão|irá|irão|vai|vão|vamos|bem-vindos?|agradec\\w*|por favor|encontramo-nos|vemo-nos|convida\\w*|convite|convoca\\w*|marcad[ao]s?|agendad[ao]s?|realiza-se|realizar-se-á|terá lugar|tem lugar|responda\\w*|responder|resposta|confirm\\w*|pagar|pague|pagamento|envi(?:e|ar|em)|entreg(?:ue|ar|a)|começa|inicia|termina|expira|pode(?:mos|m)?|queira\\w*|solicita\\w*|pedimos|inscri\\w*|antes de',
  behind:
    'foi|foram|era|eram|teve|tinha|datad[ao]|envi(?:ou|ámos|ei|ada|ado|aram)|receb(?:emos|i|ida|ido|eu)|realizou-se|realizad[ao]|escrev(?:eu|emos|i)|assin(?:ado|ada|ámos|ou)|pag(?:o|a|ou|ámos|ei)|desde|passad[ao]|últim[ao]|v(?:ossa|osso) (?:carta|fatura|encomenda|e-mail|pedido|ofício)|n(?:ossa|osso) (?:carta|fatura|proposta|contrato|encontro|conversa|e-mail|reunião)|a partir|após|de acordo|conforme|já|faturad[ao]|entregue|celebrad[ao]|decid(?:iu|imos|ido)|aprov(?:ado|ada|ou|ámos)|deferid[ao]|aconteceu|obrigad[ao] (?:por|pel[ao])|concluíd[ao]|cessou|disse|particip(?:ou|ámos)|falámos|promet\\w*|venceu|expirou|combin(?:ámos|ado)|referente|relativ[ao]|emitid[ao]|tivemos|terminou',
  meeting:
    'reuni(?:ão|ões)|encontro|marcação|formação|entrevista|conferência|conselho|almoço|visita|workshop|seminário|assembleia|vistoria|sessão|consulta|curso|jantar',
  attached: [
    'em anexo\\b|anexos?\\b|anexad[ao]s?\\b|anexa[rm]?\\b|anexamos\\b|anexei\\b',
    'junto (?:envi\\w*|remet\\w*|segue\\w*|se )',
    'segue(?:m)?(?: em)? (?:junto|o|a|os|as) .{0,40}',
    'remet(?:o|emos) (?:em|o|a|os|as) .{0,30}',
    '(?:aqui (?:está|estão|vai|vão)|eis|envio(?:-lhe)?|enviamos(?:-lhe)?) .{0,40}\\b(?:ficheiro\\w*|pdf\\w*|documento\\w*|fatura\\w*|contrato\\w*|minuta\\w*|relatório\\w*|ata|atas|agenda|ordem de trabalhos|proposta\\w*|orçamento\\w*|fotografia\\w*|formulário\\w*|apresentação\\w*|desenho\\w*|planta\\w*|lista\\w*)',
    'apens[ao]s?\\b',
  ],
  notAttached: [
    '(?:esqueci|esquecemos).{0,25}anex|sem anexos?|nenhum anexo|não (?:tem|há|traz) anexos?|(?:pode|poderia|podia|queira|agradeço que|agradecemos que|solicitamos que|é favor) .{0,20}anex\\w*|(?:deve|devem|deverá|deverão|tem de|têm de) (?:ser )?anex\\w*|(?:o seu|o vosso|os seus|os vossos) anexos?|anexo (?:ao (?:seu|vosso|contrato|decreto|regulamento)|à (?:sua|vossa|lei|portaria)|não abr\\w*|em falta)|anexo [ivx\\d]+ (?:do|da|ao|à)|separad[ao]|edifício anexo|sala anexa|(?:e-?mail|mensagem|carta) anterior .{0,20}anex|envio (?:de|da|do|dos|das) |envio (?:será|é|foi)|segue(?:m)? (?:o|a|os|as) (?:curso|seu|sua|regra\\w*|normas?|instruç\\w*|procedimento)',
  ],
  greeting:
    'caro|cara|caros|caras|car[ao]s|olá|bom dia|boa tarde|boa noite|exm[ao]s?\\.?|exmo\\.?|exma\\.?|estimad[ao]s?|prezad[ao]s?|querid[ao]s?|viva|ex\\.?mo|ex\\.?ma',
  everybody:
    'todos|todas|colegas?|equipa|amigos|amigas|vizinhos|membros|clientes?|condóminos?|inquilinos?|ambos|fornecedor(?:es)?|senhor(?:es|a|as)?|sr|sra|srs|parceiros?|e|pais|moradores|associados?|sócios?|utente|novamente|direção|excelência|ex|munícipe|colaborador(?:es|as?)?|condómino|a todos',
  titles:
    'sr|sra|senhor|senhora|dr|dra|eng|eng\\.º|engenheiro|engenheira|professor|professora|doutor|doutora|arq|dona|d|prof|advogad[ao]',
  total:
    'total(?: a pagar| geral| com iva| c/ iva| a liquidar)?|a pagar|valor total|montante total|soma|no total|total com iva|valor a pagar',
  subtotal:
    'sub-?total|valor líquido|líquido|total (?:sem|s/|líquido|antes de) ?iva|sem iva|base tributável|incidência',
  vat: 'iva',
  deduct: 'desconto|dedução|adiantamento|já pago|sinal|abatimento|crédito|menos|retenção|pago',
  noSum:
    'em vez|anteriormente|antes|comparad[ao]|até|entre|menos|ou|dos quais|das quais|por|cada|desde|máximo|mínimo|no máximo|pelo menos|do que|orçamento|ano passado|aument\\w*|diminu\\w*|incluindo|inclui|unidade|passa|passou',
  inTotal:
    'no total|num total|total|ao todo|perfaz(?:endo)?|somando|soma|em conjunto|totalizando|o que dá|no valor total',
  ofWhich: 'dos quais|das quais|incluindo|incl\\.?',
  inside: [
    '(?:só |estritamente )?entre nós|aqui entre nós|fica entre nós',
    '(?:só|apenas|somente|exclusivamente) (?:para )?(?:uso )?intern[ao]\\w*|(?:para )?uso interno|interno:',
    'não (?:reencaminh\\w*|partilh\\w*|divulg\\w*|difund\\w*)|não (?:pode|deve) ser (?:reencaminhad[ao]|partilhad[ao]|divulgad[ao])',
    'não (?:digas?|diga|contes?|conte|menciones?|mencione|dizer) .{0,30}(?:cliente|fornecedor|inquilino|el[ea]s?|nada)',
    '(?:antes (?:de|que)|sem que) (?:o |a )?(?:cliente|fornecedor|inquilino|el[ea]s?) .{0,10}(?:saiba|saibam|saber|saberem|perceba|dar conta)',
    '(?:o )?(?:cliente|fornecedor|inquilino) não (?:pode|deve|precisa) .{0,12}(?:saber|ver)',
    '(?:mantém|mantenha|guarda|guarde)(?:-o| isto| isso)? (?:internamente|entre nós|para ti|para si|só para)',
  ],
  secret:
    'estritamente confidencial|confidencia(?:l|is)|secret[ao]s?|sigilos[ao]s?|uso interno|reservad[ao] a uso interno',
  phone: 'tel|telef|telefone|telemóvel|tlm|ligue|contacto|contactar|fax|número|ligar (?:para)?|através do',
  fillIn: [
    '(?:a|por) preencher',
    'preencher aqui',
    'inserir .{1,25} aqui',
    'nome do (?:destinatário|cliente)',
    '(?:o seu|seu) nome aqui',
    'a (?:definir|confirmar|completar) (?:aqui|depois)',
    'escreva aqui .{1,20}',
  ],
  twice: 'a|já|não|sim|muito|ha|bem|tão|logo|quase|nos|vos|o|e|que|mais|longe|se|ora|devagar',
  common:
    'e|de|o|a|que|do|da|em|um|uma|para|com|não|os|as|no|na|por|mais|dos|das|se|ao|à|é|são|foi|ou|seu|sua|nos|nosso|nossa|vosso|vossa|lhe|este|esta|como|mas|até|já|está|pelo|pela|também|caro|cara|cumprimentos|obrigado|bom|dia|senhor|entre|quando|sobre|às|aos|nas|muito|tem|ser|será|temos|pode|agradecemos|ainda|estamos|depois',
  numbers: ['um|uma', 'dois|duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
  hours: 'horas|hora|h',
  closing:
    'com os melhores cumprimentos|melhores cumprimentos|cumprimentos|atentamente|atenciosamente|com consideração|abraço|um abraço|respeitosos cumprimentos',
}
