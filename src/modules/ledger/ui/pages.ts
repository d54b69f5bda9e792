import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = []
