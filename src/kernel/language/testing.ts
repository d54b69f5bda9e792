import type { Catalogues } from './catalogue.ts'

/** Catalogues of a module that has no words: for tests. */
export const emptyCatalogues: Catalogues = { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} }
