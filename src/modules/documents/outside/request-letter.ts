/** What somebody outside is written when files are asked of them, in their language. */
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'
import { linkMark } from '../../../kernel/outside/link.ts'

export interface Asking {
  readonly name: string
  readonly title: string
  readonly items: readonly string[]
  readonly dueOn: Temporal.PlainDate
  readonly from: string
  readonly office: string
  /** Words of the asker's own, or none. */
  readonly letter: string
  /** What is confidential is named on the page alone. */
  readonly isQuiet: boolean
}

interface Letter {
  readonly greeting: (name: string) => string
  readonly asks: (office: string, title: string, on: string) => string
  readonly asksQuietly: (office: string, on: string) => string
  readonly where: string
  readonly safe: string
  readonly regards: string
  readonly subject: (title: string) => string
  readonly quietSubject: (office: string) => string
}

const letters: Readonly<Record<Language, Letter>> = {
  en: {
    greeting: name => `Dear ${name},`,
    asks: (office, title, on) => `${office} asks you for the following files about “${title}”, by ${on}:`,
    asksQuietly: (office, on) => `${office} asks you for some files, by ${on}.`,
    where: 'Please lay them in here; you need no account, and the page shows what has come:',
    safe: 'The link is meant for you alone.',
    regards: 'Kind regards',
    subject: title => `Files we ask you for: ${title}`,
    quietSubject: office => `${office} asks you for some files`,
  },
  sv: {
    greeting: name => `Hej ${name}!`,
    asks: (office, title, on) => `${office} ber er om följande filer om ”${title}”, senast ${on}:`,
    asksQuietly: (office, on) => `${office} ber er om några filer, senast ${on}.`,
    where: 'Lägg in dem här; ni behöver inget konto, och sidan visar vad som har kommit:',
    safe: 'Länken är avsedd bara för er.',
    regards: 'Med vänlig hälsning',
    subject: title => `Filer vi ber er om: ${title}`,
    quietSubject: office => `${office} ber er om några filer`,
  },
  nb: {
    greeting: name => `Hei ${name}!`,
    asks: (office, title, on) => `${office} ber dere om følgende filer om «${title}», senest ${on}:`,
    asksQuietly: (office, on) => `${office} ber dere om noen filer, senest ${on}.`,
    where: 'Legg dem inn her; dere trenger ingen konto, og siden viser hva som er kommet:',
    safe: 'Lenken er bare ment for dere.',
    regards: 'Vennlig hilsen',
    subject: title => `Filer vi ber dere om: ${title}`,
    quietSubject: office => `${office} ber dere om noen filer`,
  },
  nl: {
    greeting: name => `Beste ${name},`,
    asks: (office, title, on) => `${office} vraagt u om de volgende bestanden over “${title}”, uiterlijk ${on}:`,
    asksQuietly: (office, on) => `${office} vraagt u om enkele bestanden, uiterlijk ${on}.`,
    where: 'Leg ze hier neer; u hebt geen account nodig en de pagina laat zien wat er is aangekomen:',
    safe: 'De link is alleen voor u bedoeld.',
    regards: 'Met vriendelijke groet',
    subject: title => `Bestanden die wij u vragen: ${title}`,
    quietSubject: office => `${office} vraagt u om enkele bestanden`,
  },
  ro: {
    greeting: name => `Bună ziua, ${name},`,
    asks: (office, title, on) =>
      `${office} vă roagă să trimiteți următoarele fișiere privind „${title}”, până la ${on}:`,
    asksQuietly: (office, on) => `${office} vă roagă să trimiteți câteva fișiere, până la ${on}.`,
    where: 'Le puteți încărca aici; nu aveți nevoie de cont, iar pagina arată ce a sosit:',
    safe: 'Linkul vă este destinat numai dumneavoastră.',
    regards: 'Cu stimă,',
    subject: title => `Fișiere pe care vi le cerem: ${title}`,
    quietSubject: office => `${office} vă cere câteva fișiere`,
  },
  pt: {
    greeting: name => `Caro(a) ${name},`,
    asks: (office, title, on) => `${office} pede-lhe os seguintes ficheiros sobre «${title}», até ${on}:`,
    asksQuietly: (office, on) => `${office} pede-lhe alguns ficheiros, até ${on}.`,
    where: 'Entregue-os aqui; não precisa de conta, e a página mostra o que chegou:',
    safe: 'A ligação destina-se apenas a si.',
    regards: 'Com os melhores cumprimentos,',
    subject: title => `Ficheiros que lhe pedimos: ${title}`,
    quietSubject: office => `${office} pede-lhe alguns ficheiros`,
  },
}

/** Subject and body; the body holds `linkMark` where the link goes. */
export function writeRequest(language: Language, asking: Asking): { subject: string; body: string } {
  const { name, title, items, dueOn, from, office, letter, isQuiet } = asking
  const words = letters[language]
  const on = new Intl.DateTimeFormat(wordLocale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${dueOn}`),
  )
  const asks = isQuiet
    ? [words.asksQuietly(office, on)]
    : [words.asks(office, title, on), items.map(item => `  – ${item}`).join('\n')]
  const own = isQuiet || !letter.trim() ? [] : [letter.trim()]
  const signed = `${words.regards}\n${from}\n${office}`
  return {
    subject: (isQuiet ? words.quietSubject(office) : words.subject(title)).replaceAll(/\s+/g, ' ').slice(0, 200),
    body: [words.greeting(name), ...own, ...asks, `${words.where}\n${linkMark}`, words.safe, signed].join('\n\n'),
  }
}
