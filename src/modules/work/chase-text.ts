/** The polite words of a reminder, in the language of whoever is asked. */
import { type Language, wordLocale } from '../../kernel/language/catalogue.ts'

export interface Asking {
  readonly name: string
  /** What is waited for; null where its name is nothing for outsiders. */
  readonly what: string | null
  readonly since: Temporal.PlainDate
  /** Who asks, and for which office. */
  readonly from: string
  readonly office: string
  /** The first reminder, the second … */
  readonly n: number
}

type Named = Asking & { readonly what: string }

interface Letter {
  readonly subject: (asking: Named) => string
  readonly body: (asking: Named, since: string) => string
  /** The same without saying what about. */
  readonly quietSubject: (asking: Asking) => string
  readonly quietBody: (asking: Asking, since: string) => string
}

const letters: Readonly<Record<Language, Letter>> = {
  en: {
    subject: ({ what, n }) => (n === 1 ? `A friendly reminder: ${what}` : `Reminder ${n}: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Dear ${name},\n\nSince ${since} we have been looking forward to your answer about “${what}”. May we ask how it stands?\n\nIf your answer is already on its way, please take no notice of this message.\n\nKind regards\n${from}\n${office}`,
    quietSubject: ({ office, n }) => (n === 1 ? `A friendly reminder from ${office}` : `Reminder ${n} from ${office}`),
    quietBody: ({ name, from, office }, since) =>
      `Dear ${name},\n\nSince ${since} we have been looking forward to your answer to our enquiry. May we ask how it stands?\n\nIf your answer is already on its way, please take no notice of this message.\n\nKind regards\n${from}\n${office}`,
  },
  sv: {
    subject: ({ what, n }) => (n === 1 ? `En vänlig påminnelse: ${what}` : `Påminnelse ${n}: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Hej ${name}!\n\nSedan ${since} väntar vi på ert svar om ”${what}”. Hur går det med det?\n\nHar svaret redan gått i väg kan ni bortse från det här.\n\nMed vänlig hälsning\n${from}\n${office}`,
    quietSubject: ({ office, n }) =>
      n === 1 ? `En vänlig påminnelse från ${office}` : `Påminnelse ${n} från ${office}`,
    quietBody: ({ name, from, office }, since) =>
      `Hej ${name}!\n\nSedan ${since} väntar vi på ert svar på vår förfrågan. Hur går det med det?\n\nHar svaret redan gått i väg kan ni bortse från det här.\n\nMed vänlig hälsning\n${from}\n${office}`,
  },
  nb: {
    subject: ({ what, n }) => (n === 1 ? `En vennlig påminnelse: ${what}` : `Påminnelse ${n}: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Hei ${name}!\n\nSiden ${since} har vi ventet på svar fra dere om «${what}». Hvordan går det med det?\n\nEr svaret allerede sendt, kan dere se bort fra denne meldingen.\n\nVennlig hilsen\n${from}\n${office}`,
    quietSubject: ({ office, n }) =>
      n === 1 ? `En vennlig påminnelse fra ${office}` : `Påminnelse ${n} fra ${office}`,
    quietBody: ({ name, from, office }, since) =>
      `Hei ${name}!\n\nSiden ${since} har vi ventet på svar fra dere på henvendelsen vår. Hvordan går det med det?\n\nEr svaret allerede sendt, kan dere se bort fra denne meldingen.\n\nVennlig hilsen\n${from}\n${office}`,
  },
  nl: {
    subject: ({ what, n }) => (n === 1 ? `Een vriendelijke herinnering: ${what}` : `Herinnering ${n}: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Beste ${name},\n\nSinds ${since} zien wij uit naar uw antwoord over “${what}”. Mogen wij vragen hoe het ermee staat?\n\nIs uw antwoord al onderweg, dan kunt u dit bericht als niet verzonden beschouwen.\n\nMet vriendelijke groet\n${from}\n${office}`,
    quietSubject: ({ office, n }) =>
      n === 1 ? `Een vriendelijke herinnering van ${office}` : `Herinnering ${n} van ${office}`,
    quietBody: ({ name, from, office }, since) =>
      `Beste ${name},\n\nSinds ${since} zien wij uit naar uw antwoord op onze vraag. Mogen wij vragen hoe het ermee staat?\n\nIs uw antwoord al onderweg, dan kunt u dit bericht als niet verzonden beschouwen.\n\nMet vriendelijke groet\n${from}\n${office}`,
  },
  ro: {
    subject: ({ what, n }) => (n === 1 ? `O scurtă reamintire: ${what}` : `Reamintirea ${n}: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Bună ziua, ${name},\n\nDin ${since} așteptăm cu interes răspunsul dumneavoastră privind „${what}”. Ne puteți spune în ce stadiu se află?\n\nDacă răspunsul este deja pe drum, vă rugăm să nu țineți seama de acest mesaj.\n\nCu stimă,\n${from}\n${office}`,
    quietSubject: ({ office, n }) =>
      n === 1 ? `O scurtă reamintire din partea ${office}` : `Reamintirea ${n} din partea ${office}`,
    quietBody: ({ name, from, office }, since) =>
      `Bună ziua, ${name},\n\nDin ${since} așteptăm cu interes răspunsul dumneavoastră la solicitarea noastră. Ne puteți spune în ce stadiu se află?\n\nDacă răspunsul este deja pe drum, vă rugăm să nu țineți seama de acest mesaj.\n\nCu stimă,\n${from}\n${office}`,
  },
  pt: {
    subject: ({ what, n }) => (n === 1 ? `Um lembrete: ${what}` : `${n}.º lembrete: ${what}`),
    body: ({ name, what, from, office }, since) =>
      `Caro(a) ${name},\n\nDesde ${since} que aguardamos a sua resposta sobre «${what}». Poderia dizer-nos em que ponto está?\n\nSe a resposta já vier a caminho, não faça caso desta mensagem.\n\nCom os melhores cumprimentos,\n${from}\n${office}`,
    quietSubject: ({ office, n }) => (n === 1 ? `Um lembrete de ${office}` : `${n}.º lembrete de ${office}`),
    quietBody: ({ name, from, office }, since) =>
      `Caro(a) ${name},\n\nDesde ${since} que aguardamos a sua resposta ao nosso pedido. Poderia dizer-nos em que ponto está?\n\nSe a resposta já vier a caminho, não faça caso desta mensagem.\n\nCom os melhores cumprimentos,\n${from}\n${office}`,
  },
}

/** Subject and body of a reminder; own words take the place of the body. Where `what` is null neither says what it is about. */
export function writeReminder(
  language: Language,
  asking: Asking,
  own: string | null,
): { subject: string; body: string } {
  const since = new Intl.DateTimeFormat(wordLocale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(asking.since.toString()),
  )
  const letter = letters[language]
  const { what } = asking
  const [subject, body] =
    what === null
      ? [letter.quietSubject(asking), letter.quietBody(asking, since)]
      : [letter.subject({ ...asking, what }), letter.body({ ...asking, what }, since)]
  return { subject: subject.replaceAll(/\s+/g, ' ').slice(0, 200), body: own ?? body }
}
