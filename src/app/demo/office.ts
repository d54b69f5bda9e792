import type { RoleKey } from '../../modules/authority/contract/roles.ts'

/** Who may sign in to the demo; everybody of the office stands in the directory besides. */
export interface DemoUser {
  readonly name: string
  readonly email: string
  readonly role: RoleKey
  readonly language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
}

/** Good for a demo on one's own machine; a real office never has a word like this. */
export const demoPassword = 'en kopp kaffe till'

export const demoOwner: DemoUser = {
  name: 'Elin Bergqvist',
  email: 'elin@almgrentveit.example',
  role: 'owner',
  language: 'en',
}

export const demoUsers: readonly DemoUser[] = [
  { name: 'Maria Lindqvist', email: 'maria@almgrentveit.example', role: 'bookkeeper', language: 'sv' },
  { name: 'Johan Almgren', email: 'johan@almgrentveit.example', role: 'manager', language: 'sv' },
  { name: 'Ingrid Tveit', email: 'ingrid@almgrentveit.example', role: 'manager', language: 'nb' },
  { name: 'Nadia Rahimi', email: 'nadia@almgrentveit.example', role: 'clerk', language: 'nl' },
  { name: 'Andrei Munteanu', email: 'andrei@almgrentveit.example', role: 'colleague', language: 'ro' },
  { name: 'Sofia Carvalho', email: 'sofia@almgrentveit.example', role: 'colleague', language: 'pt' },
]

/** Work that somebody wrote down by hand: the line, whose it is, for whom; days count from the last day of the month's life. */
export interface DemoTask {
  readonly title: string
  readonly owner: string | null
  readonly for: string
  readonly dueIn: number
  readonly minutes: number
  readonly why?: string
  readonly checklist?: readonly string[]
}

export const demoTasks: readonly DemoTask[] = [
  {
    title: 'Answer Stadsbyggnadsförvaltningen about drawing A-40.1-02',
    owner: 'Elin Bergqvist',
    for: 'Karin Öberg',
    dueIn: -1,
    minutes: 20,
    why: 'Their third reminder came this morning',
  },
  {
    title: 'Call Hisings Ventilation about the changed bank account',
    owner: 'Elin Bergqvist',
    for: 'Ingrid Tveit',
    dueIn: 3,
    minutes: 10,
  },
  {
    title: 'Board papers for Thursday: compile, check, send',
    owner: 'Elin Bergqvist',
    for: 'Johan Almgren',
    dueIn: 0,
    minutes: 120,
    checklist: [
      'Agenda',
      'Minutes of the last meeting',
      'Ingrid’s project report',
      'Economy, October',
      'Staff',
      'Risks',
      'Send to the board',
    ],
  },
  {
    title: 'Book train and hotel, Trondheim 8–9 December',
    owner: 'Elin Bergqvist',
    for: 'Ingrid Tveit',
    dueIn: 0,
    minutes: 20,
    why: 'The fare is held until 18:00',
  },
  {
    title: 'Choose three offers for the Christmas lunch, 25 people',
    owner: 'Elin Bergqvist',
    for: 'Johan Almgren',
    dueIn: 0,
    minutes: 30,
  },
  {
    title: 'Order black ink for the plotter on floor 2',
    owner: 'Elin Bergqvist',
    for: 'Per-Olof Gran',
    dueIn: 0,
    minutes: 5,
  },
  {
    title: 'Renew the parking permits for 4 cars',
    owner: 'Elin Bergqvist',
    for: 'Per-Olof Gran',
    dueIn: 1,
    minutes: 15,
    why: 'They end on Monday; the city takes 3 working days',
  },
  {
    title: 'Tilde Ros starts on 1 December: key, desk 14, accounts',
    owner: 'Elin Bergqvist',
    for: 'Petra Wallin',
    dueIn: 2,
    minutes: 40,
    checklist: ['Contract signed', 'Key ordered', 'Desk 14 cleared', 'Computer', 'Accounts', 'Lunch on the first day'],
  },
  {
    title: 'Compare October’s electricity bill with the meter',
    owner: 'Elin Bergqvist',
    for: 'Maria Lindqvist',
    dueIn: 3,
    minutes: 20,
  },
  {
    title: 'Minutes of Monday’s project meeting, Kv. Hajen',
    owner: 'Elin Bergqvist',
    for: 'Karin Öberg',
    dueIn: 3,
    minutes: 45,
  },
  { title: 'Coffee machine, floor 2, shows E04', owner: null, for: 'Hugo Lindgren', dueIn: 0, minutes: 15 },
  {
    title: 'Study visit, 18 students from Chalmers: answer info@',
    owner: null,
    for: 'Johan Almgren',
    dueIn: 4,
    minutes: 20,
  },
  {
    title: 'Month-end: check the bills of November',
    owner: 'Maria Lindqvist',
    for: 'Johan Almgren',
    dueIn: 6,
    minutes: 180,
  },
  { title: 'Water the plants in Klippan', owner: 'Nadia Rahimi', for: 'Per-Olof Gran', dueIn: 2, minutes: 15 },
]

/** What others owe us, and whom we chase. */
export const demoWaiting: readonly { readonly title: string; readonly for: string; readonly what: string }[] = [
  { title: 'Fault on floor 3', for: 'Per-Olof Gran', what: 'Bredband Väst has promised an answer' },
  { title: 'Hours for October', for: 'Maria Lindqvist', what: 'Karin Öberg' },
  { title: 'Lease addendum', for: 'Johan Almgren', what: 'Johan Almgren' },
]
