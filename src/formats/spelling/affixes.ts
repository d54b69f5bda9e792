/** A hunspell affix file: by which endings and beginnings the words of a list make others. */
export interface AffixRule {
  readonly flag: string
  readonly strip: string
  readonly add: string
  /** What the stem must look like; null: anything. */
  readonly condition: RegExp | null
  /** Flags of the made word, by which it may take another ending. */
  readonly then: readonly string[]
  readonly cross: boolean
}

export interface Affixes {
  readonly suffixes: ReadonlyMap<string, readonly AffixRule[]>
  readonly prefixes: ReadonlyMap<string, readonly AffixRule[]>
  readonly longest: number
  readonly longFlags: boolean
  /** Words with these stand only inside others, or only with an ending, or never. */
  readonly onlyInside: string | null
  readonly needsAffix: string | null
  readonly forbidden: string | null
  readonly compound: {
    readonly any: string | null
    readonly begin: string | null
    readonly middle: string | null
    readonly end: string | null
  }
  readonly letters: string
}

/** The flags of a word: one sign each, or two. */
export const flagsOf = (text: string, long: boolean): string[] => (long ? (text.match(/../gsu) ?? []) : [...text])

const safe = (text: string) => text.replace(/[.*+?^${}()|\\-]/g, '\\$&')

export function readAffixes(text: string): Affixes {
  const suffixes = new Map<string, AffixRule[]>()
  const prefixes = new Map<string, AffixRule[]>()
  const settings = new Map<string, string>()
  const cross = new Map<string, boolean>()
  let longest = 0
  for (const line of text.split(/\r?\n/)) {
    const parts = line.trim().split(/\s+/)
    const [kind = '', flag = '', strip = '', added = '', condition = '.'] = parts
    if (kind !== 'SFX' && kind !== 'PFX') {
      if (!settings.has(kind)) settings.set(kind, flag)
      continue
    }
    if (/^[YN]$/.test(strip) && /^\d+$/.test(added)) {
      cross.set(`${kind}${flag}`, strip === 'Y')
      continue
    }
    const [ending = '', more = ''] = added.split('/')
    const add = ending === '0' ? '' : ending
    const rule: AffixRule = {
      flag,
      strip: strip === '0' ? '' : strip,
      add,
      condition: conditionOf(kind, condition),
      then: flagsOf(more, settings.get('FLAG') === 'long'),
      cross: cross.get(`${kind}${flag}`) ?? false,
    }
    const rules = kind === 'SFX' ? suffixes : prefixes
    const same = rules.get(add)
    if (same) same.push(rule)
    else rules.set(add, [rule])
    longest = Math.max(longest, add.length)
  }
  const one = (name: string) => settings.get(name) ?? null
  return {
    suffixes,
    prefixes,
    longest,
    longFlags: settings.get('FLAG') === 'long',
    onlyInside: one('ONLYINCOMPOUND'),
    needsAffix: one('NEEDAFFIX'),
    forbidden: one('FORBIDDENWORD'),
    compound: {
      any: one('COMPOUNDFLAG'),
      begin: one('COMPOUNDBEGIN'),
      middle: one('COMPOUNDMIDDLE'),
      end: one('COMPOUNDEND'),
    },
    letters: (settings.get('TRY') ?? '').toLowerCase(),
  }
}

function conditionOf(kind: string, condition: string): RegExp | null {
  if (condition === '.' || condition === '') return null
  const body = condition.replace(/\[[^\]]*\]|[^[\]]+/g, part =>
    part.startsWith('[') ? part.replace(/[\\-]/g, '\\$&') : part.split('.').map(safe).join('.'),
  )
  try {
    return new RegExp(kind === 'SFX' ? `${body}$` : `^${body}`, 'u')
  } catch {
    return null
  }
}
