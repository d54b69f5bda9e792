/** Words by which a request says at what time of the day, on which days and how long, in each language; in small letters. */
import type { Language } from '../../../kernel/language/catalogue.ts'

/** Minutes after midnight. */
export type DayPart = readonly [from: number, until: number]

export const dayParts = {
  morning: [7 * 60, 12 * 60],
  lunch: [11 * 60, 14 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [17 * 60, 22 * 60],
} as const satisfies Record<string, DayPart>
export type DayPartName = keyof typeof dayParts

export interface DayWords {
  readonly parts: Readonly<Record<DayPartName, readonly string[]>>
  /** Only after a weekday or "tomorrow": else they are other words. */
  readonly afterDay: Readonly<Partial<Record<DayPartName, readonly string[]>>>
  /** "this afternoon": today, and which part of it. */
  readonly ofToday: Readonly<Partial<Record<DayPartName, readonly string[]>>>
  readonly today: string
  /** "after 14", "before 10" */
  readonly after: readonly string[]
  readonly before: readonly string[]
  /** Before an hour: "kl 14". */
  readonly clock: readonly string[]
  readonly oClock: readonly string[]
  readonly thisWeek: readonly string[]
  /** "within two weeks" */
  readonly within: readonly string[]
  readonly weeks: readonly string[]
  readonly days: readonly string[]
  /** One to ten. */
  readonly numbers: readonly string[]
  /** "some day", "book a meeting": said, and of no meaning here. */
  readonly anyDay: readonly string[]
  readonly please: readonly string[]
  /** "tuesday of next week" */
  readonly of: readonly string[]
  readonly lengths: readonly (readonly [minutes: number, phrases: readonly string[]])[]
}

export const dayWords: Readonly<Record<Language, DayWords>> = {
  en: {
    parts: {
      morning: ['in the morning', 'morning', 'before lunch', 'before noon', 'am'],
      lunch: ['over lunch', 'at lunch', 'lunchtime', 'around noon', 'at noon'],
      afternoon: ['in the afternoon', 'afternoon', 'after lunch', 'pm'],
      evening: ['in the evening', 'evening', 'after work'],
    },
    afterDay: { lunch: ['lunch'] },
    ofToday: { morning: ['this morning'], afternoon: ['this afternoon'], evening: ['this evening', 'tonight'] },
    today: 'today',
    after: ['after', 'not before', 'from'],
    before: ['before'],
    clock: ['at'],
    oClock: ["o'clock", 'o’clock'],
    thisWeek: ['this week', 'later this week'],
    within: ['within', 'within the next', 'in the next', 'the next', 'over the next'],
    weeks: ['week', 'weeks'],
    days: ['day', 'days'],
    numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    anyDay: ['any day', 'some day', 'sometime', 'some time', 'a day', 'one day', 'whenever', 'any time'],
    please: ['please', 'can you book', 'could you book', 'book', 'find a time for', 'find time for', 'set up'],
    of: ['of'],
    lengths: [
      [15, ['a quarter', 'quarter of an hour', 'a quarter of an hour']],
      [45, ['three quarters of an hour']],
      [240, ['half a day', 'half day']],
      [480, ['a whole day', 'whole day', 'full day', 'all day']],
    ],
  },
  sv: {
    parts: {
      morning: [
        'på förmiddagen',
        'förmiddag',
        'förmiddagen',
        'fm',
        'f.m.',
        'på morgonen',
        'morgonen',
        'bitti',
        'före lunch',
        'innan lunch',
      ],
      lunch: ['vid lunch', 'över lunch', 'lunchtid', 'mitt på dagen'],
      afternoon: ['på eftermiddagen', 'eftermiddag', 'eftermiddagen', 'em', 'e.m.', 'efter lunch'],
      evening: ['på kvällen', 'kväll', 'kvällen', 'efter jobbet'],
    },
    afterDay: { morning: ['morgon'], lunch: ['lunch'] },
    ofToday: { morning: ['i förmiddag', 'i morse'], afternoon: ['i eftermiddag'], evening: ['ikväll', 'i kväll'] },
    today: 'idag',
    after: ['efter', 'från', 'tidigast'],
    before: ['före', 'innan', 'senast'],
    clock: ['kl', 'kl.', 'klockan'],
    oClock: [],
    thisWeek: ['denna vecka', 'den här veckan', 'i veckan', 'denna veckan'],
    within: ['inom', 'de närmaste', 'närmaste', 'under de närmaste', 'kommande', 'de kommande'],
    weeks: ['vecka', 'veckor', 'veckorna'],
    days: ['dag', 'dagar', 'dagarna'],
    numbers: ['en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'],
    anyDay: ['någon dag', 'nån dag', 'någon gång', 'nån gång', 'vilken dag som helst', 'när som helst', 'en dag'],
    please: ['kan du boka', 'kan du boka in', 'boka in', 'boka', 'hitta en tid för', 'hitta tid för', 'tack', 'snälla'],
    of: ['i'],
    lengths: [
      [15, ['en kvart', 'kvart']],
      [45, ['tre kvart', 'trekvart', 'tre kvarts timme']],
      [240, ['en halvdag', 'halvdag', 'en halv dag']],
      [480, ['en heldag', 'heldag', 'en hel dag', 'hela dagen']],
    ],
  },
  nb: {
    parts: {
      morning: [
        'på formiddagen',
        'formiddag',
        'formiddagen',
        'om formiddagen',
        'om morgenen',
        'på morgenen',
        'morgenen',
        'tidlig',
        'før lunsj',
      ],
      lunch: ['til lunsj', 'ved lunsj', 'i lunsjen', 'lunsjtid', 'midt på dagen'],
      afternoon: ['på ettermiddagen', 'om ettermiddagen', 'ettermiddag', 'ettermiddagen', 'etter lunsj'],
      evening: ['på kvelden', 'kveld', 'kvelden', 'etter jobb'],
    },
    afterDay: { morning: ['morgen', 'fm'], lunch: ['lunsj'], afternoon: ['em'] },
    ofToday: { morning: ['i formiddag'], afternoon: ['i ettermiddag'], evening: ['i kveld'] },
    today: 'i dag',
    after: ['etter', 'fra', 'tidligst'],
    before: ['før', 'innen', 'senest'],
    clock: ['kl', 'kl.', 'klokken', 'klokka'],
    oClock: [],
    thisWeek: ['denne uken', 'denne uka', 'i uken', 'i uka', 'i løpet av uken', 'i løpet av uka'],
    within: ['innen', 'i løpet av', 'de neste', 'de nærmeste', 'i løpet av de neste'],
    weeks: ['uke', 'uker', 'ukene'],
    days: ['dag', 'dager', 'dagene'],
    numbers: ['en', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti'],
    anyDay: ['en eller annen dag', 'en gang', 'en dag', 'når som helst', 'en dag i'],
    please: ['kan du booke', 'kan du sette opp', 'sett opp', 'book', 'finn en tid til', 'finn tid til', 'takk'],
    of: ['i'],
    lengths: [
      [15, ['et kvarter', 'kvarter']],
      [45, ['tre kvarter', 'trekvarter', 'tre kvarters tid']],
      [240, ['en halv dag', 'halv dag', 'halvdag']],
      [480, ['en hel dag', 'hel dag', 'heldag', 'hele dagen']],
    ],
  },
  nl: {
    parts: {
      morning: [
        'in de ochtend',
        'ochtend',
        "'s ochtends",
        '’s ochtends',
        "'s morgens",
        '’s morgens',
        'voormiddag',
        'in de voormiddag',
        'voor de lunch',
      ],
      lunch: ['rond de lunch', 'tijdens de lunch', 'lunchtijd', 'tussen de middag'],
      afternoon: ['in de middag', 'middag', "'s middags", '’s middags', 'namiddag', 'in de namiddag', 'na de lunch'],
      evening: ['in de avond', 'avond', "'s avonds", '’s avonds', 'na het werk'],
    },
    afterDay: { morning: ['morgen'], lunch: ['lunch'] },
    ofToday: { morning: ['vanochtend', 'vanmorgen'], afternoon: ['vanmiddag'], evening: ['vanavond'] },
    today: 'vandaag',
    after: ['na', 'vanaf', 'niet voor'],
    before: ['voor', 'vóór'],
    clock: ['om'],
    oClock: ['uur', 'u'],
    thisWeek: ['deze week', 'in de loop van de week', 'van de week'],
    within: ['binnen', 'de komende', 'komende', 'in de komende'],
    weeks: ['week', 'weken'],
    days: ['dag', 'dagen'],
    numbers: ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
    anyDay: ['een dag', 'een keer', 'ergens', 'een dag in', 'wanneer dan ook'],
    please: ['kun je', 'kan je', 'graag', 'boek', 'plan', 'inplannen', 'boeken', 'zoek een moment voor'],
    of: ['van', 'in'],
    lengths: [
      [15, ['een kwartier', 'kwartier', 'kwartiertje', 'een kwartiertje']],
      [30, ['half uurtje', 'een half uurtje', 'halfuurtje', 'een halfuurtje']],
      [45, ['drie kwartier']],
      [60, ['uurtje', 'een uurtje']],
      [240, ['een dagdeel', 'dagdeel', 'een halve dag', 'halve dag']],
      [480, ['een hele dag', 'hele dag', 'de hele dag']],
    ],
  },
  ro: {
    parts: {
      morning: ['dimineață', 'dimineața', 'de dimineață', 'înainte de prânz', 'înainte de masă'],
      lunch: ['la prânz', 'pe la prânz', 'în jurul prânzului'],
      afternoon: [
        'după-amiază',
        'după-amiaza',
        'după amiază',
        'după amiaza',
        'după masă',
        'după-masă',
        'după prânz',
        'dupa-amiaza',
        'dupa amiaza',
        'dupa masa',
        'dupa pranz',
      ],
      evening: ['seara', 'seară', 'după program'],
    },
    afterDay: {},
    ofToday: {
      morning: ['azi-dimineață', 'azi dimineață'],
      afternoon: ['azi după-amiază', 'azi după masă'],
      evening: ['diseară'],
    },
    today: 'azi',
    after: ['după', 'după ora', 'dupa ora', 'de la', 'de la ora', 'începând cu ora'],
    before: ['înainte de', 'înainte de ora', 'până la ora', 'până la'],
    clock: ['la', 'ora', 'la ora', 'orele'],
    oClock: [],
    thisWeek: ['săptămâna asta', 'săptămâna aceasta', 'în această săptămână', 'săptămâna curentă'],
    within: ['în următoarele', 'în', 'în cel mult', 'următoarele'],
    weeks: ['săptămână', 'săptămâni'],
    days: ['zi', 'zile'],
    numbers: ['o', 'două', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă', 'zece'],
    anyDay: ['într-o zi', 'cândva', 'oricând', 'o zi din', 'într-o zi din', 'orice zi'],
    please: ['vă rog', 'te rog', 'rog', 'programează', 'programați', 'găsește o oră pentru', 'stabilește'],
    of: ['din', 'de'],
    lengths: [
      [15, ['un sfert de oră', 'sfert de oră']],
      [45, ['trei sferturi de oră']],
      [240, ['o jumătate de zi', 'jumătate de zi']],
      [480, ['o zi întreagă', 'toată ziua', 'zi întreagă']],
    ],
  },
  pt: {
    parts: {
      morning: ['de manhã', 'pela manhã', 'da manhã', 'na parte da manhã', 'antes de almoço', 'antes do almoço'],
      lunch: ['à hora de almoço', 'ao almoço', 'hora de almoço'],
      afternoon: [
        'à tarde',
        'de tarde',
        'da tarde',
        'pela tarde',
        'na parte da tarde',
        'depois de almoço',
        'depois do almoço',
      ],
      evening: ['à noite', 'ao fim do dia', 'ao final do dia', 'depois do trabalho'],
    },
    afterDay: { morning: ['manhã'], afternoon: ['tarde'] },
    ofToday: { morning: ['esta manhã'], afternoon: ['esta tarde'], evening: ['esta noite'] },
    today: 'hoje',
    after: ['depois das', 'a partir das', 'após as'],
    before: ['antes das', 'até às'],
    clock: ['às', 'as', 'pelas'],
    oClock: ['horas', 'h'],
    thisWeek: ['esta semana', 'ainda esta semana', 'durante a semana'],
    within: ['nas próximas', 'nos próximos', 'dentro de', 'no prazo de', 'em'],
    weeks: ['semana', 'semanas'],
    days: ['dia', 'dias'],
    numbers: ['uma', 'duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
    anyDay: [
      'um dia da',
      'um dia na',
      'um dia destes',
      'um dia',
      'qualquer dia',
      'qualquer dia da',
      'algum dia',
      'a qualquer hora',
    ],
    please: ['por favor', 'podes marcar', 'pode marcar', 'marcar', 'marca', 'arranja uma hora para', 'agendar'],
    of: ['da', 'de', 'do'],
    lengths: [
      [15, ['um quarto de hora', 'quarto de hora']],
      [45, ['três quartos de hora']],
      [240, ['meio dia de trabalho', 'meio-dia de trabalho', 'meia jornada']],
      [480, ['um dia inteiro', 'dia inteiro', 'o dia todo']],
    ],
  },
}
