/** How many text messages a text is: GSM 03.38 (3GPP TS 23.038, 6.2.1) where all its letters are of it, else UCS-2. */

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Each takes an escape before it, which is never parted from it. */
const extended = new Set('\f^{}\\[~]|€')

export interface Segments {
  readonly encoding: 'gsm' | 'ucs2'
  readonly segments: number
  /** Letters that fit beside what the last segment holds. */
  readonly left: number
}

/** What each letter takes; null where one is not of the alphabet. */
function septets(letters: readonly string[]): number[] | null {
  const sizes: number[] = []
  for (const letter of letters) {
    if (basic.has(letter)) sizes.push(1)
    else if (extended.has(letter)) sizes.push(2)
    else return null
  }
  return sizes
}

/** Longer than one, each part has a head of its own (3GPP TS 23.040, 9.2.3.24.1), and no letter is torn apart. */
export function segmentsOf(text: string): Segments {
  const letters = [...text]
  const gsm = septets(letters)
  const sizes = gsm ?? letters.map(letter => letter.length)
  const [alone, part] = gsm ? [160, 153] : [70, 67]
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  const encoding = gsm ? 'gsm' : 'ucs2'
  if (whole <= alone) return { encoding, segments: whole === 0 ? 0 : 1, left: alone - whole }
  let [segments, used] = [1, 0]
  for (const size of sizes) {
    if (used + size > part) {
      segments++
      used = 0
    }
    used += size
  }
  return { encoding, segments, left: part - used }
}
