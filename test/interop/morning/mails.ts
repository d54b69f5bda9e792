/** The thirty mails of a morning: what an office's shared mailbox holds at half past eight. */
import { voicemailMail, wav } from '../../../src/modules/calls/voicemail/testing.ts'
import { mailText } from '../../../src/modules/mail/testing.ts'
import type { JourneyPaper } from '../../journeys/papers.ts'

/** What becomes of a mail before noon. */
export type Fate = 'noise' | 'bill' | 'answer' | 'assign' | 'complaint' | 'task' | 'done'

export interface MorningMail {
  readonly fate: Fate
  readonly subject: string
  readonly source: string
}

const plain = (fate: Fate, from: string, subject: string, text: string, more: object = {}): MorningMail => ({
  fate,
  subject,
  source: mailText({
    from,
    subject,
    text,
    id: `${subject.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@morning.example`,
    ...more,
  }),
})

function billMail({ name, bytes }: JourneyPaper, n: number): MorningMail {
  const subject = `Invoice ${70_001 + n}`
  const source = [
    `From: Accounts <accounts${n}@supplier.example>`,
    'To: info@office.example',
    `Subject: ${subject}`,
    `Message-ID: <invoice-${n}@supplier.example>`,
    'Date: Tue, 24 Nov 2026 07:10:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Please find our invoice attached.',
    '--b',
    `Content-Type: application/pdf; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'),
    '--b--',
    '',
  ].join('\r\n')
  return { fate: 'bill', subject, source }
}

const newsletters = [
  ['Kaffekompaniet <nyheter@kaffekompaniet.example>', ['Half price on beans', 'New machines are here', 'Only today']],
  ['Fairs & Stands <news@fairs.example>', ['Your stand is waiting', 'Ten trends for spring']],
] as const

const questions = [
  ['Anna Nyman', 'Your hours', 'When are you open on Fridays?'],
  ['Jan de Vries', 'Openingstijden', 'Hoe laat bent u open?'],
  ['Ioana Marin', 'Program', 'Bună ziua, care este programul dumneavoastră?'],
  ['Rui Costa', 'Horário', 'Bom dia, qual é o vosso horário?'],
  ['Kari Nilsen', 'Åpningstider', 'Hei, når har dere åpent?'],
] as const

const others = [
  ['Lena Skog', 'Drawings of the roof', 'Could you send us the drawings of the roof in DWG?'],
  ['Piotr Zielinski', 'Certificate of insurance', 'We need your certificate of insurance before the work begins.'],
  ['Municipality', 'Completion of your application', 'We need a drawing of the plot in scale 1:400 within two weeks.'],
  ['Marta Holm', 'Reference for Johan', 'Johan has applied for work with us. May we call you?'],
] as const

const tasks = [
  [
    'Caretaker',
    'The lift is inspected',
    'The lift is inspected on Thursday 26 November between 9 and 10. Somebody must let them in.',
  ],
  ['Insurance Ltd', 'Your inventory', 'Please send us the list of your equipment by 4 December.'],
  ['Klippan Fastigheter', 'Fire drill', 'The house has a fire drill on 3 December at 14.'],
] as const

const settled = [
  ['Mail Delivery System <mailer-daemon@elsewhere.example>', 'Out of office: your question', 'I am back on Monday.'],
  ['Booking <no-reply@hotel.example>', 'Your booking is confirmed', 'Number 77123, two nights.'],
  ['Eva Lindholm <eva@lindholm.example>', 'Thank you!', 'The papers came. Thank you for the quick help.'],
  ['Post <no-reply@post.example>', 'Your parcel is on its way', 'It comes today.'],
] as const

const at = (name: string): string => `${name} <${name.toLowerCase().replace(/[^a-z]+/g, '.')}@outside.example>`

/** Thirty mails; the order is that of arrival. Bills are taken from what is given. */
export function thirtyMails(bills: readonly JourneyPaper[]): MorningMail[] {
  const complaint = 'The new window leaks again. This is the second time, and I expect an answer today.'
  const mails = [
    ...newsletters.flatMap(([from, subjects]) => subjects.map(subject => plain('noise', from, subject, 'Buy now!'))),
    ...bills.map(billMail),
    ...questions.map(([name, subject, text]) => plain('answer', at(name), subject, text)),
    ...others.map(([name, subject, text]) => plain('assign', at(name), subject, text)),
    ...tasks.map(([name, subject, text]) => plain('task', at(name), subject, text)),
    ...settled.map(([from, subject, text]) => plain('done', from, subject, text)),
    plain('complaint', 'Berit Dahl <berit.dahl@outside.example>', 'The window leaks again', complaint),
    plain(
      'complaint',
      'Tom Berg <tom.berg@outside.example>',
      'Wrong bill',
      'You have billed us for work that was never done.',
    ),
    plain(
      'assign',
      'Lena Skog <lena.skog@outside.example>',
      'Re: Drawings of the roof',
      'And the section too, please.',
      {
        references: 'drawings-of-the-roof@morning.example',
      },
    ),
  ]
  const subject = 'New Voicemail from "Westman" <0313900655>'
  const text = 'There is a new voicemail in mailbox 101:\n\n\tFrom:\t"Westman" <0313900655>\n\tLength:\t0:12 seconds\n'
  const voicemail = voicemailMail({ subject, text, name: 'msg0000.wav', sound: wav(12) }).toString('latin1')
  mails.push({ fate: 'done', subject, source: voicemail })
  // The thirtieth is the fax, which comes by SMTP.
  if (mails.length !== 29) throw new Error(`${mails.length} mails instead of 29`)
  return mails
}
