/** What a sound is, by its first bytes, and whether browsers play it. */

export interface Sound {
  readonly mediaType: string
  /** Telephone systems also send what no browser plays (AMR; GSM within a WAV): it is kept, to be saved and heard elsewhere. */
  readonly plays: boolean
  /** Where its head says it, s. */
  readonly seconds: number | null
}

const named = /\.(wav|wave|mp3|ogg|oga|opus|amr|m4a|aac|flac|gsm|3gp)$/i

/** Whether a part of a mail may be a sound. */
export const mayBeSound = (name: string, mediaType: string): boolean => named.test(name) || /^audio\//i.test(mediaType)

const begins = (bytes: Uint8Array, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && [...text].every((char, n) => bytes[at + n] === char.charCodeAt(0))

/** PCM, A-law and µ-law (RFC 2361) are what browsers play of a WAV. */
const playedInWav: ReadonlySet<number> = new Set([1, 3, 6, 7, 0xfffe])

function wavOf(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format = 1
  let perSecond = 0
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    if (begins(bytes, 'fmt ', at) && at + 24 <= bytes.length) {
      format = view.getUint16(at + 8, true)
      perSecond = view.getUint32(at + 16, true)
    }
    if (begins(bytes, 'data', at)) {
      const length = Math.min(size, bytes.length - at - 8)
      const seconds = perSecond > 0 ? Math.round(length / perSecond) : null
      return { mediaType: 'audio/wav', plays: playedInWav.has(format), seconds }
    }
    at += 8 + size + (size % 2)
  }
  return { mediaType: 'audio/wav', plays: playedInWav.has(format), seconds: null }
}

/** Frames of AMR-NB by their type, bytes with their head (RFC 4867, 5.3); each is 20 ms. */
const amrFrames = [13, 14, 16, 18, 20, 21, 27, 32, 6] as const

function amrOf(bytes: Uint8Array): Sound {
  let frames = 0
  for (let at = 6; at < bytes.length; frames++) at += amrFrames[(bytes[at]! >> 3) & 15] ?? 1
  return { mediaType: 'audio/amr', plays: false, seconds: Math.round(frames / 50) }
}

/** Null where the bytes are no sound that is known, whatever the file is called. */
export function soundOf(bytes: Uint8Array): Sound | null {
  if (begins(bytes, 'RIFF') && begins(bytes, 'WAVE', 8)) return wavOf(bytes)
  if (begins(bytes, 'OggS')) return { mediaType: 'audio/ogg', plays: true, seconds: null }
  if (begins(bytes, 'fLaC')) return { mediaType: 'audio/flac', plays: true, seconds: null }
  if (begins(bytes, '#!AMR\n')) return amrOf(bytes)
  if (begins(bytes, 'ftyp', 4)) return { mediaType: 'audio/mp4', plays: true, seconds: null }
  const isMpeg = begins(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)
  return isMpeg ? { mediaType: 'audio/mpeg', plays: true, seconds: null } : null
}
