import type { LanguageWords } from './words.ts'

export const pt: LanguageWords = {
  keys: {
    name: 'Chave',
    plural: 'Chaves',
    description: 'Quem tem cada chave e até quando.',
    fields: ['Número', 'Abre', 'Detentor', 'Entregue em', 'A devolver até', 'Nota'],
  },
  gifts: {
    name: 'Oferta',
    plural: 'Ofertas',
    description: 'Ofertas e convites recebidos e dados.',
    fields: ['O quê', 'Sentido', 'De ou para', 'Valor', 'Data', 'Ocasião', 'Decisão', 'Nota'],
    options: [
      ['Recebida', 'Dada'],
      ['Conservada', 'Devolvida', 'Partilhada no escritório', 'Recusada'],
    ],
  },
  contracts: {
    name: 'Contrato',
    plural: 'Contratos',
    description: 'Contratos com as suas condições; o responsável é avisado antes do prazo de denúncia.',
    fields: [
      'Objeto',
      'Contraparte',
      'Documento',
      'Início',
      'Fim',
      'Prazo de pré-aviso',
      'Denunciar até',
      'Dias até à denúncia',
      'Renovação automática',
      'Custo anual',
      'Nota',
    ],
  },
  'access-cards': {
    name: 'Cartão de acesso',
    plural: 'Cartões de acesso',
    description: 'Cartões e identificadores das instalações.',
    fields: ['Número do cartão', 'Detentor', 'Acesso', 'Entregue em', 'Válido até', 'Devolvido'],
    options: [['Horário de expediente', 'Permanente', 'Visitante']],
  },
  vehicles: {
    name: 'Veículo',
    plural: 'Veículos',
    description: 'Automóveis e bicicletas com inspeção, seguro e locação.',
    fields: [
      'Matrícula',
      'Marca e modelo',
      'Condutor',
      'Primeira matrícula',
      'Idade',
      'Inspeção até',
      'Seguro até',
      'Fim da locação',
      'Quilómetros',
    ],
  },
}
