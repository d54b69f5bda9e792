import type { LanguageWords } from './words.ts'

export const en: LanguageWords = {
  keys: {
    name: 'Key',
    plural: 'Keys',
    description: 'Who has which key, and until when.',
    fields: ['Number', 'Opens', 'Holder', 'Lent on', 'Back by', 'Note'],
  },
  gifts: {
    name: 'Gift',
    plural: 'Gifts',
    description: 'Gifts and invitations received and given.',
    fields: ['What', 'Direction', 'From or to', 'Value', 'Date', 'Occasion', 'Decision', 'Note'],
    options: [
      ['Received', 'Given'],
      ['Kept', 'Returned', 'Shared in the office', 'Declined'],
    ],
  },
  contracts: {
    name: 'Contract',
    plural: 'Contracts',
    description: 'Agreements with their terms; whoever answers for them is reminded before notice must be given.',
    fields: [
      'Subject',
      'Counterpart',
      'Document',
      'Starts',
      'Ends',
      'Notice period',
      'Notice by',
      'Days until notice',
      'Renews by itself',
      'Cost a year',
      'Note',
    ],
  },
  'access-cards': {
    name: 'Access card',
    plural: 'Access cards',
    description: 'Cards and tags to the premises.',
    fields: ['Card number', 'Holder', 'Access', 'Issued', 'Valid until', 'Returned'],
    options: [['Office hours', 'Always', 'Visitor']],
  },
  vehicles: {
    name: 'Vehicle',
    plural: 'Vehicles',
    description: 'Cars and bicycles with inspection, insurance and lease.',
    fields: [
      'Registration number',
      'Make and model',
      'Driver',
      'First registered',
      'Age',
      'Inspection by',
      'Insured until',
      'Lease ends',
      'Kilometres',
    ],
  },
}
