import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }
