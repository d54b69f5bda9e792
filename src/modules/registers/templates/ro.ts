import type { LanguageWords } from './words.ts'

export const ro: LanguageWords = {
  keys: {
    name: 'Cheie',
    plural: 'Chei',
    description: 'Cine are fiecare cheie și până când.',
    fields: ['Număr', 'Deschide', 'Deținător', 'Predată la', 'De returnat până la', 'Observații'],
  },
  gifts: {
    name: 'Cadou',
    plural: 'Cadouri',
    description: 'Cadouri și invitații primite și oferite.',
    fields: ['Ce anume', 'Sens', 'De la sau către', 'Valoare', 'Data', 'Ocazie', 'Decizie', 'Observații'],
    options: [
      ['Primit', 'Oferit'],
      ['Păstrat', 'Returnat', 'Împărțit în birou', 'Refuzat'],
    ],
  },
  contracts: {
    name: 'Contract',
    plural: 'Contracte',
    description: 'Contracte cu condițiile lor; responsabilul este anunțat înainte de termenul de denunțare.',
    fields: [
      'Obiect',
      'Cocontractant',
      'Document',
      'Începe la',
      'Încetează la',
      'Preaviz',
      'De denunțat până la',
      'Zile până la denunțare',
      'Se prelungește automat',
      'Cost pe an',
      'Observații',
    ],
  },
  'access-cards': {
    name: 'Cartelă de acces',
    plural: 'Cartele de acces',
    description: 'Cartele și taguri pentru sediu.',
    fields: ['Număr cartelă', 'Deținător', 'Acces', 'Eliberată la', 'Valabilă până la', 'Returnată'],
    options: [['Program de lucru', 'Permanent', 'Vizitator']],
  },
  vehicles: {
    name: 'Vehicul',
    plural: 'Vehicule',
    description: 'Mașini și biciclete cu inspecție, asigurare și leasing.',
    fields: [
      'Număr de înmatriculare',
      'Marcă și model',
      'Șofer',
      'Prima înmatriculare',
      'Vechime',
      'ITP până la',
      'Asigurat până la',
      'Leasing până la',
      'Kilometraj',
    ],
  },
}
