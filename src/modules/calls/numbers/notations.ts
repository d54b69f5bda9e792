/** Made numbers of six countries in the notations that people and telephone systems write: for the test and the bench. */

export interface Notation {
  readonly written: string
  /** From where it is dialled. */
  readonly home: string
  /** What it means, in E.164. */
  readonly digits: string
}

interface Plan {
  readonly country: string
  readonly code: string
  /** Dialled at home before the rest. */
  readonly trunk: string
  /** Beginnings of subscriber numbers, and how many digits follow. */
  readonly areas: readonly (readonly [string, number])[]
}

const plans: readonly Plan[] = [
  {
    country: 'SE',
    code: '46',
    trunk: '0',
    areas: [
      ['31390', 4],
      ['8508', 5],
      ['70', 7],
      ['40665', 4],
      ['73', 7],
    ],
  },
  {
    country: 'NO',
    code: '47',
    trunk: '',
    areas: [
      ['22', 6],
      ['73', 6],
      ['41', 6],
      ['90', 6],
      ['55', 6],
    ],
  },
  {
    country: 'NL',
    code: '31',
    trunk: '0',
    areas: [
      ['20', 7],
      ['10', 7],
      ['612', 6],
      ['30', 7],
      ['651', 6],
    ],
  },
  {
    country: 'RO',
    code: '40',
    trunk: '0',
    areas: [
      ['21312', 4],
      ['264', 6],
      ['722', 6],
      ['31', 7],
      ['745', 6],
    ],
  },
  {
    country: 'PT',
    code: '351',
    trunk: '',
    areas: [
      ['213', 6],
      ['222', 6],
      ['912', 6],
      ['961', 6],
      ['253', 6],
    ],
  },
  {
    country: 'GB',
    code: '44',
    trunk: '0',
    areas: [
      ['2079', 6],
      ['161496', 4],
      ['7700', 6],
      ['1632960', 3],
      ['7911', 6],
    ],
  },
]

/** Mulberry32: the same seed, the same numbers. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(next: () => number, from: readonly T[]): T => from[Math.floor(next() * from.length)]!

/** Cut into groups of two and three, as people write them. */
function grouped(digits: string, mark: string): string {
  const groups: string[] = []
  for (let rest = digits; rest; ) {
    const take = rest.length % 2 === 1 && rest.length >= 3 ? 3 : 2
    groups.push(rest.slice(0, take))
    rest = rest.slice(take)
  }
  return groups.join(mark)
}

type Way = (plan: Plan, national: string, next: () => number) => { written: string; home?: string }

const ways: readonly Way[] = [
  ({ code }, national) => ({ written: `+${code}${national}` }),
  ({ code }, national, next) => ({ written: `+${code} ${grouped(national, pick(next, [' ', '-', '.', '\u00a0']))}` }),
  ({ code, trunk }, national) => ({
    written: trunk ? `+${code} (0)${grouped(national, ' ')}` : `+${code} ${national}`,
  }),
  ({ code }, national) => ({ written: `00${code}${national}` }),
  ({ code }, national) => ({ written: `00 ${code} ${grouped(national, ' ')}` }),
  ({ code }, national) => ({ written: `${code}${national}` }),
  ({ trunk }, national) => ({ written: `${trunk}${national}` }),
  ({ trunk }, national, next) => ({ written: trunk + grouped(national, pick(next, [' ', '-', '/', '.'])) }),
  ({ trunk }, national) => ({ written: `(${trunk}${national.slice(0, 2)}) ${national.slice(2)}` }),
  ({ code }, national) => ({ written: `sip:+${code}${national}@pbx.example` }),
  ({ code }, national) => ({ written: `tel:+${code}-${grouped(national, '-')}` }),
  ({ trunk }, national) => ({ written: `sip:${trunk}${national}@10.0.0.4;user=phone` }),
  ({ code }, national, next) => ({ written: `+${code}${national}`, home: pick(next, plans).country }),
  ({ code }, national, next) => ({ written: `00${code} ${national}`, home: pick(next, plans).country }),
]

export function notations(count: number, seed: number): Notation[] {
  const next = random(seed)
  return Array.from({ length: count }, () => {
    const plan = pick(next, plans)
    const [area, more] = pick(next, plan.areas)
    const national = area + Array.from({ length: more }, () => Math.floor(next() * 10)).join('')
    const { written, home = plan.country } = pick(next, ways)(plan, national, next)
    return { written, home, digits: plan.code + national }
  })
}
