/** Words by which somebody asks not to be written to any more, alone in a message; and to be again. */

const leaving = new Set(
  'stop stopp stoppa stoppen stopall unsubscribe end quit cancel avsluta avregistrera avmeld avmelden afmelden slutt avslutt opriti oprire dezabonare parar pare sair cancelar'.split(
    ' ',
  ),
)
const coming = new Set(['start', 'unstop', 'börja', 'starta', 'porniti', 'iniciar', 'começar'])

export type Wish = 'leave' | 'come' | null

const word = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.!"'’“”*_-]+/g, '')

export const leave = (text: string): boolean => text.length <= 40 && leaving.has(word(text))
export const come = (text: string): boolean => text.length <= 40 && coming.has(word(text))
