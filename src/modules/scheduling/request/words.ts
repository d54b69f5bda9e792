/** Words by which a request says how long, who, where and by when, in each language; in small letters. */
import type { Language } from '../../../kernel/language/catalogue.ts'

export interface RequestWords {
  readonly minute: readonly string[]
  readonly hour: readonly string[]
  /** "an hour" */
  readonly oneHour: readonly string[]
  readonly halfHour: readonly string[]
  readonly oneAndHalf: readonly string[]
  readonly with: readonly string[]
  /** Whoever follows is welcome, and need not come. */
  readonly maybe: readonly string[]
  readonly and: readonly string[]
  readonly room: readonly string[]
  /** "8 people" */
  readonly people: readonly string[]
  readonly for: readonly string[]
  /** A day after it is the last one that will do. */
  readonly by: readonly string[]
  /** Before a day, and of no meaning of its own. */
  readonly on: readonly string[]
  readonly week: readonly string[]
  readonly weekly: readonly string[]
}

export const requestWords: Readonly<Record<Language, RequestWords>> = {
  en: {
    minute: ['m', 'min', 'mins', 'minute', 'minutes'],
    hour: ['h', 'hr', 'hrs', 'hour', 'hours'],
    oneHour: ['an hour', 'one hour'],
    halfHour: ['half an hour', 'half hour'],
    oneAndHalf: ['an hour and a half', 'one and a half hours'],
    with: ['with', 'w/'],
    maybe: ['maybe', 'optional', 'if possible'],
    and: ['and', '&', '+'],
    room: ['room', 'a room', 'meeting room', 'a meeting room', 'in a room'],
    people: ['people', 'persons', 'seats'],
    for: ['for'],
    by: ['by', 'before', 'until', 'no later than'],
    on: ['on'],
    week: ['week', 'wk'],
    weekly: ['weekly', 'every week'],
  },
  sv: {
    minute: ['m', 'min', 'minut', 'minuter'],
    hour: ['h', 'tim', 'timme', 'timmar'],
    oneHour: ['en timme', 'en timma'],
    halfHour: ['en halvtimme', 'halvtimme', 'en halv timme'],
    oneAndHalf: ['en och en halv timme', 'halvannan timme'],
    with: ['med'],
    maybe: ['gärna', 'eventuellt', 'ev', 'ev.', 'om möjligt'],
    and: ['och', 'o', '&', '+', 'samt'],
    room: ['rum', 'ett rum', 'mötesrum', 'lokal', 'konferensrum', 'sal'],
    people: ['personer', 'pers', 'platser'],
    for: ['för'],
    by: ['senast', 'före', 'innan', 'till'],
    on: ['på', 'den'],
    week: ['vecka', 'v', 'v.', 'veckan'],
    weekly: ['varje vecka', 'veckovis'],
  },
  nb: {
    minute: ['m', 'min', 'minutt', 'minutter'],
    hour: ['t', 'h', 'time', 'timer'],
    oneHour: ['en time', 'én time'],
    halfHour: ['en halvtime', 'halvtime', 'en halv time'],
    oneAndHalf: ['halvannen time', 'en og en halv time'],
    with: ['med'],
    maybe: ['gjerne', 'eventuelt', 'ev.', 'hvis mulig'],
    and: ['og', '&', '+', 'samt'],
    room: ['rom', 'et rom', 'møterom', 'lokale', 'sal'],
    people: ['personer', 'pers', 'plasser'],
    for: ['for', 'til'],
    by: ['senest', 'før', 'innen'],
    on: ['på', 'den'],
    week: ['uke', 'uka', 'u'],
    weekly: ['hver uke', 'ukentlig'],
  },
  nl: {
    minute: ['m', 'min', 'minuut', 'minuten'],
    hour: ['u', 'uur', 'h'],
    oneHour: ['een uur', 'één uur'],
    halfHour: ['een half uur', 'half uur', 'halfuur', 'een halfuur'],
    oneAndHalf: ['anderhalf uur', 'anderhalfuur'],
    with: ['met'],
    maybe: ['misschien', 'eventueel', 'evt.', 'liefst', 'indien mogelijk'],
    and: ['en', '&', '+', 'plus'],
    room: ['kamer', 'een kamer', 'zaal', 'ruimte', 'vergaderzaal', 'vergaderruimte'],
    people: ['personen', 'mensen', 'pers.', 'plaatsen'],
    for: ['voor'],
    by: ['uiterlijk', 'voor', 'vóór', 'tegen', 'uiterlijk op'],
    on: ['op'],
    week: ['week', 'wk'],
    weekly: ['wekelijks', 'elke week', 'iedere week'],
  },
  ro: {
    minute: ['m', 'min', 'minut', 'minute'],
    hour: ['h', 'oră', 'ore'],
    oneHour: ['o oră'],
    halfHour: ['jumătate de oră', 'o jumătate de oră'],
    oneAndHalf: ['o oră și jumătate', 'o oră jumate'],
    with: ['cu'],
    maybe: ['eventual', 'poate', 'dacă se poate'],
    and: ['și', 'si', '&', '+'],
    room: ['sală', 'o sală', 'sală de ședințe', 'cameră', 'în sală'],
    people: ['persoane', 'oameni', 'locuri'],
    for: ['pentru'],
    by: ['până', 'pâna', 'până la', 'înainte de', 'cel târziu', 'până pe'],
    on: ['pe', 'în'],
    week: ['săptămâna', 'săpt', 'săpt.'],
    weekly: ['săptămânal', 'în fiecare săptămână'],
  },
  pt: {
    minute: ['m', 'min', 'minuto', 'minutos'],
    hour: ['h', 'hora', 'horas'],
    oneHour: ['uma hora'],
    halfHour: ['meia hora'],
    oneAndHalf: ['uma hora e meia', 'hora e meia'],
    with: ['com'],
    maybe: ['talvez', 'eventualmente', 'se possível'],
    and: ['e', '&', '+'],
    room: ['sala', 'uma sala', 'sala de reuniões', 'numa sala'],
    people: ['pessoas', 'lugares'],
    for: ['para'],
    by: ['até', 'antes de', 'até ao dia', 'o mais tardar'],
    on: ['na', 'no', 'em', 'a', 'dia'],
    week: ['semana'],
    weekly: ['semanalmente', 'todas as semanas', 'cada semana'],
  },
}

/** What rooms have, as people call it whatever the office wrote. */
export const equipmentWords: readonly (readonly string[])[] = [
  ['screen', 'skärm', 'bildskärm', 'skjerm', 'scherm', 'beeldscherm', 'ecran', 'ecrã', 'tv'],
  ['projector', 'projektor', 'prosjektor', 'beamer', 'proiector', 'projetor'],
  [
    'video',
    'videoconference',
    'videokonferens',
    'videokonferanse',
    'videoconferință',
    'videoconferência',
    'kamera',
    'camera',
  ],
  ['whiteboard', 'tavla', 'tavle', 'bord', 'tablă', 'quadro'],
]
