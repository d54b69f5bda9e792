import type { Prose } from './types.ts'

export const en: Prose = {
  labels: {
    date: 'Date', caseNumber: 'Our reference', handledBy: 'Case officer', subject: 'Subject', validUntil: 'Valid until', validFrom: 'Valid from',
    confidential: 'PRIVATE AND CONFIDENTIAL', regards: 'Yours faithfully', personalAddress: 'Personal',
  },
  authority: {
    sender: { name: 'London Borough of Islington', unit: 'Planning and Development', street: '222 Upper Street', town: 'London N1 1XR', phone: '020 7946 0600', mail: 'planning@islington.example', signer: 'Margaret Osei', role: 'Senior Planning Officer' },
    subject: 'Request for further information, 9 Clerkenwell Close',
    paragraphs: (on) => [
      `Thank you for the application submitted by ${on.office}. It cannot be validated until the information set out below has been received.`,
      'Please provide a heritage statement, a daylight assessment for the adjoining courtyard and elevations at a scale of 1:50 showing the proposed railings.',
      `We must receive these by ${on.until}. If we do not, the application will be returned and the fee refunded less an administration charge.`,
    ],
  },
  permit: {
    sender: { name: 'London Borough of Islington', unit: 'Street Works', street: '222 Upper Street', town: 'London N1 1XR', phone: '020 7946 0600', mail: 'streetworks@islington.example', signer: 'Dev Chowdhury', role: 'Highways Officer' },
    subject: 'Scaffold licence, Clerkenwell Close',
    paragraphs: (on) => [
      `A licence under section 169 of the Highways Act 1980 is granted to ${on.office} to erect scaffolding on the footway outside ${on.street}.`,
      `The licence is valid until ${on.until}. Any extension must be applied for at least five working days before it expires.`,
      'The scaffold must be lit during the hours of darkness, and a clear footway of at least 1.2 metres kept at all times.',
    ],
  },
  health: {
    sender: { name: 'Farringdon Occupational Health Ltd', street: '61 Cowcross Street', town: 'London EC1M 6BP', phone: '020 7946 0733', mail: 'clinic@farringdonoh.example', organisation: '07720915', signer: 'Dr Alison Greer', role: 'Occupational Health Physician' },
    subject: 'Fitness for work report',
    paragraphs: (on) => [
      'This report concerns the health of an employee and is addressed only to the person managing the case.',
      `Following the consultation on ${on.from}, I consider the employee fit for work with adjustments until ${on.until}: reduced hours and no lifting.`,
      'A workstation assessment and a phased return over four weeks are advised. A review appointment has been made.',
    ],
  },
  private: {
    sender: { name: 'Claddagh Properties DAC', street: '19 Eyre Square', town: 'Galway, H91 FW25', phone: '020 915 0290', mail: 'estates@claddaghproperties.example', organisation: '410226', signer: 'Seán Ó Flatharta', role: 'Estates Manager' },
    subject: 'Fire alarm upgrade',
    paragraphs: (on) => [
      `The fire alarm panel at ${on.street} will be replaced during the first week of December. The sounders will be tested on Thursday between eight and nine in the morning.`,
      'There is no need to leave the building during the test. Please make sure that our engineer can reach the riser cupboard on your floor.',
      'Do let us know if the date does not suit.',
    ],
  },
  lease: {
    title: 'LEASE OF OFFICE PREMISES', landlord: 'Landlord', tenant: 'Tenant', number: 'Lease no.', signed: 'Dated',
    clauses: (on) => [
      ['Demised premises', `The third floor of ${on.street}, comprising 340 square metres, to be used as an architects’ office and for no other purpose.`],
      ['Term', `The term begins on ${on.from} and ends on ${on.until}. The tenant may determine this lease on the fifth anniversary by giving not less than six months’ written notice.`],
      ['Rent', 'The yearly rent is £92,000.00 exclusive of value added tax, payable in advance by equal quarterly payments on the usual quarter days.'],
      ['Service charge', 'The tenant shall pay a fair proportion of the cost of the services as certified annually by the landlord’s surveyor.'],
      ['Deposit', 'The tenant shall deposit a sum equal to three months’ rent, to be held in an interest-bearing account.'],
    ],
  },
  application: {
    applicant: { name: 'Eleanor Whitby', street: '27 Barrow Road', town: 'Bristol BS5 0AB', phone: '07700 900418', mail: 'eleanor.whitby@post.example' },
    subject: 'Application for the post of model maker',
    paragraphs: [
      'I am writing to apply for the post of model maker advertised on 30 October. I have built architectural models for eight years, most recently for practices in Bristol and London.',
      'I am equally happy with card and scalpel or with the mill, and I enjoy working through an idea together with the designer. My portfolio includes a sectional model of a concert hall and a set of timber terrain models.',
      'I would be free to start in February and would welcome the chance to meet you.',
    ],
    cvTitle: 'Curriculum vitae',
    cv: [
      ['Employment', [['2021–', 'Thames Models, London, senior model maker'], ['2018–2021', 'Avonside Workshop, Bristol, model maker']]],
      ['Education', [['2015–2018', 'Arts University Bournemouth, BA (Hons) Modelmaking']]],
      ['Languages', [['', 'English, French, beginner’s Swedish']]],
    ],
  },
  certificate: {
    title: 'CERTIFICATE OF INSURANCE',
    sender: { name: 'Bishopsgate Mutual plc', street: '110 Leadenhall Street', town: 'London EC3A 4AA', phone: '020 7946 0912', mail: 'certificates@bishopsgatemutual.example', organisation: '02218834', signer: 'Thomas Ridley', role: 'Authorised signatory' },
    subject: 'Professional indemnity insurance',
    paragraphs: (on) => [`This is to certify that ${on.office} is insured against professional liability for any one claim under the policy named above. Cover is in force until ${on.until}, subject to the terms of the policy.`],
    facts: [['Limit of indemnity', '£5,000,000'], ['Excess', '£10,000'], ['Territory', 'Worldwide excluding North America']],
  },
  minutes: {
    title: 'Minutes of design team meeting 12', place: '9 Clerkenwell Close, London', present: 'Present', keeper: 'Minutes by',
    items: [
      ['12.1 Previous minutes', 'The minutes of meeting 11 were agreed as a correct record.'], ['12.2 Programme', 'Tender documents are due on Friday. The structural package is two days late.'],
      ['12.3 Planning', 'The daylight assessment has been commissioned. Kwame Boateng to send it to the borough.'], ['12.4 Next meeting', 'Wednesday 9 December at 2 pm.'],
    ],
  },
  advertising: {
    company: 'Deskworthy', headline: 'Stand up for your team', text: 'This month only: height-adjustable desks at a third off, delivered and assembled anywhere in Europe.',
    points: ['Free trial for 14 days', 'Seven-year guarantee', 'Your old desks rehomed'], call: 'Order at www.deskworthy.example',
  },
  statement: {
    bank: 'NatWest', title: 'Statement', account: 'Account', day: 'Date', text: 'Details', out: 'Paid out', in: 'Paid in', balance: 'Balance', opening: 'Balance brought forward', closing: 'Closing balance',
    rows: ['Severn Power direct debit', 'Rent standing order', 'Receipt', 'Salaries', 'HMRC VAT', 'Card payment', 'Account charges', 'Receipt project'],
  },
  sentences: [
    'The tenant shall pay for electricity, cleaning and the changing of filters.', 'We confirm your order and will let you know the day of delivery shortly.',
    'The chair opened the meeting and welcomed everybody present.', 'The copier on the second floor needs a new drum before the year is out.',
    'The work must be finished by three o’clock on Friday at the latest.', 'Please ring the switchboard if you cannot get in by the east gate.',
    'Keys may be collected from reception on proof of identity.', 'Fire drills are held twice a year, in spring and in autumn.',
    'Nobody has yet put their name down for the first aid course.', 'The plants in the hall are watered on Mondays and Thursdays.',
    'Invoices must quote the project number and the name of whoever ordered.', 'Older drawings are kept in the basement archive, on shelf four.',
    'Overtime is to be agreed with your line manager in advance.', 'The quick survey judged the brick vaults exactly sound, with few hazards.',
  ],
  mail: {
    hello: 'Hello,', bill: (number) => `please find attached our invoice ${number}. Do get in touch if anything is unclear.`, forward: 'Could you deal with this one?',
    forwardedHead: 'Forwarded message', subjectBill: (number, company) => `Invoice ${number} from ${company}`,
    request: ['Facade samples', 'the glass samples will be with you on Thursday. Could somebody sign for them? They are heavy.\n\nKind regards,\nPriya Raman'],
  },
}
