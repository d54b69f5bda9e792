/** The codec of written text: on the wire the editor's JSON, within only what is known of it. */
import { z } from 'zod'
import { cleanRich } from './clean.ts'
import type { RichDoc } from './doc.ts'

export const richText = () =>
  z
    .codec(z.record(z.string(), z.unknown()), z.custom<RichDoc>(), {
      decode: (value, payload) => {
        const clean = cleanRich(value)
        if (clean) return clean
        payload.issues.push({ code: 'custom', input: value, message: 'a text of known parts, not too long' })
        return z.NEVER
      },
      encode: doc => ({ ...doc }),
    })
    .meta({ hidden: true })
