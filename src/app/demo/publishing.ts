/** The demo office's channels: a week of posts at every step, and two pages of its web site that are to be changed. */
import sharp from 'sharp'

type Act = (who: string, command: string, input: unknown) => Promise<object>

export interface PublishingSeed {
  readonly act: Act
  /** Kontor's own step: its time has come. */
  readonly hand: (input: unknown) => Promise<unknown>
  /** Keeps a picture; gives its id. */
  readonly store: (bytes: Buffer) => Promise<string>
  readonly goTo: (moment: Temporal.Instant) => void
  readonly people: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

const [clerk, boss, writer] = ['Elin Bergqvist', 'Johan Almgren', 'Nadia Rahimi']
const id = (made: object): string => (made as { readonly id: string }).id

/** A house at dusk, drawn. */
const house = (): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="600">
      <defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#31506e"/><stop offset="1" stop-color="#e3a77c"/></linearGradient></defs>
      <rect width="960" height="600" fill="url(#s)"/><rect y="500" width="960" height="100" fill="#3c4638"/>
      <path d="M180 500V250L430 130L680 250V500Z" fill="#7a3b2e"/><path d="M150 262L430 122L710 262" fill="none" stroke="#2b2522" stroke-width="22"/>
      <g fill="#f6dd9a"><rect x="240" y="300" width="80" height="90"/><rect x="390" y="300" width="80" height="90"/><rect x="540" y="300" width="80" height="90"/></g>
      <rect x="395" y="420" width="70" height="80" fill="#2b2522"/><path d="M800 500V360M760 400L800 330L840 400M750 450L800 370L850 450" stroke="#26352a" stroke-width="12" fill="#26352a"/>
    </svg>`),
  )
    .png()
    .toBuffer()

async function seedOutlets({ act, people }: PublishingSeed): Promise<ReadonlyMap<string, string>> {
  const keeperId = people.get(writer)
  const outlets: readonly (readonly [string, string, string])[] = [
    ['LinkedIn', 'linkedin', 'https://linkedin.example/company/almgren-tveit'],
    ['Instagram', 'instagram', 'https://instagram.example/almgrentveit'],
    ['Mastodon', 'mastodon', 'https://social.example/@almgrentveit'],
    ['almgrentveit.example', 'website', 'https://almgrentveit.example/news'],
  ]
  const made = new Map<string, string>()
  for (const [name, network, address] of outlets)
    made.set(name, id(await act(clerk, 'publishing.add-outlet', { name, network, address, keeperId })))
  return made
}

interface DemoPost {
  readonly title: string
  readonly text: string
  readonly on: readonly string[]
  /** Days from now, and the hour of the office. */
  readonly day: number
  readonly hour: number
  readonly language?: string
  readonly more?: object
  readonly step?: 'asked' | 'approved'
}

const posts: readonly DemoPost[] = [
  {
    title: 'Drawing of the week',
    text: 'Veckans ritning: trapphuset på Lindholmen, där handledaren är så bred att man kan sätta sig. Pappret finns att se i vår entré på Stigbergsliden.',
    on: ['Mastodon', 'almgrentveit.example'],
    day: 3,
    hour: 8,
    language: 'sv',
    more: { repeats: 'week', hashtags: '#arkitektur #Göteborg', campaign: 'Drawing of the week' },
    step: 'approved',
  },
  {
    title: 'We are looking for an engineer',
    text: 'We build with wood, and we need one more who can calculate it. Structural engineer, Göteborg or Trondheim, from February. Ingrid tells more, and answers until 11 December.',
    on: ['LinkedIn', 'Mastodon'],
    day: 1,
    hour: 10,
    more: {
      link: 'https://almgrentveit.example/jobs/structural-engineer',
      hashtags: '#architecture #jobs',
      campaign: 'Jobs',
    },
    step: 'asked',
  },
  {
    title: 'Open house on Lucia day',
    text: 'Den 13 december öppnar vi dörrarna: saffransbullar, modeller att klättra i och kören kl. 15.',
    on: ['Instagram', 'almgrentveit.example'],
    day: 6,
    hour: 12,
    language: 'sv',
    more: { campaign: 'Open house' },
  },
  {
    title: 'Holiday hours',
    text: 'The office is closed from 23 December to 6 January. Urgent matters: the on-call number on our contact page.',
    on: ['LinkedIn', 'Mastodon', 'almgrentveit.example'],
    day: 6,
    hour: 12,
    more: { campaign: 'Open house' },
    step: 'approved',
  },
  { title: 'Thank you, students of Lund', text: '', on: ['Instagram'], day: 9, hour: 9, more: { campaign: 'School' } },
]

/** Written by the clerk, approved by the boss; gives its id. */
async function plan(seed: PublishingSeed, outlets: ReadonlyMap<string, string>, post: DemoPost, pictures: object[]) {
  const at = seed.now.toZonedDateTimeISO('Europe/Stockholm').add({ days: post.day })
  const plannedAt = at.with({ hour: post.hour, minute: 0, second: 0, millisecond: 0 }).toInstant().toString()
  const made = await seed.act(clerk, 'publishing.plan-publication', {
    title: post.title,
    text: post.text,
    language: post.language ?? 'en',
    outletIds: post.on.flatMap(name => outlets.get(name) ?? []),
    plannedAt,
    ...(pictures.length ? { pictures } : {}),
    ...post.more,
  })
  const approverId = seed.people.get(boss)
  if (post.step === 'asked') await seed.act(clerk, 'publishing.ask-approval', { id: id(made), approverId })
  if (post.step === 'approved') await seed.act(boss, 'publishing.approve-publication', { id: id(made) })
  return id(made)
}

/** One whose time has come: published on one channel, ready for a colleague's hand on the other two. */
async function seedToday(seed: PublishingSeed, outlets: ReadonlyMap<string, string>, fileId: string): Promise<void> {
  const { act, goTo, hand, now } = seed
  const on = ['LinkedIn', 'Instagram', 'almgrentveit.example'].map(name => outlets.get(name)!)
  const made = await act(clerk, 'publishing.plan-publication', {
    title: 'Topping out on Brännö',
    text: 'The roof is on. Forty-two houses of wood on Brännö, and the last ridge beam went up on Friday, two weeks early. Thank you, Holms Bygg.',
    outletIds: on,
    plannedAt: now.add({ minutes: 5 }).toString(),
    link: 'https://almgrentveit.example/projects/branno',
    hashtags: '#timber #architecture #Göteborg',
    campaign: 'Brännö',
    language: 'en',
    pictures: [{ fileId, alt: 'A red house with three lit windows at dusk, a spruce beside it' }],
  })
  await act(boss, 'publishing.approve-publication', { id: id(made) })
  goTo(now.add({ minutes: 6 }))
  for (const outletId of on) await hand({ id: id(made), outletId })
  const address = 'https://almgrentveit.example/news/topping-out'
  await act(writer, 'publishing.settle-placement', { id: id(made), outletId: on[2], outcome: 'published', address })
  await act(writer, 'publishing.note-figures', { id: id(made), outletId: on[2], views: 214, likes: 31, shares: 6 })
}

async function seedPages({ act, people, now }: PublishingSeed): Promise<void> {
  const today = now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()
  const hours = await act(clerk, 'publishing.request-page-change', {
    title: 'Opening hours over the holidays',
    address: 'https://almgrentveit.example/contact',
    before: 'Reception\nMonday to Friday 8–17\nTelephone 031-390 06 00',
    after:
      'Reception\nMonday to Friday 8–17, closed 23 December to 6 January\nTelephone 031-390 06 00\nUrgent: 031-390 06 09',
    why: 'Must stand there before the mailing to customers goes out.',
    dueOn: today.add({ days: 4 }).toString(),
    keeperId: people.get(writer),
  })
  await act(boss, 'publishing.approve-page-change', { id: id(hours) })
  await act(writer, 'publishing.request-page-change', {
    title: 'Sofia on the team page',
    address: 'https://almgrentveit.example/people',
    before: '',
    after: 'Sofia Carvalho, architect SAR/MSA. Came to us from Porto in September and draws the school in Hemse.',
    dueOn: today.add({ days: 10 }).toString(),
    keeperId: people.get(writer),
  })
}

export async function seedPublishing(seed: PublishingSeed): Promise<void> {
  const outlets = await seedOutlets(seed)
  const fileId = await seed.store(await house())
  for (const post of posts) {
    const alt = 'A red house with lit windows at dusk'
    await plan(seed, outlets, post, post.on.includes('Instagram') && post.text ? [{ fileId, alt }] : [])
  }
  await seedPages(seed)
  await seedToday(seed, outlets, fileId)
}
